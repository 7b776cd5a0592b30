using Kakehashi.Education.Mobility;

namespace Kakehashi.Education.Balance;

/// <summary>A student’s stay, as far as the balance needs it.</summary>
/// <param name="Named">The number of the agreement that the stay itself names.</param>
/// <param name="Direction">Whether the student comes or goes.</param>
/// <param name="From">The first day.</param>
/// <param name="Semesters">By <see cref="StudentSemesters"/>; null where that is not known.</param>
/// <param name="Person">Whose it is: one person counts once in a year.</param>
/// <param name="Unit">The number of the unit that sends or receives the student.</param>
/// <param name="Programme">What the programme is called.</param>
public sealed record ExchangeStay(long? Named, MobilityDirection Direction, DateOnly From, int? Semesters, string Person, long? Unit, string? Programme)
{
    private static readonly string[] Exchange = ["交換", "exchange", "ダブル・ディグリー", "ダブルディグリー", "double degree", "ジョイント・ディグリー", "ジョイントディグリー", "joint degree"];

    /// <summary>Whether its programme says that it is under an agreement on exchange.</summary>
    public bool IsExchange => Programme is { } name && Exchange.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}

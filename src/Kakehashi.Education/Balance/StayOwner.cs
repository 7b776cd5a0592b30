using Kakehashi.Kernel;

namespace Kakehashi.Education.Balance;

/// <summary>Which agreement a stay belongs to.</summary>
public static class StayOwner
{
    /// <summary>The rule, as pages state it.</summary>
    public static Text Rule { get; } = (
        "協定が入力されている滞在は、その協定に数えます。入力されていない学生の滞在は、プログラム名が交換留学かダブル／ジョイント・ディグリーで、開始日に相手機関との学生交流の協定が有効なとき、その協定に数えます。候補が複数あれば、学生の部局の協定、全学の協定の順に、新しいものを選びます。",
        "A stay that names an agreement counts under it. A student’s stay that names none counts under an agreement on student exchange with the partner that is in force on its first day, where its programme is called exchange, double degree or joint degree. Of several, that of the student’s own unit goes before one of the whole university, and the latest before older ones.");

    /// <summary>The number of the agreement; null where it is under none of them.</summary>
    /// <param name="stay">The stay.</param>
    /// <param name="agreements">Those with the partner.</param>
    public static long? Of(ExchangeStay stay, IReadOnlyList<ExchangeTerms> agreements)
    {
        ArgumentNullException.ThrowIfNull(stay);
        if (stay.Named is { } named) return agreements.Any(one => one.Number == named) ? named : null;
        if (!stay.IsExchange) return null;
        return agreements.Where(one => one.IsForStudents && one.IsInForce(stay.From) && (one.Units is null || (stay.Unit is { } unit && one.Units.Contains(unit))))
            .OrderBy(one => one.Units is null).ThenByDescending(one => one.From).ThenByDescending(one => one.Number)
            .FirstOrDefault()?.Number;
    }
}

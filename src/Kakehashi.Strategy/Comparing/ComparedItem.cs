using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Comparing;

/// <summary>What can be compared with its like.</summary>
/// <param name="Code">Its name in the address.</param>
/// <param name="Name">What several are called.</param>
/// <param name="One">What one is called.</param>
/// <param name="Dimension">The dimension whose values are compared; null for periods.</param>
public sealed record ComparedKind(string Code, Text Name, Text One, string? Dimension)
{
    public static ComparedKind Periods { get; } = new("periods", ("期間", "Periods"), ("期間", "Period"), null);

    public static ComparedKind Units { get; } = new("units", ("部局", "Org units"), ("部局", "Org unit"), "unit");

    public static ComparedKind Countries { get; } = new("countries", ("国・地域", "Countries"), ("国・地域", "Country"), "country");

    public static ComparedKind Partners { get; } = new("partners", ("相手機関", "Partners"), ("相手機関", "Partner"), "organisation");

    public static IReadOnlyList<ComparedKind> All { get; } = [Periods, Units, Countries, Partners];
}

/// <summary>One of the things compared.</summary>
/// <param name="Key">As the address and figures have it: FY2025, the number of a unit or partner, FR.</param>
/// <param name="Name">What a person reads.</param>
public sealed record ComparedItem(string Key, Text Name);

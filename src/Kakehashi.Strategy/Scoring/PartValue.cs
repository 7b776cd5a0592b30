namespace Kakehashi.Strategy.Scoring;

/// <summary>What has to be said of the value of a part.</summary>
public enum PartGap
{
    /// <summary>Nothing: it is whole.</summary>
    None,

    /// <summary>Some of its figures are withheld, and were estimated from the others.</summary>
    Partly,

    /// <summary>All of its figures that are more than nothing are withheld; it counts with half of what is too few to be shown.</summary>
    Withheld,

    /// <summary>There is no data: it takes no weight.</summary>
    NotMeasured,
}

/// <summary>The value of a part for one partner.</summary>
/// <param name="Value">Exact; null where it is not measured.</param>
/// <param name="Gap">What has to be said of it.</param>
public readonly record struct PartValue(decimal? Value, PartGap Gap = PartGap.None)
{
    public static PartValue NotMeasured => new(null, PartGap.NotMeasured);
}

/// <summary>What is known of one partner.</summary>
/// <param name="Partner">The number of its record.</param>
/// <param name="Values">One for each part of the policy, in its order.</param>
public sealed record PartnerValues(long Partner, IReadOnlyList<PartValue> Values)
{
    /// <summary>For how many years, up to the one that is scored, there was no activity; null where nothing tells.</summary>
    public int? IdleYears { get; init; }
}

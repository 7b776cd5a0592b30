using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Indicators;

/// <summary>What is done with the rows of a fact.</summary>
public enum Aggregate
{
    /// <summary>How many rows.</summary>
    Count,

    /// <summary>How many different values of a column.</summary>
    CountDistinct,

    /// <summary>The sum of a column.</summary>
    Sum,

    /// <summary>The least value of a column.</summary>
    Min,

    /// <summary>The greatest value of a column.</summary>
    Max,

    /// <summary>The value in the middle of a column; between the two in the middle where there is an even number of them.</summary>
    Median,
}

/// <summary>What no rows at all mean.</summary>
public enum MissingRule
{
    /// <summary>0 where a unit has submitted for the period, missing where none has.</summary>
    ZeroIfCovered,

    /// <summary>Missing in any case: e.g. a headcount of nobody is no headcount.</summary>
    Missing,
}

/// <summary>Which rows belong to a period.</summary>
public abstract record Basis
{
    private protected Basis()
    {
    }

    /// <summary>Flow: what began in the period (<c>date: started</c>).</summary>
    public sealed record Started : Basis;

    /// <summary>Flow: what ended in the period (<c>date: ended</c>), of a fact that lasts.</summary>
    public sealed record Ended : Basis;

    /// <summary>Stock: what was true on a day of the period (<c>as_of: 05-01</c>).</summary>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Day">1 to 31; the month's last day where it is shorter.</param>
    public sealed record AsOf(int Month, int Day) : Basis;

    /// <summary>Stock: what was true on the period's last day (<c>as_of: last_day</c>).</summary>
    public sealed record AsOfLastDay : Basis;

    /// <summary>
    /// Cumulative: what was true on any day from the start of the year up to the period's end (<c>over: year</c>); for
    /// a quarter the calendar year so far.
    /// </summary>
    public sealed record OverYear : Basis;
}

/// <summary>One fact, one aggregate, one filter.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Aggregate">What is done with its rows.</param>
/// <param name="Column">Of which column; null for a count.</param>
/// <param name="Where">Which rows; null for all.</param>
/// <param name="Basis">Which rows belong to a period.</param>
/// <param name="Missing">What no rows mean.</param>
public sealed record Measure(FactSchema Fact, Aggregate Aggregate, FactColumn? Column, Filter? Where, Basis Basis, MissingRule Missing)
{
    /// <summary>What tells it from others: measures of the same name have the same values, whichever indicators they belong to.</summary>
    public string Name => $"{Fact.Name}|{CodeNames.Of(Aggregate)}|{Column?.Name}|{Where}|{Basis}";

    /// <summary>Whether it counts whole persons or records, so that disclosure control can be applied to it.</summary>
    public bool IsCount => Aggregate is Aggregate.Count or Aggregate.CountDistinct || (Aggregate == Aggregate.Sum && Column!.Type == FactType.Whole);
}

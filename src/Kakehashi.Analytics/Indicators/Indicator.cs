using Kakehashi.Analytics.Facts;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Indicators;

/// <summary>How an indicator's value is made from its measures.</summary>
public enum IndicatorType
{
    /// <summary>The measure itself × scale.</summary>
    Measure,

    /// <summary>Numerator ÷ denominator × scale.</summary>
    Ratio,

    /// <summary>A ratio whose numerator is a part of its denominator: same fact, aggregate and basis.</summary>
    Share,

    /// <summary>(this period − the one before) ÷ the one before × scale.</summary>
    Growth,

    /// <summary>Numerator ÷ a population × scale, e.g. per 1,000 students.</summary>
    PerCapita,

    /// <summary>Weighted mean of other indicators, each placed between its low and its high on 0 to 1, × scale.</summary>
    Composite,

    /// <summary>One value of how a measure is spread over a dimension: concentration, diversity, the share of the largest.</summary>
    Distribution,

    /// <summary>The value of one indicator ÷ that of another × scale, e.g. the rate of a group ÷ the rate of all.</summary>
    Quotient,

    /// <summary>A measure, or a ratio of two, of what is entered by hand; missing until it is.</summary>
    Manual,
}

/// <summary>What a distribution is summed up as; p is the share of each part.</summary>
public enum DistributionIndex
{
    /// <summary>Σ p²: 1 where all is one part.</summary>
    Hhi,

    /// <summary>1 − Σ p²: the chance that two differ.</summary>
    Simpson,

    /// <summary>exp(−Σ p ln p): how many parts of the same size would be as diverse.</summary>
    EffectiveNumber,

    /// <summary>The share of the largest parts.</summary>
    TopShare,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,

    /// <summary>Neither: it is watched, not steered.</summary>
    None,
}

/// <summary>One version of the definition of an indicator, as its YAML file says it and with all in it checked.</summary>
public sealed record Indicator
{
    /// <summary>E.g. <c>OU-01</c>.</summary>
    public required string Code { get; init; }

    /// <summary>1 and up.</summary>
    public required int Version { get; init; }

    /// <summary>The first period that this version defines.</summary>
    public required Period ValidFrom { get; init; }

    /// <summary>The action of the strategy that it watches, e.g. <c>T1.5</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What a person reads.</summary>
    public required Text Name { get; init; }

    /// <summary>What is counted, when, and how often a person is.</summary>
    public required Text Definition { get; init; }

    /// <summary>Who defined it; "working definition" where no official text has been checked.</summary>
    public required Text Source { get; init; }

    /// <summary>How the value is made.</summary>
    public required IndicatorType Type { get; init; }

    /// <summary>The kind of period it has figures for.</summary>
    public required PeriodKind PeriodKind { get; init; }

    /// <summary>The unit's code in <see cref="IndicatorUnits"/>.</summary>
    public required string Unit { get; init; }

    /// <summary>Which way is better.</summary>
    public required Direction Direction { get; init; }

    /// <summary>What the value is multiplied by: 100 for percent.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>Digits after the point where it is shown; 0 to 6.</summary>
    public int Decimals { get; init; }

    /// <summary>A figure with fewer persons or records than this behind a part, but not none, is not shown; 0 for never.</summary>
    public int SuppressBelow { get; init; }

    /// <summary>What is divided, or the measure itself; null for composites, quotients, and the growth of another indicator.</summary>
    public Measure? Numerator { get; init; }

    /// <summary>What it is divided by, where it is.</summary>
    public Measure? Denominator { get; init; }

    /// <summary>The code of the indicator whose growth this is, where it is not that of a measure; for a quotient what is divided.</summary>
    public string? Of { get; init; }

    /// <summary>For a quotient the code of the indicator that is divided by.</summary>
    public string? By { get; init; }

    /// <summary>What a distribution spreads over and is summed up as.</summary>
    public Spread? Spread { get; init; }

    /// <summary>What a composite is made of.</summary>
    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>The share of the weights, 0 to 1, that must have values; with less the composite is missing.</summary>
    public decimal LeastWeight { get; init; } = 1;

    /// <summary>The dimensions it can be broken down by, <c>unit</c> among them where it can.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>Those of <see cref="Dimensions"/> that break down the numerator only, against the whole denominator.</summary>
    public IReadOnlyList<string> NumeratorOnly { get; init; } = [];

    /// <summary>
    /// Whether its values along a dimension can be set beside each other whatever the size of what they are of: divided by
    /// something of the same part. A share of one whole for all is as large as the count.
    /// </summary>
    public bool IsNormalisedBy(string dimension) => Type is not (IndicatorType.Measure or IndicatorType.Distribution) && Dimensions.Contains(dimension) && !NumeratorOnly.Contains(dimension);

    /// <summary>The codes of the indicators it is made from.</summary>
    public IEnumerable<string> References => Of is null ? Components.Select(component => component.Indicator) : By is null ? [Of] : [Of, By];
}

/// <summary>How a distribution is summed up.</summary>
/// <param name="Across">The dimension it spreads over; what has none is left out.</param>
/// <param name="Index">What is worked out.</param>
/// <param name="Top">For the share of the largest, how many they are; else 0.</param>
public sealed record Spread(FactColumn Across, DistributionIndex Index, int Top);

/// <summary>A part of a composite.</summary>
/// <param name="Indicator">The code of the indicator.</param>
/// <param name="Weight">More than 0; weights need not add up to 1.</param>
/// <param name="Low">The value that scores 0.</param>
/// <param name="High">The value that scores 1; below <paramref name="Low"/> where less is better.</param>
public sealed record Component(string Indicator, decimal Weight, decimal Low, decimal High);

using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;
using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Scoring;

/// <summary>How a university values its partners: parts of a score with their weights, tiers by rule, and when something is suggested.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Source">Who decided it.</param>
/// <param name="Parts">In the order in which they are shown.</param>
/// <param name="Tiers">The first that holds counts; the last holds always.</param>
/// <param name="Suggestions">From when on something is suggested.</param>
public sealed record PartnershipPolicy(Text Name, Text Source, IReadOnlyList<ScorePart> Parts, IReadOnlyList<TierRule> Tiers, SuggestionLimits Suggestions)
{
    /// <summary>The most years that a part looks back over.</summary>
    public const int MostYears = 8;

    /// <summary>The codes of the indicators that the parts are made from.</summary>
    public IReadOnlyList<string> Indicators => [.. Parts.SelectMany(part => part.Indicators).Distinct(StringComparer.Ordinal)];

    /// <summary>What conditions of tiers may name: the score, the percentile, the years without activity, and the value of each part.</summary>
    internal static FactSchema SchemaOf(IEnumerable<string> parts) => new("partnership", ("連携先", "Partner"),
    [
        new("score", FactType.Number, ("スコア", "Score")), new("percentile", FactType.Number, ("百分位", "Percentile")), new("idle_years", FactType.Whole, ("往来のない年数", "Years without activity")),
        .. parts.Select(part => new FactColumn(part, FactType.Number, Text.Same(part))),
    ]);
}

/// <summary>How the value of a part is made from the yearly figures of a partner.</summary>
public enum PartMeasure
{
    /// <summary>The yearly means of all its indicators, added.</summary>
    Sum,

    /// <summary>The largest of the yearly means of its indicators.</summary>
    Most,

    /// <summary>Of two indicators, the smaller in percent of the larger.</summary>
    Balance,

    /// <summary>Years in which any of its indicators has something.</summary>
    ActiveYears,

    /// <summary>Nothing yet: what it is made from is not recorded.</summary>
    Awaits,
}

/// <summary>How the value of a part becomes a number from 0 to 100.</summary>
public enum PartScale
{
    /// <summary>How many of a hundred other partners have less.</summary>
    Rank,

    /// <summary>In proportion; 100 from the full value on.</summary>
    Linear,

    /// <summary>In proportion to the logarithm of one more; 100 from the full value on.</summary>
    Log,
}

/// <summary>A part of the score.</summary>
/// <param name="Code">As conditions spell it.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Measure">How its value is made.</param>
/// <param name="Indicators">From which indicators; none where it waits.</param>
/// <param name="Years">Over how many years.</param>
public sealed record ScorePart(string Code, Text Name, PartMeasure Measure, IReadOnlyList<string> Indicators, int Years)
{
    public PartScale Scale { get; init; }

    /// <summary>The value that makes 100; 0 for ranks.</summary>
    public decimal Full { get; init; }

    /// <summary>More than 0; what matters is how it stands to the others.</summary>
    public required decimal Weight { get; init; }

    /// <summary>What it waits for; null where it is measured.</summary>
    public Text? Awaits { get; init; }
}

/// <summary>How much a partner matters to the university.</summary>
public enum PartnerTier
{
    Strategic,
    Priority,
    Active,
    Dormant,
}

/// <summary>When a partner is of a tier.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="When">The condition; null for always.</param>
/// <param name="Condition">The same as it is written.</param>
public sealed record TierRule(PartnerTier Tier, RowFilter? When, string? Condition);

/// <summary>From when on something is suggested.</summary>
/// <param name="IdleYears">Years without a stay, though an agreement is in force.</param>
/// <param name="BalanceBelow">The smaller direction in percent of the larger.</param>
/// <param name="People">The larger direction, people a year.</param>
/// <param name="Demand">People a year to and from a country where no agreement is in force.</param>
public sealed record SuggestionLimits(int IdleYears, decimal BalanceBelow, decimal People, decimal Demand);

using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Evaluation;

/// <summary>Why a figure has no value. 0 is a value: covered, and there was none.</summary>
public enum Nothing
{
    /// <summary>It has a value.</summary>
    None,

    /// <summary>Nobody has reported.</summary>
    Missing,

    /// <summary>What it would be divided by is 0.</summary>
    Undefined,

    /// <summary>Too few persons or records to be shown.</summary>
    Suppressed,
}

/// <summary>How many of the units that are expected to hand in data have.</summary>
/// <param name="Submitted">Units that have.</param>
/// <param name="Expected">Units that should.</param>
public readonly record struct Coverage(int Submitted, int Expected)
{
    /// <summary>0 to 1; null where nobody is expected to.</summary>
    public decimal? Share => Expected == 0 ? null : (decimal)Submitted / Expected;
}

/// <summary>What one figure is about.</summary>
/// <param name="Indicator">The version of the definition it was made by.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">The unit with all below it; null for the university as a whole.</param>
/// <param name="Keys">The values of the dimensions of the breakdown, in its order; null where the records have none.</param>
public sealed record FigureSubject(Indicator Indicator, Period Period, long? Unit, IReadOnlyList<string?> Keys);

/// <summary>One figure, with all that has to be shown beside it.</summary>
public sealed record Figure
{
    /// <summary>What it is about.</summary>
    public required FigureSubject Subject { get; init; }

    /// <summary>The value, exact; null where <see cref="Nothing"/> says why.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why there is no value.</summary>
    public Nothing Nothing { get; init; }

    /// <summary>What was divided, or the measure itself; for growth this period. Null where unknown or suppressed.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>What it was divided by; for growth the period before. Null where there is none, or unknown, or suppressed.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>How many facts lie behind the numerator; null for composites and quotients, and where suppressed.</summary>
    public long? Records { get; init; }

    /// <summary>Units submitted and expected; of several facts that of the one least covered.</summary>
    public Coverage Coverage { get; init; }

    /// <summary>The change set of the records up to which facts had been projected.</summary>
    public long DataAsOf { get; init; }

    /// <summary>The revision of the closed period that it was taken from; null where it is of the records as they are.</summary>
    public int? Revision { get; init; }

    /// <summary>The revision of the closed period in which a figure of this kind was not frozen: it is of the records as they are. Null where it was, or the period is open.</summary>
    public int? NotIn { get; init; }

    /// <summary>The version of the definition.</summary>
    public int DefinitionVersion => Subject.Indicator.Version;

    /// <summary>The value as it is shown: rounded once, half away from zero, to the definition's decimals.</summary>
    public decimal? Rounded => Value is { } value ? Math.Round(value, Subject.Indicator.Decimals, MidpointRounding.AwayFromZero) : null;
}

/// <summary>Which figures are wanted: one cut through the facts. Totals and breakdowns are different cuts.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Periods">The periods, all of the indicator's kind.</param>
public sealed record FigureQuery(string Code, IReadOnlyList<Period> Periods)
{
    /// <summary>Only facts of this unit and those below it; null for the whole university.</summary>
    public long? Scope { get; init; }

    /// <summary>A figure for each of these units with all below it; null for one figure for the scope.</summary>
    public IReadOnlyList<long>? Units { get; init; }

    /// <summary>Of several units broken down, each is protected as where it is asked for alone, not as a table of all of them: what is kept of each unit's own page.</summary>
    public bool EachAlone { get; init; }

    /// <summary>Dimensions to break down by, of those of the definition.</summary>
    public IReadOnlyList<string> Breakdown { get; init; } = [];

    /// <summary>The version of the definition; null for the one that is valid in each period.</summary>
    public int? Version { get; init; }
}

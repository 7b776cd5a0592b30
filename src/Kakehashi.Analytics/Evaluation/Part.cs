using Kakehashi.Analytics.Indicators;

namespace Kakehashi.Analytics.Evaluation;

/// <summary>The numerator or the denominator of one figure.</summary>
/// <param name="Value">Null where <paramref name="Nothing"/> says why.</param>
/// <param name="Nothing">Why there is no value.</param>
/// <param name="Rows">How many rows lie behind it.</param>
/// <param name="Coverage">Who has submitted its fact.</param>
internal readonly record struct Part(decimal? Value, Nothing Nothing, long Rows, Coverage Coverage)
{
    internal static Part Of(Measure measure, Cell? found, Coverage coverage, int suppressBelow)
    {
        if (found is not { } cell)
        {
            return measure.Missing == MissingRule.ZeroIfCovered && coverage.Submitted > 0
                ? new(0, Nothing.None, 0, coverage)
                : new(null, Nothing.Missing, 0, coverage);
        }

        var size = Size(measure, cell);
        return size > 0 && size < suppressBelow
            ? new(null, Nothing.Suppressed, 0, coverage)
            : new(cell.Value, Nothing.None, cell.Rows, coverage);
    }

    /// <summary>
    /// How many stand behind a value, for suppression: the persons where persons are counted or headcounts summed, else
    /// the rows.
    /// </summary>
    private static decimal Size(Measure measure, Cell cell) => measure switch
    {
        { Aggregate: Aggregate.CountDistinct } => cell.Value,
        { Aggregate: Aggregate.Sum, Column.Type: Facts.FactType.Whole } => cell.Value,
        _ => cell.Rows,
    };

    /// <summary>
    /// What two parts without a value make together: suppressed wins, so that what is hidden cannot be told from what
    /// else is not there; then missing, then undefined.
    /// </summary>
    internal static Nothing Join(Nothing one, Nothing other)
    {
        if (one == Nothing.Suppressed || other == Nothing.Suppressed) return Nothing.Suppressed;
        if (one == Nothing.Missing || other == Nothing.Missing) return Nothing.Missing;
        return one == Nothing.Undefined || other == Nothing.Undefined ? Nothing.Undefined : Nothing.None;
    }

    /// <summary>The one less covered; where nobody is expected to submit a fact, the other.</summary>
    internal static Coverage Least(Coverage one, Coverage other)
    {
        if (one.Share is not { } first) return other;
        return other.Share is { } second && second < first ? other : one;
    }
}

using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Evaluation;

/// <summary>Which part of a figure.</summary>
public enum FigurePart
{
    /// <summary>What is divided, or the measure itself.</summary>
    Numerator,

    /// <summary>What it is divided by; for growth the period before.</summary>
    Denominator,
}

/// <summary>Which records are wanted: those behind one figure.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Period">The period.</param>
public sealed record RecordQuery(string Code, Period Period)
{
    /// <summary>The unit of the figure with all below it; null for the whole university.</summary>
    public long? Unit { get; init; }

    /// <summary>The keys of the figure, by dimension; null for those without one.</summary>
    public IReadOnlyDictionary<string, string?> Keys { get; init; } = new Dictionary<string, string?>();

    /// <summary>Which part.</summary>
    public FigurePart Part { get; init; }

    /// <summary>The last id of the page before; 0 for the first page.</summary>
    public long After { get; init; }

    /// <summary>How many to a page, 1 to 10,000.</summary>
    public int Take { get; init; } = 50;

    /// <summary>The version of the definition; null for the one valid in the period.</summary>
    public int? Version { get; init; }
}

/// <summary>A page of the records behind a figure.</summary>
/// <param name="Ids">Their ids, ascending.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">What <see cref="RecordQuery.After"/> is for the next page; null on the last.</param>
public sealed record RecordPage(IReadOnlyList<long> Ids, long Total, long? Next);

/// <summary>The measure and period whose rows a query means.</summary>
internal sealed record RecordSource(Measure Measure, Period Period, IReadOnlyList<(FactColumn Column, string? Key)> Keys)
{
    internal static Result<RecordSource> Find(RecordQuery query, IndicatorCatalogue catalogue, YearStarts years)
    {
        var figure = new FigureQuery(query.Code, [query.Period]) { Version = query.Version };
        var indicator = FigureChecks.Definition(figure, catalogue, query.Period, years);
        var period = query.Period;
        if (indicator.Type == IndicatorType.Growth && query.Part == FigurePart.Denominator) period = period.Plus(-1);
        var whole = query.Part == FigurePart.Denominator && indicator is { Type: not IndicatorType.Growth, Of: null };
        var below = whole && indicator.Denominator is not null;
        if (query.Part == FigurePart.Denominator && indicator.By is { } divisor && catalogue.At(divisor, period, years) is { } by) indicator = by;
        // made from another indicator: its numerator, however far down
        while (indicator.Of is { } code && catalogue.At(code, period, years) is { } other) indicator = other;
        // of a share of the largest, the whole is all records
        if ((below ? indicator.Denominator : indicator.Numerator) is not { } measure || (whole && !below && indicator.Spread is null))
        {
            return new Refusal("indicator.no-records", (
                $"{query.Code}のこの部分には直接のレコードがありません。構成する指標を開いてください。",
                $"No records lie directly behind this part of {query.Code}; open the indicators it is made of."));
        }

        var keys = query.Keys
            .Where(key => !below || !indicator.NumeratorOnly.Contains(key.Key))
            .Select(key => (measure.Fact.Find(key.Key)!, key.Value));
        return new RecordSource(measure, period, [.. keys]);
    }

    internal RecordPage Read(Snapshot snapshot, MeasureSql compiler, RecordQuery query)
    {
        var take = Math.Clamp(query.Take, 1, 10_000);
        var ids = new List<long>();
        using (var reader = snapshot.Query(compiler.Records(Measure, Period, query.Unit, Keys, query.After, take + 1)))
        {
            while (reader.Read()) ids.Add(reader.Whole(0));
        }

        using var total = snapshot.Query(compiler.RecordCount(Measure, Period, query.Unit, Keys));
        total.Read();
        var more = ids.Count > take;
        if (more) ids.RemoveAt(take);
        return new(ids, total.Whole(0), more ? ids[^1] : null);
    }
}

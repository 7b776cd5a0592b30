using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Evaluation;

/// <summary>
/// Answers what indicators are: one statement for each measure and cut, over all periods and units at once, and the
/// tree above them in decimals. It holds no state; several threads may use one.
/// </summary>
/// <param name="store">The facts.</param>
/// <param name="catalogue">The definitions.</param>
/// <param name="home">The university's own country, ISO 3166-1 alpha-2: <c>$home</c> in filters.</param>
public sealed class Evaluator(FactStore store, IndicatorCatalogue catalogue, string home = "JP")
{
    private readonly MeasureSql compiler =
        new(SqlDialect.DuckDb, store.Years, new Dictionary<string, string>(StringComparer.Ordinal) { [FilterValues.Home] = home });

    /// <summary>The figures of one cut.</summary>
    /// <returns>
    /// By unit, then keys, then period; without a breakdown there is one for every unit (or the scope) and period, with
    /// one for every combination of keys that occurs in the unit. Refusals: <c>indicator.unknown</c>,
    /// <c>indicator.period</c>, <c>indicator.dimension</c>.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Result<Figure[]> Evaluate(FigureQuery query, CancellationToken cancel = default) => EvaluateAll([query], cancel)[0];

    /// <summary>The figures of several cuts, all on the same state of the facts; measures that they share are asked once.</summary>
    /// <inheritdoc cref="Evaluate(FigureQuery, CancellationToken)"/>
    public IReadOnlyList<Result<Figure[]>> EvaluateAll(IEnumerable<FigureQuery> queries, CancellationToken cancel = default) => EvaluateAll(queries, null, cancel);

    /// <summary>The same, which tells after each cut how many it has answered.</summary>
    /// <inheritdoc cref="Evaluate(FigureQuery, CancellationToken)"/>
    public IReadOnlyList<Result<Figure[]>> EvaluateAll(IEnumerable<FigureQuery> queries, Action<int>? answered, CancellationToken cancel = default)
    {
        using var snapshot = new Snapshot(store, cancel);
        var answers = new List<Result<Figure[]>>();
        foreach (var query in queries)
        {
            var refusal = FigureChecks.Refuse(query, catalogue, store.Years);
            answers.Add(refusal is null ? Figures(snapshot, query) : refusal);
            answered?.Invoke(answers.Count);
        }

        return answers;
    }

    /// <summary>In which values of the columns that it lies within each value of a column of some facts lies.</summary>
    public IReadOnlyList<Nesting> Nestings(IEnumerable<FactSchema> facts, IReadOnlyCollection<string> columns, CancellationToken cancel = default)
    {
        using var connection = store.Connect();
        return [.. from fact in facts from column in columns from around in fact.Around(column) select Nesting.Read(connection, SqlDialect.DuckDb, fact, fact.Find(column)!, around, cancel)];
    }

    /// <summary>The units that figures roll up, each with the unit right above it; null at the top.</summary>
    public IReadOnlyDictionary<long, long?> Units(CancellationToken cancel = default)
    {
        using var connection = store.Connect();
        using var reader = connection.Query("SELECT unit, max(CASE WHEN depth = 1 THEN ancestor END) FROM unit_tree GROUP BY unit ORDER BY unit", cancel: cancel);
        var parents = new Dictionary<long, long?>();
        while (reader.Read()) parents[reader.Whole(0)] = reader.IsNull(1) ? null : reader.Whole(1);
        return parents;
    }

    /// <summary>The records behind a figure, for those who may see them; the caller checks that.</summary>
    /// <returns>Refusals as for <see cref="Evaluate(FigureQuery, CancellationToken)"/>, and <c>indicator.no-records</c> for composites.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Result<RecordPage> RecordsBehind(RecordQuery query, CancellationToken cancel = default)
    {
        var cut = new FigureQuery(query.Code, [query.Period]) { Breakdown = [.. query.Keys.Keys], Version = query.Version };
        if (FigureChecks.Refuse(cut, catalogue, store.Years) is { } refusal) return refusal;
        var found = RecordSource.Find(query, catalogue, store.Years);
        if (!found.IsDone) return found.Refusal;
        using var snapshot = new Snapshot(store, cancel);
        return found.Value.Read(snapshot, compiler, query);
    }

    private Result<Figure[]> Figures(Snapshot snapshot, FigureQuery query)
    {
        var figures = new List<Figure>();
        foreach (var group in query.Periods.Distinct().GroupBy(period => FigureChecks.Definition(query, catalogue, period, store.Years)))
            figures.AddRange(Evaluate(snapshot, group.Key, [.. group.Order()], query));
        return figures.ToArray();
    }

    private IEnumerable<Figure> Evaluate(Snapshot snapshot, Indicator indicator, IReadOnlyList<Period> periods, FigureQuery query)
    {
        var cut = new FigureCut(snapshot, compiler, indicator, periods, query);
        return indicator switch
        {
            { Type: IndicatorType.Distribution } => cut.Distribution(),
            { Type: IndicatorType.Quotient } => cut.Quotient(Parts(snapshot, indicator, periods, query)),
            { Type: IndicatorType.Composite } => cut.Composite(Parts(snapshot, indicator, periods, query)),
            { Type: IndicatorType.Growth, Of: not null } => cut.GrowthOf(Parts(snapshot, indicator, [.. periods.SelectMany(period => (Period[])[period.Plus(-1), period]).Distinct()], query)[indicator.Of]),
            { Type: IndicatorType.Growth } => cut.Growth(),
            { Denominator: null } => cut.Measure(),
            _ => cut.Ratio(),
        };
    }

    /// <summary>The figures of the indicators that one is made from, by code; each under the version valid in its period.</summary>
    private Dictionary<string, IReadOnlyList<Figure>> Parts(Snapshot snapshot, Indicator indicator, IReadOnlyList<Period> periods, FigureQuery query) =>
        indicator.References.Distinct(StringComparer.Ordinal).ToDictionary(
            code => code,
            code => (IReadOnlyList<Figure>)Figures(snapshot, query with { Code = code, Periods = periods, Version = null }).Value!,
            StringComparer.Ordinal);
}

using System.Globalization;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Evaluation;

/// <summary>How a measure is cut up.</summary>
/// <param name="Scope">Only this unit and those below it; null for all.</param>
/// <param name="Units">One group for each of these units with all below it; null for no such groups.</param>
/// <param name="RollsUp">True where one of them has units below it, so that facts count towards several.</param>
/// <param name="Dimensions">The columns to group by.</param>
internal sealed record Cut(long? Scope, IReadOnlyList<long>? Units, bool RollsUp, IReadOnlyList<FactColumn> Dimensions);

/// <summary>
/// Turns a measure into one statement over one fact. Facts are never joined with facts, only with the tree of units.
/// Names that begin with an underscore are ours: no column of a schema can have such a name.
/// </summary>
internal sealed class MeasureSql(SqlDialect dialect, YearStarts years, IReadOnlyDictionary<string, string> parameters)
{
    /// <summary>Columns: period key (or the day, see <see cref="DayOfRow"/>), unit where wanted, dimensions, value, rows.</summary>
    internal SqlText Grouped(Measure measure, IReadOnlyList<Period> periods, Cut cut)
    {
        var values = new List<object?>();
        if (PeriodColumn(measure, periods[0].Kind) is { } column)
            return new(Select(measure, cut, dialect.Name(column), PeriodIn(measure, periods, column), values), values);

        // what lasts is true in several periods at once: a statement for each, read as one
        var parts = periods.Select(period => Select(
            measure, cut, period.Key.ToString(CultureInfo.InvariantCulture), bound => InPeriod(measure, period, bound), values));
        return new(string.Join(" UNION ALL ", parts), values);
    }

    /// <summary>The same for the parts of a distribution, summed up: the columns of <see cref="Grouped"/>, then what its index needs.</summary>
    internal SqlText Spread(Measure measure, IReadOnlyList<Period> periods, Cut cut, Spread spread)
    {
        var parts = Grouped(measure, periods, cut with { Dimensions = [.. cut.Dimensions, spread.Across] });
        var count = 1 + (cut.Units is null ? 0 : 1) + cut.Dimensions.Count;
        var keys = string.Join(", ", Enumerable.Range(0, count).Select(KeyName));
        var ranked = spread.Index == DistributionIndex.TopShare ? $", row_number() OVER (PARTITION BY {keys} ORDER BY _value DESC) AS _rank" : "";
        var needed = spread.Index switch
        {
            DistributionIndex.TopShare => $"sum(CASE WHEN _rank <= {spread.Top.ToString(CultureInfo.InvariantCulture)} THEN _value ELSE 0 END)",
            // each term made exact before they are added: floating sums differ with the order of the rows, and a closed figure must not
            DistributionIndex.EffectiveNumber => $"sum({dialect.Exactly("_value * ln(_value)")})",
            _ => $"sum({dialect.Wide("_value")} * _value)",
        };
        return new($"SELECT {keys}, sum(_value), sum(_rows), {needed} FROM (SELECT *{ranked} FROM ({parts.Sql}) AS _parts WHERE {KeyName(count)} IS NOT NULL AND _value > 0) AS _of GROUP BY {keys}", parts.Values);
    }

    /// <summary>The day on which a headcount is read; null where periods are read by their keys.</summary>
    internal DateOnly? DayOfRow(Measure measure, Period period) => measure is { Fact.Lasts: false, Basis: Basis.AsOf or Basis.AsOfLastDay } ? Day(measure.Basis, period) : null;

    /// <summary>The ids of the records of a measure, those above <paramref name="after"/>, in order; one more than wanted tells whether there are more.</summary>
    internal SqlText Records(Measure measure, Period period, long? unit, IReadOnlyList<(FactColumn Column, string? Key)> keys, long after, int take)
    {
        var values = new List<object?>();
        var rows = Rows(measure, period, unit, keys, values);
        values.Add(after);
        return new($"SELECT DISTINCT record AS _record {rows} AND record > ? ORDER BY _record LIMIT {take.ToString(CultureInfo.InvariantCulture)}", values);
    }

    /// <summary>How many records there are in all.</summary>
    internal SqlText RecordCount(Measure measure, Period period, long? unit, IReadOnlyList<(FactColumn Column, string? Key)> keys)
    {
        var values = new List<object?>();
        return new($"SELECT {dialect.CountDistinct(FixedColumns.Record.Name)} {Rows(measure, period, unit, keys, values)}", values);
    }

    private string Rows(Measure measure, Period period, long? unit, IReadOnlyList<(FactColumn Column, string? Key)> keys, List<object?> values)
    {
        var conditions = new List<string> { InPeriod(measure, period, values) };
        AddFilters(conditions, measure, unit, values);
        foreach (var (column, key) in keys)
            conditions.Add(key is null ? $"{dialect.Name(column.Name)} IS NULL" : $"{dialect.AsText(column)} = {dialect.Value(key, values)}");
        return $"FROM {dialect.Name(measure.Fact.Name)} WHERE {string.Join(" AND ", conditions)}";
    }

    private string Select(Measure measure, Cut cut, string period, Func<List<object?>, string> inPeriod, List<object?> values)
    {
        List<string> keys = [period];
        var from = dialect.Name(measure.Fact.Name);
        var conditions = new List<string>();
        if (cut is { Units: not null, RollsUp: true })
        {
            keys.Add("_ancestor");
            from += $" JOIN (SELECT unit AS _unit, ancestor AS _ancestor FROM unit_tree WHERE {In("ancestor", cut.Units, values)}) AS _tree ON unit = _unit";
        }
        else if (cut.Units is not null)
        {
            keys.Add("unit");
        }

        conditions.Add(inPeriod(values));
        if (cut is { Units: not null, RollsUp: false }) conditions.Add(In("unit", cut.Units, values));
        AddFilters(conditions, measure, cut.Scope, values);
        keys.AddRange(cut.Dimensions.Select(dialect.AsText));
        var named = keys.Select((key, i) => $"{key} AS {KeyName(i)}");
        var groups = string.Join(", ", keys.Select((_, i) => KeyName(i)));
        return $"SELECT {string.Join(", ", named)}, {Aggregated(measure)} AS _value, count(*) AS _rows FROM {from} WHERE {string.Join(" AND ", conditions)} GROUP BY {groups}";
    }

    private static string KeyName(int at) => "_key" + at.ToString(CultureInfo.InvariantCulture);

    private void AddFilters(List<string> conditions, Measure measure, long? scope, List<object?> values)
    {
        if (measure.Where is not null) conditions.Add(dialect.Condition(measure.Where, parameters, values));
        if (scope is { } unit) conditions.Add($"unit IN (SELECT unit FROM unit_tree WHERE ancestor = {dialect.Value(unit, values)})");
    }

    private string Aggregated(Measure measure) => measure.Aggregate switch
    {
        Aggregate.Count => "count(*)",
        Aggregate.CountDistinct => dialect.CountDistinct(measure.Column!.Name),
        Aggregate.Sum => $"sum({dialect.Name(measure.Column!.Name)})",
        Aggregate.Min => $"min({dialect.Name(measure.Column!.Name)})",
        Aggregate.Max => $"max({dialect.Name(measure.Column!.Name)})",
        _ => dialect.Median(measure.Column!.Name),
    };

    /// <summary>The column that tells the period of a row; null where a row belongs to several.</summary>
    private static string? PeriodColumn(Measure measure, PeriodKind kind) => measure.Basis switch
    {
        Basis.Started => FixedColumns.Of(kind),
        Basis.AsOf or Basis.AsOfLastDay when !measure.Fact.Lasts => FixedColumns.Date.Name,
        _ => null,
    };

    private Func<List<object?>, string> PeriodIn(Measure measure, IReadOnlyList<Period> periods, string column) => values =>
        In(dialect.Name(column), periods.Select(period => DayOfRow(measure, period) is { } day ? day : (object)period.Key), values);

    private string In<T>(string column, IEnumerable<T> wanted, List<object?> values) =>
        $"{column} IN ({string.Join(", ", wanted.Select(value => dialect.Value(value!, values)))})";

    private string InPeriod(Measure measure, Period period, List<object?> values)
    {
        if (measure.Basis is Basis.Started) return $"{FixedColumns.Of(period.Kind)} = {dialect.Value(period.Key, values)}";
        if (measure.Basis is Basis.Ended) return $"{dialect.Name("until")} >= {dialect.Value(period.From(years), values)} AND {dialect.Name("until")} <= {dialect.Value(period.To(years), values)}";
        var (first, last) = measure.Basis is Basis.OverYear
            ? (FirstOfYear(period), period.To(years))
            : (Day(measure.Basis, period), Day(measure.Basis, period));
        var began = $"{dialect.Name("date")} <= {dialect.Value(last, values)}";
        return measure.Fact.Lasts
            ? $"{began} AND ({dialect.Name("until")} IS NULL OR {dialect.Name("until")} >= {dialect.Value(first, values)})"
            : $"{began} AND {dialect.Name("date")} >= {dialect.Value(first, values)}";
    }

    private DateOnly FirstOfYear(Period period) =>
        period.Kind == PeriodKind.Quarter ? new(period.Year, 1, 1) : period.From(years);

    private DateOnly Day(Basis basis, Period period) =>
        basis is Basis.AsOf day ? period.On(day.Month, day.Day, years) : period.To(years);
}

using Kakehashi.Analytics.DuckDb;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Evaluation;

/// <param name="Period">The period's key.</param>
/// <param name="Unit">The unit; null for the scope.</param>
/// <param name="Keys">The values of the dimensions, see <see cref="BreakdownKeys"/>.</param>
internal readonly record struct CellKey(int Period, long? Unit, string Keys);

/// <param name="Value">The aggregate.</param>
/// <param name="Rows">How many rows lie behind it.</param>
/// <param name="Spread">Of a distribution, what its index is worked out from; else 0.</param>
internal readonly record struct Cell(decimal Value, long Rows, decimal Spread = 0);

/// <summary>
/// One transaction of reading: every figure of an evaluation sees the same state. A measure that several indicators
/// share is asked once.
/// </summary>
internal sealed class Snapshot : IDisposable
{
    private readonly DuckDbConnection connection;
    private readonly CancellationToken cancel;
    private readonly Dictionary<string, Dictionary<CellKey, Cell>> asked = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, PeriodKind), Dictionary<(int, long?), Coverage>> coverage = [];

    internal Snapshot(FactStore store, CancellationToken cancel)
    {
        this.cancel = cancel;
        connection = store.Connect();
        try
        {
            connection.Execute("BEGIN TRANSACTION READ ONLY", cancel: cancel);
            DataAsOf = connection.Whole("SELECT change_set FROM projection", cancel: cancel);
            Units = UnitTree.Read(connection, cancel);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal long DataAsOf { get; }

    internal UnitTree Units { get; }

    internal DuckDbReader Query(SqlText sql) => connection.Query(sql.Sql, sql.Values, cancel);

    /// <summary>The cells of a measure; a group without a row, or with nothing but nulls to aggregate, has none.</summary>
    internal Dictionary<CellKey, Cell> Cells(MeasureSql compiler, Measure measure, IReadOnlyList<Period> periods, Cut cut, Spread? spread = null)
    {
        var sql = spread is null ? compiler.Grouped(measure, periods, cut) : compiler.Spread(measure, periods, cut, spread);
        var name = sql.Sql + "\0" + string.Join('\0', sql.Values);
        if (asked.TryGetValue(name, out var cells)) return cells;
        var days = periods.Where(period => compiler.DayOfRow(measure, period) is not null)
            .ToDictionary(period => compiler.DayOfRow(measure, period)!.Value, period => period.Key);
        cells = [];
        using var reader = Query(sql);
        var keys = cut.Units is null ? 1 : 2;
        var value = keys + cut.Dimensions.Count;
        while (reader.Read())
        {
            if (reader.IsNull(value)) continue;
            var period = days.Count > 0 ? days[reader.Day(0)] : (int)reader.Whole(0);
            var key = BreakdownKeys.Join(Enumerable.Range(keys, cut.Dimensions.Count).Select(i => reader.IsNull(i) ? null : reader.Text(i)));
            cells[new(period, cut.Units is null ? null : reader.Whole(1), key)] = new(reader.Number(value), (long)reader.Number(value + 1), spread is null ? 0 : reader.Number(value + 2));
        }

        return asked[name] = cells;
    }

    /// <summary>Who has submitted, for a unit with all below it or for all (null).</summary>
    internal Coverage Covered(FactSchema fact, Period period, long? unit)
    {
        if (!coverage.TryGetValue((fact.Name, period.Kind), out var known)) known = coverage[(fact.Name, period.Kind)] = ReadCoverage(fact, period.Kind);
        return known.GetValueOrDefault((period.Key, unit));
    }

    public void Dispose() => connection.Dispose();

    private Dictionary<(int, long?), Coverage> ReadCoverage(FactSchema fact, PeriodKind kind)
    {
        var found = new Dictionary<(int, long?), Coverage>();
        using var reader = connection.Query(
            "SELECT period, unit, submitted FROM coverage WHERE fact = ? AND period_kind = ?", [fact.Name, CodeNames.Of(kind)], cancel);
        while (reader.Read())
        {
            var period = (int)reader.Whole(0);
            var submitted = reader.Flag(2) ? 1 : 0;
            Add((period, null), submitted);
            if (reader.IsNull(1)) continue;
            foreach (var unit in Units.Above(reader.Whole(1))) Add((period, unit), submitted);
        }

        return found;

        void Add((int, long?) key, int submitted)
        {
            var so = found.GetValueOrDefault(key);
            found[key] = new(so.Submitted + submitted, so.Expected + 1);
        }
    }
}

/// <summary>The values of several dimensions as one text, so that they can be looked up.</summary>
internal static class BreakdownKeys
{
    private const char Between = '\u001f';
    private const string Null = "\u0000";

    internal static string Join(IEnumerable<string?> keys) => string.Join(Between, keys.Select(key => key ?? Null));

    internal static IReadOnlyList<string?> Split(string keys, int count) =>
        count == 0 ? [] : [.. keys.Split(Between).Select(key => key == Null ? null : key)];
}

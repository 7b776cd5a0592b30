using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;

namespace Kakehashi.Analytics.Quality;

/// <summary>The facts of one unit in one fiscal year.</summary>
/// <param name="Unit">The unit; null where the records name none.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Filled">In how many of them each column has a value.</param>
public sealed record UnitYear(long? Unit, int Year, long Count, IReadOnlyList<long> Filled);

/// <summary>Which facts there are and which values they lack: one pass over the columns, for all units and years.</summary>
public static class FactCounts
{
    /// <summary>Counts by unit and year.</summary>
    public static IReadOnlyList<UnitYear> Read(FactStore store, FactSchema fact, IReadOnlyList<FactColumn> columns, CancellationToken cancel)
    {
        var counts = string.Concat(columns.Select(column => $", count({SqlDialect.DuckDb.Name(column.Name)})"));
        using var connection = store.Connect();
        using var reader = connection.Query($"SELECT unit, fy, count(*){counts} FROM {SqlDialect.DuckDb.Name(fact.Name)} GROUP BY unit, fy", [], cancel);
        var rows = new List<UnitYear>();
        while (reader.Read())
            rows.Add(new(reader.IsNull(0) ? null : reader.Whole(0), (int)reader.Whole(1), reader.Whole(2), [.. Enumerable.Range(3, columns.Count).Select(reader.Whole)]));
        return rows;
    }

    /// <summary>The records of a unit in a year, or those of them without a value in a column: a page of their numbers.</summary>
    public static IReadOnlyList<long> Records(FactStore store, FactSchema fact, long? unit, int year, FactColumn? without, long after, int most, CancellationToken cancel)
    {
        var lacks = without is null ? "" : $" AND {SqlDialect.DuckDb.Name(without.Name)} IS NULL";
        using var connection = store.Connect();
        using var reader = connection.Query(
            $"SELECT DISTINCT record AS _record FROM {SqlDialect.DuckDb.Name(fact.Name)} WHERE unit IS NOT DISTINCT FROM ? AND fy = ? AND record > ?{lacks} ORDER BY _record LIMIT {most}",
            [unit, (long)year, after], cancel);
        var numbers = new List<long>();
        while (reader.Read()) numbers.Add(reader.Whole(0));
        return numbers;
    }
}

using System.Globalization;
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

    /// <summary>How late they were entered, by unit and year.</summary>
    /// <param name="store">The facts.</param>
    /// <param name="fact">The kind.</param>
    /// <param name="since">The day from which on facts can have been entered late.</param>
    /// <param name="cancel">Ends the statement.</param>
    public static IReadOnlyList<UnitEntries> Entries(FactStore store, FactSchema fact, DateOnly since, CancellationToken cancel)
    {
        var (before, from, late) = (Entered(EntryTime.TakenOver), Entered(EntryTime.Since), Entered(EntryTime.Late));
        using var connection = store.Connect();
        using var reader = connection.Query(
            $"SELECT unit, fy, count(*) FILTER (WHERE {before}), count(*) FILTER (WHERE {from}), count(*) FILTER (WHERE {late}), CAST(median(entered - date) FILTER (WHERE {from}) AS DECIMAL(18,1)) FROM {SqlDialect.DuckDb.Name(fact.Name)} GROUP BY unit, fy",
            [since, since, since, since], cancel);
        var rows = new List<UnitEntries>();
        while (reader.Read())
        {
            rows.Add(new(reader.IsNull(0) ? null : reader.Whole(0), (int)reader.Whole(1), reader.Whole(2), reader.Whole(3), reader.Whole(4), reader.IsNull(5) ? null : reader.Number(5)));
        }

        return rows;
    }

    /// <summary>A page of the numbers of the records that are chosen.</summary>
    public static IReadOnlyList<long> Records(FactStore store, FactSchema fact, ChosenFacts chosen, long after, int most, CancellationToken cancel)
    {
        var values = new List<object?> { chosen.Unit, (long)chosen.Year, after };
        var further = chosen.Without is { } without ? $" AND {SqlDialect.DuckDb.Name(without.Name)} IS NULL" : "";
        if (chosen.Entered is { } entered)
        {
            further += $" AND {Entered(entered.Time)}";
            values.Add(entered.Since);
        }

        using var connection = store.Connect();
        using var reader = connection.Query(
            $"SELECT DISTINCT record AS _record FROM {SqlDialect.DuckDb.Name(fact.Name)} WHERE unit IS NOT DISTINCT FROM ? AND fy = ? AND record > ?{further} ORDER BY _record LIMIT {most}",
            values, cancel);
        var numbers = new List<long>();
        while (reader.Read()) numbers.Add(reader.Whole(0));
        return numbers;
    }

    /// <summary>With the day from which on as its only parameter.</summary>
    private static string Entered(EntryTime time) => time switch
    {
        EntryTime.TakenOver => "entered IS NOT NULL AND date < ?",
        EntryTime.Since => "entered IS NOT NULL AND date >= ?",
        _ => string.Create(CultureInfo.InvariantCulture, $"entered IS NOT NULL AND date >= ? AND entered - date > {UnitEntries.InTimeWithin}"),
    };
}

using System.Globalization;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;

namespace Kakehashi.Analytics.Quality;

/// <summary>The facts of one unit in one fiscal year.</summary>
/// <param name="Unit">The unit; null where the records name none.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Asked">Of how many of them a value in each column is asked.</param>
/// <param name="Filled">How many of those have one.</param>
public sealed record UnitYear(long? Unit, int Year, long Count, IReadOnlyList<long> Asked, IReadOnlyList<long> Filled)
{
    /// <summary>The values that are missing, in all columns.</summary>
    public long Missing => Asked.Sum() - Filled.Sum();
}

/// <summary>Which facts there are and which values they lack: one pass over the columns, for all units and years.</summary>
public static class FactCounts
{
    /// <summary>Counts by unit and year.</summary>
    public static IReadOnlyList<UnitYear> Read(FactStore store, FactSchema fact, IReadOnlyList<FactColumn> columns, DateOnly today, CancellationToken cancel)
    {
        var values = new List<object?>();
        var asked = string.Concat(columns.Select(column => $", count(*) FILTER (WHERE {Asked(column, today, values)})"));
        var filled = string.Concat(columns.Select(column => $", count({SqlDialect.DuckDb.Name(column.Name)}) FILTER (WHERE {Asked(column, today, values)})"));
        using var connection = store.Connect();
        using var reader = connection.Query($"SELECT unit, fy, count(*){asked}{filled} FROM {SqlDialect.DuckDb.Name(fact.Name)} GROUP BY unit, fy", values, cancel);
        var rows = new List<UnitYear>();
        while (reader.Read())
            rows.Add(new(reader.IsNull(0) ? null : reader.Whole(0), (int)reader.Whole(1), reader.Whole(2), [.. Enumerable.Range(3, columns.Count).Select(reader.Whole)], [.. Enumerable.Range(3 + columns.Count, columns.Count).Select(reader.Whole)]));
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
        var values = new List<object?>();
        var where = Where(chosen, values);
        values.Add(after);
        using var connection = store.Connect();
        using var reader = connection.Query(
            $"SELECT DISTINCT record AS _record FROM {SqlDialect.DuckDb.Name(fact.Name)} WHERE {where} AND record > ? ORDER BY _record LIMIT {most}", values, cancel);
        var numbers = new List<long>();
        while (reader.Read()) numbers.Add(reader.Whole(0));
        return numbers;
    }

    /// <summary>How many records are chosen, on all pages.</summary>
    public static long Total(FactStore store, FactSchema fact, ChosenFacts chosen, CancellationToken cancel)
    {
        var values = new List<object?>();
        var where = Where(chosen, values);
        using var connection = store.Connect();
        using var reader = connection.Query($"SELECT count(DISTINCT record) FROM {SqlDialect.DuckDb.Name(fact.Name)} WHERE {where}", values, cancel);
        return reader.Read() ? reader.Whole(0) : 0;
    }

    private static string Where(ChosenFacts chosen, List<object?> values)
    {
        values.AddRange([chosen.Unit, (long)chosen.Year]);
        var where = "unit IS NOT DISTINCT FROM ? AND fy = ?";
        if (chosen.Without is { } without) where += $" AND {SqlDialect.DuckDb.Name(without.Column.Name)} IS NULL AND {Asked(without.Column, without.Today, values)}";
        if (chosen.Entered is not { } entered) return where;
        values.Add(entered.Since);
        return $"{where} AND {Entered(entered.Time)}";
    }

    /// <summary>Whether a value is asked for: the one rule of shares, counts and lists.</summary>
    private static string Asked(FactColumn column, DateOnly today, List<object?> values)
    {
        if (column.AskedOf is not { } of) return "true";
        values.Add(of.Value);
        var asked = $"{SqlDialect.DuckDb.Name(of.Column)} = ?";
        if (!of.WhenOver) return asked;
        values.Add(today);
        return $"{asked} AND until < ?";
    }

    /// <summary>With the day from which on as its only parameter.</summary>
    private static string Entered(EntryTime time) => time switch
    {
        EntryTime.TakenOver => "entered IS NOT NULL AND date < ?",
        EntryTime.Since => "entered IS NOT NULL AND date >= ?",
        _ => string.Create(CultureInfo.InvariantCulture, $"entered IS NOT NULL AND date >= ? AND entered - date > {UnitEntries.InTimeWithin}"),
    };
}

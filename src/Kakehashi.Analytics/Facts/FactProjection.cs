using Kakehashi.Analytics.DuckDb;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Facts;

/// <summary>Whether a unit has handed in what a fact is made of, for a period.</summary>
/// <param name="Fact">The fact's name.</param>
/// <param name="Unit">The unit that is expected to; null for the university as a whole.</param>
/// <param name="Period">The period.</param>
/// <param name="Submitted">True where it has: then no fact means 0, else it means missing.</param>
public sealed record CoverageRow(string Fact, long? Unit, Period Period, bool Submitted);

/// <summary>The open transaction of <see cref="FactStore.Project"/>.</summary>
public sealed class FactProjection : IDisposable
{
    private readonly DuckDbConnection connection;
    private readonly FactStore store;
    private readonly CancellationToken cancel;
    private readonly Dictionary<string, FactWriter> writers = new(StringComparer.Ordinal);
    private bool open;

    internal FactProjection(DuckDbConnection connection, FactStore store, CancellationToken cancel)
    {
        (this.connection, this.store, this.cancel) = (connection, store, cancel);
        connection.Execute("BEGIN TRANSACTION", cancel: cancel);
        open = true;
    }

    /// <summary>The facts of one kind, to replace.</summary>
    /// <exception cref="ArgumentException">The store has no such fact.</exception>
    public FactWriter Facts(string name)
    {
        if (writers.TryGetValue(name, out var writer)) return writer;
        if (!store.Schemas.TryGetValue(name, out var schema)) throw new ArgumentException($"The store has no fact {name}.", nameof(name));
        return writers[name] = new(connection, schema, store.Years, cancel);
    }

    /// <summary>Replaces who has submitted what.</summary>
    public void ReplaceCoverage(IEnumerable<CoverageRow> rows)
    {
        connection.Execute("DELETE FROM coverage", cancel: cancel);
        using var appender = connection.Append("coverage");
        foreach (var row in rows)
        {
            appender.Set(0, row.Fact);
            if (row.Unit is { } unit) appender.Set(1, unit);
            else appender.SetNull(1);
            appender.Set(2, CodeNames.Of(row.Period.Kind));
            appender.Set(3, row.Period.Key);
            appender.Set(4, row.Submitted);
            appender.EndRow();
        }

        appender.Flush();
    }

    /// <summary>Replaces the tree of units, given as each unit's parent (null at the top).</summary>
    /// <exception cref="ArgumentException">A parent is no unit, or units contain each other.</exception>
    public void ReplaceUnits(IReadOnlyDictionary<long, long?> parents)
    {
        connection.Execute("DELETE FROM unit_tree", cancel: cancel);
        using var appender = connection.Append("unit_tree");
        foreach (var unit in parents.Keys)
        {
            var depth = 0;
            for (long? ancestor = unit; ancestor is { } id; depth++)
            {
                if (!parents.TryGetValue(id, out var parent)) throw new ArgumentException($"Unit {id} stands above {unit} and is not given.", nameof(parents));
                if (depth > parents.Count) throw new ArgumentException($"The units above {unit} contain each other.", nameof(parents));
                appender.Set(0, unit);
                appender.Set(1, id);
                appender.Set(2, depth);
                appender.EndRow();
                ancestor = parent;
            }
        }

        appender.Flush();
    }

    /// <summary>Rolls back what was not committed.</summary>
    public void Dispose()
    {
        foreach (var writer in writers.Values) writer.Dispose();
        if (!open) return;
        open = false;
        connection.Execute("ROLLBACK");
    }

    internal void Commit(long changeSet)
    {
        foreach (var writer in writers.Values) writer.Flush();
        connection.Execute("UPDATE projection SET change_set = ?", [changeSet], cancel);
        cancel.ThrowIfCancellationRequested();
        // from here on it is done or, where it fails, rolled back by DuckDB itself
        open = false;
        connection.Execute("COMMIT");
    }
}

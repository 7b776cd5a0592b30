using System.Data.Common;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Search;
using Kakehashi.Records;

namespace Kakehashi.Platform.Store;

/// <summary>Writes the records of one type within a transaction: table, keys, links from parts, search words.</summary>
internal sealed class TableWriter : IDisposable
{
    /// <summary>From here on a load is large enough that indexes are better built at its end.</summary>
    private const int ManyRows = 50_000;

    private static readonly string[] KeyColumns = ["type", "key", "record"];
    private static readonly ColumnKind[] KeyKinds = [ColumnKind.Text, ColumnKind.Text, ColumnKind.Large];

    private readonly Database database;
    private readonly RecordTable table;
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly RowSinks sinks;
    private readonly RowSink rows;
    private readonly RowSink keys;
    private readonly RowSink furtherKeys;
    private readonly RowSink links;
    private readonly SearchWriter? search;
    private readonly object?[] row;
    private readonly object?[] keyRow = new object?[3];
    private DbCommand? update;
    private Action? restoreIndexes;
    private int inserted;

    public TableWriter(Database database, RecordTable table, DbConnection connection, DbTransaction transaction, RowSinks sinks)
    {
        (this.database, this.table, this.connection, this.transaction, this.sinks) = (database, table, connection, transaction, sinks);
        row = new object?[table.ColumnNames.Count];
        rows = sinks.Into(table.Name, table.ColumnNames, table.Kinds);
        keys = sinks.Into("record_key", KeyColumns, KeyKinds);
        furtherKeys = sinks.Into("record_key", KeyColumns, KeyKinds, IfTaken.Skip);
        links = sinks.Into("record_link", ["target", "record", "field"], [ColumnKind.Large, ColumnKind.Large, ColumnKind.Text]);
        Values = new(table.Type);
        if (table.Type.Fields.Any(field => field.IsSearched)) search = new(database.Search, table.Type, connection, transaction, sinks);
    }

    /// <summary>Writes changes as JSON.</summary>
    public ChangeValues Values { get; }

    public void Insert(Record record)
    {
        if (++inserted == ManyRows) DeferIndexes();
        table.Fill(record, row);
        rows.Add(row);
        InsertBeside(record);
    }

    /// <summary>Builds what was put off while many rows came.</summary>
    public void RestoreIndexes()
    {
        restoreIndexes?.Invoke();
        restoreIndexes = null;
    }

    /// <summary>False where the record has another version by now.</summary>
    public bool Update(Record before, Record record, int version)
    {
        sinks.Flush();
        update ??= UpdateCommand();
        table.Fill(record, row);
        for (var i = 0; i < row.Length; i++) update.Parameters[i].Value = row[i] ?? DBNull.Value;
        update.Parameters[row.Length].Value = version;
        if (update.ExecuteNonQuery() == 0) return false;
        // by the keys themselves: an index from records to keys would cost every import, and serve nothing else
        foreach (var key in table.Type.Keys(before))
            Execute("DELETE FROM record_key WHERE type = @type AND key = @key AND record = @record", ("@type", table.Type.Code), ("@key", key), ("@record", record.Number));
        Execute("DELETE FROM record_link WHERE record = @record", ("@record", record.Number));
        search?.Delete(record.Number);
        if (!record.IsWithdrawn) InsertBeside(record);
        return true;
    }

    public void Dispose()
    {
        search?.Dispose();
        update?.Dispose();
        Values.Dispose();
    }

    private void DeferIndexes()
    {
        sinks.Flush();
        restoreIndexes = database.DeferIndexes(connection, transaction, table);
    }

    /// <summary>
    /// The first key must be the record's own. A further one may be shared by mistake of a registry (two universities with
    /// one PIC): then it leads to the record that had it first.
    /// </summary>
    private void InsertBeside(Record record)
    {
        var into = keys;
        foreach (var key in table.Type.Keys(record).Distinct(StringComparer.Ordinal))
        {
            (keyRow[0], keyRow[1], keyRow[2]) = (table.Type.Code, key, record.Number);
            into.Add(keyRow);
            into = furtherKeys;
        }

        foreach (var (field, target) in table.InnerLinks(record)) links.Add([target, record.Number, field]);
        search?.Insert(record);
    }

    private DbCommand UpdateCommand()
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"UPDATE \"{table.Name}\" SET {string.Join(", ", table.ColumnNames.Skip(1).Select((column, i) => $"\"{column}\" = @p{i + 1}"))} WHERE id = @p0 AND version = @before";
        for (var i = 0; i < row.Length; i++) AddParameter(command, $"@p{i}");
        AddParameter(command, "@before");
        return command;
    }

    private static void AddParameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            AddParameter(command, name);
            command.Parameters[name].Value = value;
        }

        command.ExecuteNonQuery();
    }
}

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

    private readonly Database database;
    private readonly RecordTable table;
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly RowSink rows;
    private readonly RowSink keys;
    private readonly RowSink links;
    private readonly SearchWriter? search;
    private readonly object?[] row;
    private DbCommand? update;
    private DbCommand? furtherKey;
    private Action? restoreIndexes;
    private int inserted;

    public TableWriter(Database database, RecordTable table, DbConnection connection, DbTransaction transaction)
    {
        (this.database, this.table, this.connection, this.transaction) = (database, table, connection, transaction);
        row = new object?[table.ColumnNames.Count];
        rows = database.Insert(connection, transaction, table.Name, table.ColumnNames, table.Kinds);
        keys = database.Insert(connection, transaction, "record_key", ["type", "key", "record"], [ColumnKind.Text, ColumnKind.Text, ColumnKind.Large]);
        links = database.Insert(connection, transaction, "record_link", ["target", "record", "field"], [ColumnKind.Large, ColumnKind.Large, ColumnKind.Text]);
        Values = new(table.Type);
        if (table.Type.Fields.Any(field => field.IsSearched)) search = new(database.Search, table.Type, connection, transaction);
    }

    /// <summary>Writes changes as JSON.</summary>
    public ChangeValues Values { get; }

    public void Insert(Record record)
    {
        if (++inserted == ManyRows) restoreIndexes = database.DeferIndexes(connection, transaction, table);
        table.Fill(record, row);
        rows.Add(row);
        InsertBeside(record);
    }

    /// <summary>All is in its place, also what was put off while many rows came.</summary>
    public void Complete()
    {
        Flush();
        restoreIndexes?.Invoke();
        restoreIndexes = null;
    }

    /// <summary>False where the record has another version by now.</summary>
    public bool Update(Record record, int version)
    {
        Flush();
        update ??= UpdateCommand();
        table.Fill(record, row);
        for (var i = 0; i < row.Length; i++) update.Parameters[i].Value = row[i] ?? DBNull.Value;
        update.Parameters[row.Length].Value = version;
        if (update.ExecuteNonQuery() == 0) return false;
        Execute("DELETE FROM record_key WHERE record = @record", record.Number);
        Execute("DELETE FROM record_link WHERE record = @record", record.Number);
        search?.Delete(record.Number);
        if (!record.IsWithdrawn) InsertBeside(record);
        return true;
    }

    public void Flush()
    {
        rows.Flush();
        links.Flush();
        Keyed(keys.Flush, "");
    }

    public void Dispose()
    {
        rows.Dispose();
        keys.Dispose();
        links.Dispose();
        search?.Dispose();
        update?.Dispose();
        furtherKey?.Dispose();
        Values.Dispose();
    }

    private void InsertBeside(Record record)
    {
        var isFirst = true;
        foreach (var key in table.Type.Keys(record).Distinct(StringComparer.Ordinal))
        {
            if (isFirst) Keyed(() => keys.Add([table.Type.Code, key, record.Number]), key);
            else InsertFurtherKey(key, record.Number);
            isFirst = false;
        }

        foreach (var (field, target) in table.InnerLinks(record).Distinct()) links.Add([target, record.Number, field]);
        search?.Insert(record);
    }

    private void Keyed(Action write, string key)
    {
        try
        {
            write();
        }
        catch (DbException error) when (database.TakenKey(error) is { } taken)
        {
            throw new DuplicateKeyException(table.Type, taken.Length > 0 ? taken : key, error);
        }
    }

    /// <summary>
    /// The first key must be the record's own. A further one may be shared by mistake of a registry (two universities with
    /// one PIC): then it leads to the record that had it first.
    /// </summary>
    private void InsertFurtherKey(string key, long record)
    {
        if (furtherKey is null)
        {
            furtherKey = connection.CreateCommand();
            furtherKey.Transaction = transaction;
            furtherKey.CommandText = "INSERT INTO record_key (type, key, record) VALUES (@type, @key, @record) ON CONFLICT DO NOTHING";
            foreach (var name in (string[])["@type", "@key", "@record"]) AddParameter(furtherKey, name);
        }

        (furtherKey.Parameters[0].Value, furtherKey.Parameters[1].Value, furtherKey.Parameters[2].Value) = (table.Type.Code, key, record);
        furtherKey.ExecuteNonQuery();
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

    private void Execute(string sql, long record)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        AddParameter(command, "@record");
        command.Parameters[0].Value = record;
        command.ExecuteNonQuery();
    }
}

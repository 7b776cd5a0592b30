using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Kakehashi.Platform.Store;

/// <summary>Collects rows and sends them by binary COPY; COPY takes the connection for itself, so the tables take turns.</summary>
internal sealed class PostgresRowSinks(NpgsqlConnection connection) : RowSinks
{
    private const int RowsAtOnce = 5_000;

    private readonly List<PostgresRowSink> sinks = [];

    public override RowSink Into(string table, IReadOnlyList<string> columns, IReadOnlyList<ColumnKind> kinds, IfTaken ifTaken = IfTaken.Fail)
    {
        var sink = new PostgresRowSink(connection, table, columns, kinds, ifTaken, many => { if (many.Count >= RowsAtOnce) Flush(); });
        sinks.Add(sink);
        return sink;
    }

    /// <summary>In the order they were opened: what may be left out comes after what must have its place.</summary>
    public override void Flush()
    {
        foreach (var sink in sinks) sink.Send();
    }

    public override void Dispose() => sinks.Clear();
}

/// <summary>Rows of one table that wait to be sent.</summary>
internal sealed class PostgresRowSink(NpgsqlConnection connection, string table, IReadOnlyList<string> columns, IReadOnlyList<ColumnKind> kinds, IfTaken ifTaken, Action<List<object?[]>> added) : RowSink
{
    /// <summary>Up to here a statement a row is quicker than a table to stage them in.</summary>
    private const int FewRows = 20;

    private readonly List<object?[]> waiting = [];

    /// <summary>COPY cannot leave rows out, nor read words: those are staged.</summary>
    private readonly bool isStaged = ifTaken == IfTaken.Skip || kinds.Contains(ColumnKind.Words);

    private readonly string names = string.Join(", ", columns.Select(column => $"\"{column}\""));

    public override void Add(ReadOnlySpan<object?> row)
    {
        var kept = new object?[row.Length];
        for (var i = 0; i < kept.Length; i++) kept[i] = Kept(row[i]);
        waiting.Add(kept);
        added(waiting);
    }

    public void Send()
    {
        if (waiting.Count == 0) return;
        if (!isStaged) Copy(table);
        else if (waiting.Count <= FewRows) InsertOneByOne();
        else Stage();
        waiting.Clear();
    }

    /// <summary>PostgreSQL has no NUL in texts; the readers refuse it in files, this is for the API.</summary>
    private static object? Kept(object? value) => value switch
    {
        string text => text.Contains('\0') ? text.Replace("\0", "", StringComparison.Ordinal) : text,
        Utf8Text text => Encoding.UTF8.GetString(text.Bytes.Span),
        byte[] bytes => bytes.AsSpan().ToArray(),
        _ => value,
    };

    private void Copy(string into)
    {
        using var copy = connection.BeginBinaryImport($"COPY \"{into}\" ({names}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in waiting)
        {
            copy.StartRow();
            for (var i = 0; i < row.Length; i++) Write(copy, row[i], kinds[i]);
        }

        copy.Complete();
    }

    private void InsertOneByOne()
    {
        var values = string.Join(", ", kinds.Select((kind, i) => kind == ColumnKind.Words ? $"${i + 1}::tsvector" : $"${i + 1}"));
        using var command = new NpgsqlCommand($"INSERT INTO \"{table}\" ({names}) VALUES ({values}) {Conflict}", connection);
        foreach (var row in waiting)
        {
            command.Parameters.Clear();
            foreach (var value in row) command.Parameters.Add(new() { Value = value ?? DBNull.Value });
            command.ExecuteNonQuery();
        }
    }

    private void Stage()
    {
        var staged = string.Join(", ", kinds.Select((kind, i) => $"\"{columns[i]}\" {Column.PostgresType(kind == ColumnKind.Words ? ColumnKind.Text : kind, null)}"));
        Execute($"CREATE TEMP TABLE IF NOT EXISTS \"new_{table}\" ({staged}) ON COMMIT DROP");
        Copy($"new_{table}");
        var values = string.Join(", ", kinds.Select((kind, i) => kind == ColumnKind.Words ? $"\"{columns[i]}\"::tsvector" : $"\"{columns[i]}\""));
        Execute($"INSERT INTO \"{table}\" ({names}) SELECT {values} FROM \"new_{table}\" {Conflict}");
        Execute($"TRUNCATE \"new_{table}\"");
    }

    private string Conflict => ifTaken == IfTaken.Skip ? "ON CONFLICT DO NOTHING" : "";

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value, ColumnKind kind)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case string text: copy.Write(text, NpgsqlDbType.Text); break;
            case byte[] bytes: copy.Write(bytes, NpgsqlDbType.Bytea); break;
            case bool flag: copy.Write(flag, NpgsqlDbType.Boolean); break;
            case DateOnly day: copy.Write(day, NpgsqlDbType.Date); break;
            case int number when kind == ColumnKind.Large: copy.Write((long)number, NpgsqlDbType.Bigint); break;
            case int number: copy.Write(number, NpgsqlDbType.Integer); break;
            case long number: copy.Write(number, NpgsqlDbType.Bigint); break;
            default: throw new InvalidOperationException($"{value.GetType()} cannot be stored");
        }
    }
}

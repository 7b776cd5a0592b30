using Npgsql;
using NpgsqlTypes;

namespace Kakehashi.Platform.Store;

/// <summary>Collects rows and sends them by binary COPY; COPY takes the connection for itself, so rows of several tables wait their turn.</summary>
internal sealed class PostgresRowSink(NpgsqlConnection connection, string table, IReadOnlyList<string> columns, IReadOnlyList<ColumnKind> kinds) : RowSink
{
    private const int RowsAtOnce = 5_000;

    private readonly List<object?[]> waiting = [];

    public override void Add(ReadOnlySpan<object?> row)
    {
        waiting.Add(row.ToArray());
        if (waiting.Count >= RowsAtOnce) Flush();
    }

    public override void Flush()
    {
        if (waiting.Count == 0) return;
        using (var copy = connection.BeginBinaryImport($"COPY \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in waiting)
            {
                copy.StartRow();
                for (var i = 0; i < row.Length; i++) Write(copy, row[i], kinds[i]);
            }

            copy.Complete();
        }

        waiting.Clear();
    }

    public override void Dispose() => waiting.Clear();

    private static void Write(NpgsqlBinaryImporter copy, object? value, ColumnKind kind)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            // PostgreSQL has no NUL in texts; the readers refuse it in files, this is for the API
            case string text: copy.Write(text.Replace("\0", "", StringComparison.Ordinal), NpgsqlDbType.Text); break;
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

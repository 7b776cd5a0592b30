using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kakehashi.Platform.Store;

/// <summary>
/// One prepared INSERT, bound and stepped directly: three times as fast as a command with parameter objects, which is
/// what an import of a million rows is made of.
/// </summary>
internal sealed class SqliteRowSink : RowSink
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly string table;

    public SqliteRowSink(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        this.table = table;
        database = connection.Handle!;
        var sql = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public override void Add(ReadOnlySpan<object?> row)
    {
        for (var i = 0; i < row.Length; i++) Bind(i + 1, row[i]);
        if (raw.sqlite3_step(statement) != raw.SQLITE_DONE) Check(raw.sqlite3_reset(statement));
        raw.sqlite3_reset(statement);
    }

    public override void Flush()
    {
        // each row is in the table as soon as it was added
    }

    public override void Dispose() => statement.Dispose();

    private void Bind(int at, object? value)
    {
        switch (value)
        {
            case null: raw.sqlite3_bind_null(statement, at); break;
            case long number: raw.sqlite3_bind_int64(statement, at, number); break;
            case int number: raw.sqlite3_bind_int64(statement, at, number); break;
            case bool flag: raw.sqlite3_bind_int64(statement, at, flag ? 1 : 0); break;
            case DateOnly day: BindDay(at, day); break;
            case string text: BindText(at, text); break;
            case byte[] bytes: raw.sqlite3_bind_blob(statement, at, bytes); break;
            default: throw new InvalidOperationException($"{table}: {value.GetType()} cannot be stored");
        }
    }

    private void BindText(int at, string text)
    {
        // most values are short: no array for them
        Span<byte> small = stackalloc byte[512];
        // an empty span is bound as NULL, an array is not
        if (text.Length == 0) raw.sqlite3_bind_text(statement, at, "");
        else if (text.Length * 3 <= small.Length) raw.sqlite3_bind_text(statement, at, small[..Encoding.UTF8.GetBytes(text, small)]);
        else raw.sqlite3_bind_text(statement, at, Encoding.UTF8.GetBytes(text).AsSpan());
    }

    private void BindDay(int at, DateOnly day)
    {
        Span<byte> text = stackalloc byte[10];
        day.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        raw.sqlite3_bind_text(statement, at, text);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new SqliteException($"{table}: {raw.sqlite3_errmsg(database).utf8_to_string()}", code, raw.sqlite3_extended_errcode(database));
    }
}

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static Kakehashi.Platform.Store.SqliteNative;

namespace Kakehashi.Platform.Store;

/// <summary>One prepared INSERT, bound to bytes of a <see cref="RowBlock"/> and stepped.</summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly nint handle;
    private readonly string table;
    private readonly int columns;

    public SqliteInsert(sqlite3 database, string table, IReadOnlyList<string> columns, IfTaken ifTaken)
    {
        (this.database, this.table, this.columns) = (database, table, columns.Count);
        var verb = ifTaken == IfTaken.Skip ? "INSERT OR IGNORE" : "INSERT";
        var sql = $"{verb} INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        if (raw.sqlite3_prepare_v2(database, sql, out statement) != raw.SQLITE_OK) throw Error([]);
        handle = statement.DangerousGetHandle();
    }

    /// <summary>Inserts the row that begins at <paramref name="at"/>; the answer is where the next one begins.</summary>
    /// <param name="block">A block whose bytes stay where they are.</param>
    /// <param name="at">The first value.</param>
    public int Run(ReadOnlySpan<byte> block, int at)
    {
        var from = at;
        for (var column = 1; column <= columns; column++) at = Bind(column, block, at);
        _ = sqlite3_step(handle);
        // the answer of the step, again
        return sqlite3_reset(handle) == raw.SQLITE_OK ? at : throw Error(block[from..at]);
    }

    public void Dispose() => statement.Dispose();

    private unsafe int Bind(int column, ReadOnlySpan<byte> block, int at)
    {
        var tag = (ValueTag)block[at++];
        if (tag == ValueTag.Null) return Bound(sqlite3_bind_null(handle, column), at);
        if (tag == ValueTag.Number) return Bound(sqlite3_bind_int64(handle, column, BinaryPrimitives.ReadInt64LittleEndian(block[at..])), at + sizeof(long));
        var length = BinaryPrimitives.ReadInt32LittleEndian(block[at..]);
        at += sizeof(int);
        // also the last value, if it is empty, has an address: from none SQLite would make NULL
        var value = (byte*)Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetReference(block), at));
        return Bound(tag == ValueTag.Text ? sqlite3_bind_text(handle, column, value, length, Static) : sqlite3_bind_blob(handle, column, value, length, Static), at + length);
    }

    private int Bound(int code, int next) => code == raw.SQLITE_OK ? next : throw Error([]);

    private SqliteRowException Error(ReadOnlySpan<byte> row) => new(
        table, raw.sqlite3_errmsg(database).utf8_to_string(), raw.sqlite3_errcode(database), raw.sqlite3_extended_errcode(database), Texts(row));

    private static List<string> Texts(ReadOnlySpan<byte> row)
    {
        var texts = new List<string>();
        for (var at = 0; at < row.Length;)
        {
            var tag = (ValueTag)row[at++];
            if (tag == ValueTag.Number) at += sizeof(long);
            if (tag is ValueTag.Null or ValueTag.Number) continue;
            var length = BinaryPrimitives.ReadInt32LittleEndian(row[at..]);
            at += sizeof(int);
            if (tag == ValueTag.Text) texts.Add(Encoding.UTF8.GetString(row.Slice(at, length)));
            at += length;
        }

        return texts;
    }
}

/// <summary>A row that SQLite does not take.</summary>
/// <param name="table">The table it was for.</param>
/// <param name="message">What SQLite says.</param>
/// <param name="code">SQLite's code.</param>
/// <param name="extended">SQLite's extended code.</param>
/// <param name="texts">The texts of the row.</param>
internal sealed class SqliteRowException(string table, string message, int code, int extended, IReadOnlyList<string> texts)
    : SqliteException($"{table}: {message}", code, extended)
{
    public string Table { get; } = table;

    public IReadOnlyList<string> Texts { get; } = texts;
}

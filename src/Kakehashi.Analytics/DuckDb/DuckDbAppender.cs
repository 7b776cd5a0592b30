using System.Runtime.CompilerServices;
using System.Text;

namespace Kakehashi.Analytics.DuckDb;

/// <summary>
/// Appends rows by writing into DuckDB's own vectors: set every column of a row, then <see cref="EndRow"/>. Rows reach
/// the table at <see cref="Flush"/>; without it they are dropped.
/// </summary>
public sealed unsafe class DuckDbAppender : IDisposable
{
    private const int OnStack = 512;
    private readonly DuckDbType[] types;
    private readonly nint[] vectors;
    private readonly nint[] data;
    private readonly nint[] validity;
    private readonly int capacity = (int)Native.duckdb_vector_size();
    private nint handle;
    private nint chunk;
    private int row;

    internal DuckDbAppender(nint connection, string table)
    {
        if (Native.duckdb_appender_create(connection, null, table, out handle) != 0)
        {
            var message = Native.Text(Native.duckdb_appender_error(handle));
            Dispose();
            throw new DuckDbException(message);
        }

        var count = (int)Native.duckdb_appender_column_count(handle);
        (types, vectors, data, validity) = (new DuckDbType[count], new nint[count], new nint[count], new nint[count]);
        var logical = stackalloc nint[count];
        for (var i = 0; i < count; i++)
        {
            logical[i] = Native.duckdb_appender_column_type(handle, (ulong)i);
            types[i] = Native.duckdb_get_type_id(logical[i]);
        }

        chunk = Native.duckdb_create_data_chunk(logical, (ulong)count);
        for (var i = 0; i < count; i++) Native.duckdb_destroy_logical_type(ref logical[i]);
        FindVectors();
    }

    /// <summary>How many columns a row has.</summary>
    public int Columns => vectors.Length;

    /// <summary>A BIGINT or INTEGER.</summary>
    public void Set(int column, long value)
    {
        if (types[column] == DuckDbType.BigInt) Put(column, value);
        else if (types[column] == DuckDbType.Integer) Put(column, checked((int)value));
        else throw Wrong(column, "a whole number");
    }

    /// <summary>A BOOLEAN.</summary>
    public void Set(int column, bool value)
    {
        if (types[column] != DuckDbType.Boolean) throw Wrong(column, "true or false");
        Put(column, value ? (byte)1 : (byte)0);
    }

    /// <summary>A DATE.</summary>
    public void Set(int column, DateOnly value)
    {
        if (types[column] != DuckDbType.Date) throw Wrong(column, "a day");
        Put(column, value.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
    }

    /// <summary>A DECIMAL(18,4), the one decimal type of the fact tables.</summary>
    /// <exception cref="OverflowException">Beyond 14 digits before the point.</exception>
    public void SetDecimal(int column, decimal value)
    {
        if (types[column] != DuckDbType.Decimal) throw Wrong(column, "a number");
        var scaled = decimal.Round(value * 10_000m, MidpointRounding.AwayFromZero);
        if (scaled is <= -1_000_000_000_000_000_000m or >= 1_000_000_000_000_000_000m)
            throw new OverflowException($"{value} does not fit into 18 digits with 4 decimals.");
        Put(column, decimal.ToInt64(scaled));
    }

    /// <summary>A VARCHAR.</summary>
    [SkipLocalsInit] // clearing the buffer would take longer than filling it
    public void Set(int column, string value)
    {
        if (types[column] != DuckDbType.Varchar) throw Wrong(column, "text");
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var buffer = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        var length = Encoding.UTF8.GetBytes(value, buffer);
        if (length <= NativeString.InlineLength) NativeString.WriteInline((NativeString*)data[column] + row, buffer[..length]);
        else fixed (byte* bytes = buffer) Native.duckdb_vector_assign_string_element_len(vectors[column], (ulong)row, bytes, (ulong)length);
    }

    /// <summary>No value.</summary>
    public void SetNull(int column) => ((ulong*)validity[column])[row >> 6] &= ~(1UL << (row & 63));

    /// <summary>The row is complete.</summary>
    public void EndRow()
    {
        if (++row == capacity) Write();
    }

    /// <summary>Hands everything to the table, so that the next statement of this connection sees it.</summary>
    public void Flush()
    {
        if (row > 0) Write();
        Check(Native.duckdb_appender_flush(handle));
    }

    /// <summary>Releases it; rows since the last <see cref="Flush"/> may be lost.</summary>
    public void Dispose()
    {
        if (chunk != 0) Native.duckdb_destroy_data_chunk(ref chunk);
        if (handle != 0) _ = Native.duckdb_appender_destroy(ref handle);
    }

    private void Write()
    {
        Native.duckdb_data_chunk_set_size(chunk, (ulong)row);
        Check(Native.duckdb_append_data_chunk(handle, chunk));
        Native.duckdb_data_chunk_reset(chunk);
        row = 0;
        FindVectors();
    }

    private void FindVectors()
    {
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Native.duckdb_data_chunk_get_vector(chunk, (ulong)i);
            data[i] = (nint)Native.duckdb_vector_get_data(vectors[i]);
            Native.duckdb_vector_ensure_validity_writable(vectors[i]);
            validity[i] = (nint)Native.duckdb_vector_get_validity(vectors[i]);
        }
    }

    private void Put<T>(int column, T value) where T : unmanaged => ((T*)data[column])[row] = value;

    private void Check(int state)
    {
        if (state != 0) throw new DuckDbException(Native.Text(Native.duckdb_appender_error(handle)));
    }

    private ArgumentException Wrong(int column, string given) => new($"Column {column} is {types[column]} and does not take {given}.", nameof(column));
}

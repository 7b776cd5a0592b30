using System.Text;

namespace Kakehashi.Analytics.DuckDb;

/// <summary>
/// The rows of a result, read forward, chunk by chunk (2,048 rows). A value is read by the method of its column's type;
/// after <see cref="IsNull"/> has said false, as null has no value of its own here.
/// </summary>
public sealed unsafe class DuckDbReader : IDisposable
{
    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);
    private readonly Column[] columns;
    private NativeResult result;
    private nint chunk;
    private int row = -1, rows;
    private bool open = true;

    internal DuckDbReader(NativeResult result)
    {
        this.result = result;
        columns = new Column[(int)Native.duckdb_column_count(&result)];
        for (var i = 0; i < columns.Length; i++) columns[i] = Column.Of(&result, (ulong)i);
    }

    /// <summary>How many columns a row has.</summary>
    public int Columns => columns.Length;

    /// <summary>A column's name.</summary>
    public string Name(int column) => columns[column].Name;

    /// <summary>A column's type.</summary>
    public DuckDbType Type(int column) => columns[column].Type;

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Read()
    {
        while (++row >= rows)
        {
            if (!NextChunk()) return false;
            row = -1;
        }

        return true;
    }

    /// <summary>True where there is no value.</summary>
    public bool IsNull(int column)
    {
        var validity = columns[column].Validity;
        return validity != null && (validity[row >> 6] & (1UL << (row & 63))) == 0;
    }

    /// <summary>A BIGINT or an INTEGER.</summary>
    public long Whole(int column) => columns[column].Type switch
    {
        DuckDbType.BigInt => Data<long>(column),
        DuckDbType.Integer => Data<int>(column),
        _ => throw Wrong(column),
    };

    /// <summary>Any exact number; one too large for <see cref="decimal"/> overflows.</summary>
    public decimal Number(int column)
    {
        ref var of = ref columns[column];
        return of.Type switch
        {
            DuckDbType.BigInt => Data<long>(column),
            DuckDbType.Integer => Data<int>(column),
            DuckDbType.HugeInt => (decimal)Data<Int128>(column),
            DuckDbType.Decimal => (decimal)Unscaled(column) / of.Divisor,
            _ => throw Wrong(column),
        };
    }

    /// <summary>A VARCHAR.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    /// <summary>The bytes of a VARCHAR, valid until the next row.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => columns[column].Type == DuckDbType.Varchar
        ? NativeString.Read((NativeString*)columns[column].Data + row)
        : throw Wrong(column);

    /// <summary>A DATE.</summary>
    public DateOnly Day(int column) => columns[column].Type == DuckDbType.Date ? Epoch.AddDays(Data<int>(column)) : throw Wrong(column);

    /// <summary>A BOOLEAN.</summary>
    public bool Flag(int column) => columns[column].Type == DuckDbType.Boolean ? Data<byte>(column) != 0 : throw Wrong(column);

    /// <summary>Releases the result.</summary>
    public void Dispose()
    {
        if (!open) return;
        open = false;
        if (chunk != 0) Native.duckdb_destroy_data_chunk(ref chunk);
        fixed (NativeResult* mine = &result) Native.duckdb_destroy_result(mine);
    }

    private bool NextChunk()
    {
        ObjectDisposedException.ThrowIf(!open, this);
        if (chunk != 0) Native.duckdb_destroy_data_chunk(ref chunk);
        chunk = Native.duckdb_fetch_chunk(result);
        if (chunk == 0) return false;
        rows = (int)Native.duckdb_data_chunk_get_size(chunk);
        for (var i = 0; i < columns.Length; i++)
        {
            var vector = Native.duckdb_data_chunk_get_vector(chunk, (ulong)i);
            columns[i].Data = Native.duckdb_vector_get_data(vector);
            columns[i].Validity = Native.duckdb_vector_get_validity(vector);
        }

        return true;
    }

    private T Data<T>(int column) where T : unmanaged => ((T*)columns[column].Data)[row];

    private Int128 Unscaled(int column) => columns[column].Storage switch
    {
        DuckDbType.SmallInt => Data<short>(column),
        DuckDbType.Integer => Data<int>(column),
        DuckDbType.BigInt => Data<long>(column),
        _ => Data<Int128>(column),
    };

    private InvalidOperationException Wrong(int column) =>
        new($"Column {columns[column].Name} is {columns[column].Type}: read it as such or cast it in the SQL.");

    private struct Column
    {
        internal string Name;
        internal DuckDbType Type;
        internal DuckDbType Storage;
        internal decimal Divisor;
        internal void* Data;
        internal ulong* Validity;

        internal static Column Of(NativeResult* result, ulong index)
        {
            var column = new Column { Name = Native.Text(Native.duckdb_column_name(result, index)), Type = Native.duckdb_column_type(result, index) };
            if (column.Type != DuckDbType.Decimal) return column;
            var type = Native.duckdb_column_logical_type(result, index);
            column.Storage = Native.duckdb_decimal_internal_type(type);
            column.Divisor = 1;
            for (var i = Native.duckdb_decimal_scale(type); i > 0; i--) column.Divisor *= 10;
            Native.duckdb_destroy_logical_type(ref type);
            return column;
        }
    }
}

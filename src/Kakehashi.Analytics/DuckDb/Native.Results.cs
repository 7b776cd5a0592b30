using System.Runtime.InteropServices;

namespace Kakehashi.Analytics.DuckDb;

/// <summary>The part of DuckDB's C interface about results, data chunks, vectors and appenders.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial byte* duckdb_result_error(NativeResult* result);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_result(NativeResult* result);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_column_count(NativeResult* result);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_column_name(NativeResult* result, ulong column);

    [LibraryImport(Library)]
    internal static partial DuckDbType duckdb_column_type(NativeResult* result, ulong column);

    [LibraryImport(Library)]
    internal static partial nint duckdb_column_logical_type(NativeResult* result, ulong column);

    [LibraryImport(Library)]
    internal static partial DuckDbType duckdb_get_type_id(nint logicalType);

    [LibraryImport(Library)]
    internal static partial byte duckdb_decimal_scale(nint logicalType);

    [LibraryImport(Library)]
    internal static partial DuckDbType duckdb_decimal_internal_type(nint logicalType);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_logical_type(ref nint logicalType);

    // the result goes by value here, as the header has it
    [LibraryImport(Library)]
    internal static partial nint duckdb_fetch_chunk(NativeResult result);

    [LibraryImport(Library)]
    internal static partial nint duckdb_create_data_chunk(nint* types, ulong count);

    [LibraryImport(Library)]
    internal static partial void duckdb_destroy_data_chunk(ref nint chunk);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_data_chunk_get_size(nint chunk);

    [LibraryImport(Library)]
    internal static partial void duckdb_data_chunk_set_size(nint chunk, ulong rows);

    [LibraryImport(Library)]
    internal static partial void duckdb_data_chunk_reset(nint chunk);

    [LibraryImport(Library)]
    internal static partial nint duckdb_data_chunk_get_vector(nint chunk, ulong column);

    [LibraryImport(Library)]
    internal static partial void* duckdb_vector_get_data(nint vector);

    [LibraryImport(Library)]
    internal static partial ulong* duckdb_vector_get_validity(nint vector);

    [LibraryImport(Library)]
    internal static partial void duckdb_vector_ensure_validity_writable(nint vector);

    [LibraryImport(Library)]
    internal static partial void duckdb_vector_assign_string_element_len(nint vector, ulong row, byte* utf8, ulong length);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_vector_size();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int duckdb_appender_create(nint connection, string? schema, string table, out nint appender);

    [LibraryImport(Library)]
    internal static partial ulong duckdb_appender_column_count(nint appender);

    [LibraryImport(Library)]
    internal static partial nint duckdb_appender_column_type(nint appender, ulong column);

    [LibraryImport(Library)]
    internal static partial byte* duckdb_appender_error(nint appender);

    [LibraryImport(Library)]
    internal static partial int duckdb_append_data_chunk(nint appender, nint chunk);

    [LibraryImport(Library)]
    internal static partial int duckdb_appender_flush(nint appender);

    [LibraryImport(Library)]
    internal static partial int duckdb_appender_destroy(ref nint appender);
}

/// <summary>duckdb_result: 48 bytes of which only the library knows the meaning.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    private ulong deprecatedColumnCount, deprecatedRowCount, deprecatedRowsChanged;
    private nint deprecatedColumns, deprecatedError, data;
}

/// <summary>duckdb_string_t: 16 bytes; up to 12 bytes of text lie within, longer text behind the pointer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeString
{
    internal const int InlineLength = 12;

    [FieldOffset(0)] private uint length;
    [FieldOffset(4)] private fixed byte inline[InlineLength];
    [FieldOffset(8)] private byte* pointer;

    internal static ReadOnlySpan<byte> Read(NativeString* text) =>
        text->length <= InlineLength ? new(text->inline, (int)text->length) : new(text->pointer, (int)text->length);

    /// <summary>Writes a short text in place; DuckDB compares all 16 bytes, so the rest must be zero.</summary>
    internal static void WriteInline(NativeString* text, ReadOnlySpan<byte> utf8)
    {
        *text = default;
        text->length = (uint)utf8.Length;
        utf8.CopyTo(new(text->inline, InlineLength));
    }
}

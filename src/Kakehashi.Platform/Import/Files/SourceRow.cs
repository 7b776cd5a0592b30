using System.Text.Json;

namespace Kakehashi.Platform.Import.Files;

/// <summary>
/// One row of a file. The same object is filled again for every row: what is to outlive the step of the enumeration must be
/// taken out of it (<see cref="ToArray"/>, <see cref="Cell"/>, or <c>Json.Clone()</c>).
/// </summary>
public sealed class SourceRow
{
    private readonly RowReader reader;
    private char[] text = new char[1024];
    private Slot[] cells = new Slot[64];
    private int length;
    private int start;
    private int roof;
    private JsonDocument? document;
    private byte[] json = [];

    internal SourceRow(RowReader reader) => this.reader = reader;

    /// <summary>The row as a spreadsheet program numbers it, 1-based, blank rows included; for JSON the item's number.</summary>
    public long Number { get; internal set; }

    /// <summary>The line as a text editor numbers it, 1-based; for workbooks the same as <see cref="Number"/>.</summary>
    public long Line { get; internal set; }

    /// <summary>Cells in this row: may be fewer than headers (the rest is empty) or more.</summary>
    public int Count { get; private set; }

    /// <summary>No cell holds anything.</summary>
    internal bool IsBlank { get; private set; } = true;

    /// <summary>
    /// The item, for JSON, without dropping anything; valid until the next row. Cells of nested values are flattened:
    /// <c>coord.lat</c>, and the values of an array under one header such as <c>names[].value</c>, joined by line feeds.
    /// </summary>
    public JsonElement? Json => document?.RootElement;

    /// <summary>The cell's text as it is in the file, spaces included; empty where it is empty or missing.</summary>
    public ReadOnlySpan<char> Span(int column) =>
        (uint)column < (uint)Count ? text.AsSpan(cells[column].Start, cells[column].Length) : default;

    /// <summary>The cell's text as it is in the file, spaces included; null where it is empty or missing.</summary>
    public string? Cell(int column)
    {
        var span = Span(column);
        return span.IsEmpty ? null : new string(span);
    }

    /// <summary>The cell holds an error of the spreadsheet (<c>#N/A</c>, <c>#REF!</c> …), which <see cref="Cell"/> shows as text.</summary>
    public bool IsError(int column) => (uint)column < (uint)Count && cells[column].IsError;

    /// <summary>All cells, copied.</summary>
    public string?[] ToArray()
    {
        var copy = new string?[Count];
        for (var i = 0; i < copy.Length; i++) copy[i] = Cell(i);
        return copy;
    }

    /// <summary>
    /// Every value under a dotted path of a JSON row, one by one: <c>names[].value</c>, <c>coord.lat</c>. Null and missing
    /// values are left out; objects and arrays come as their JSON text.
    /// </summary>
    public IEnumerable<string> Values(string path) =>
        document is null ? [] : JsonPath.Parse(path).Elements(document.RootElement).Select(JsonPath.Text).OfType<string>();

    internal int CellStart => start;

    internal int Length => length;

    internal void Clear()
    {
        Count = length = start = 0;
        roof = reader.Limits.CellChars;
        IsBlank = true;
        document?.Dispose();
        document = null;
    }

    /// <summary>Parses an item from a copy of its bytes that stays this row's.</summary>
    internal JsonElement Hold(ReadOnlySpan<byte> item, JsonDocumentOptions options)
    {
        if (json.Length < item.Length) json = new byte[Math.Max(item.Length, json.Length * 2)];
        item.CopyTo(json);
        document = JsonDocument.Parse(json.AsMemory(0, item.Length), options);
        return document.RootElement;
    }

    internal void Append(ReadOnlySpan<char> more)
    {
        var end = length + more.Length;
        if (end > roof) throw reader.TooLong(this, end > reader.Limits.RowChars);
        if (end > text.Length) Array.Resize(ref text, Math.Max(end, text.Length * 2));
        more.CopyTo(text.AsSpan(length));
        length = end;
    }

    internal void Append(char c) => Append(new ReadOnlySpan<char>(in c));

    internal void EndCell(bool isError = false)
    {
        if (Count == cells.Length) Array.Resize(ref cells, Count * 2);
        if (Count == reader.Limits.Columns) throw reader.TooManyColumns(this);
        cells[Count++] = new(start, length - start, isError);
        if (length > start) IsBlank = false;
        start = length;
        roof = Math.Min(length + reader.Limits.CellChars, reader.Limits.RowChars);
    }

    /// <summary>Leaves out the first character of the cell that is being written.</summary>
    internal void DropFirst() => start++;

    internal ReadOnlySpan<char> Current => text.AsSpan(start, length - start);

    private readonly record struct Slot(int Start, int Length, bool IsError);
}

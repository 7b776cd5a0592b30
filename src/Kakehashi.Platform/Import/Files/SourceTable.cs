
namespace Kakehashi.Platform.Import.Files;

/// <summary>A file that has been opened and understood as a table. Its rows can be read more than once, one reading at a time.</summary>
public sealed class SourceTable : IDisposable
{
    private readonly SourceBytes bytes;
    private readonly Func<RowReader> open;
    private readonly long headerRow;
    private readonly int footerRows;
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    internal SourceTable(SourceBytes bytes, SourceOutline outline, Func<RowReader> open, int footerRows)
    {
        (this.bytes, this.open, this.footerRows) = (bytes, open, footerRows);
        (Kind, Encoding, Separator, Sheets, Sheet) = (outline.Kind, outline.Encoding, outline.Separator, outline.Sheets, outline.Sheet);
        (headerRow, Headers) = (outline.HeaderRow, outline.Headers);
        for (var i = 0; i < Headers.Count; i++) columns.TryAdd(HeaderRowKey(Headers[i]), i);
    }

    /// <summary>What the file is.</summary>
    public SourceKind Kind { get; }

    /// <summary>It is compressed by gzip.</summary>
    public bool IsCompressed => bytes.IsGzip;

    /// <summary>The encoding found or stated, e.g. <c>utf-8</c>, <c>shift_jis</c>; null for workbooks.</summary>
    public string? Encoding { get; }

    /// <summary>The separator found or stated; null where the file is no text with separators.</summary>
    public char? Separator { get; }

    /// <summary>The sheets of a workbook, hidden ones too; else empty.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>The sheet that is read; null where the file is no workbook.</summary>
    public string? Sheet { get; }

    /// <summary>The row of the headers, 1-based; 0 where the file has none (and for JSON).</summary>
    public long HeaderRow => headerRow;

    /// <summary>
    /// The headers without spaces around them; a column without one has an empty string. For JSON the paths that the first
    /// 5,000 items have, e.g. <c>names[].value</c>.
    /// </summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>How much of the file the current reading has passed, 0 to 1; 0 while unknown, as for workbooks.</summary>
    public double Progress => Kind is SourceKind.Xlsx or SourceKind.Xls ? 0 : bytes.Progress;

    /// <summary>The column with this header, whatever the width, case and spaces; -1 where there is none.</summary>
    public int Column(string header) => columns.GetValueOrDefault(HeaderRowKey(header), -1);

    /// <summary>
    /// The rows after the header, blank ones and the footer left out, each in the same <see cref="SourceRow"/> object. Throws
    /// <see cref="SourceFault"/> at the row where the file turns out to be bad; ending the enumeration early is fine.
    /// </summary>
    public IEnumerable<SourceRow> Rows()
    {
        using var reader = open();
        // one more than is held back, so that looking for the end does not empty the row in hand
        var ring = new SourceRow[footerRows + 2];
        for (var i = 0; i < ring.Length; i++) ring[i] = new(reader);
        var held = 0L;
        while (reader.Read(ring[held % ring.Length]))
        {
            var row = ring[held % ring.Length];
            if (row.Number <= headerRow || row.IsBlank) continue;
            // with a footer of n rows, a row is data once n more have come
            if (++held > footerRows) yield return ring[(held - 1 - footerRows) % ring.Length];
        }
    }

    /// <summary>Closes what it opened; a stream that was handed in stays open.</summary>
    public void Dispose() => bytes.Dispose();

    private static string HeaderRowKey(string header) => Files.HeaderRow.Key(header);
}

/// <summary>What is known of a table before its rows are read.</summary>
internal sealed record SourceOutline(SourceKind Kind)
{
    internal string? Encoding { get; init; }

    internal char? Separator { get; init; }

    internal IReadOnlyList<string> Sheets { get; init; } = [];

    internal string? Sheet { get; init; }

    internal long HeaderRow { get; init; }

    internal IReadOnlyList<string> Headers { get; init; } = [];
}

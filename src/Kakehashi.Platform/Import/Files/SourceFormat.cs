namespace Kakehashi.Platform.Import.Files;

/// <summary>What a file really is.</summary>
public enum SourceKind
{
    /// <summary>Text with a separator: comma, semicolon or tab.</summary>
    Delimited,

    /// <summary>An Excel workbook (.xlsx, .xlsm): only its data is read.</summary>
    Xlsx,

    /// <summary>An Excel 97-2003 workbook.</summary>
    Xls,

    /// <summary>One JSON document with an array of objects in it.</summary>
    Json,

    /// <summary>One JSON object on each line.</summary>
    JsonLines,
}

/// <summary>How a file is to be read, from a source profile. What is left out is found by looking.</summary>
public sealed record SourceFormat
{
    /// <summary>Everything is found by looking.</summary>
    public static SourceFormat Found { get; } = new();

    /// <summary>What the file must be; anything else is refused.</summary>
    public SourceKind? Kind { get; init; }

    /// <summary>The sheet by name; else the first one that is not hidden.</summary>
    public string? Sheet { get; init; }

    /// <summary>
    /// The row of the headers, 1-based as a spreadsheet program counts; 0 for a file without headers, whose columns are then
    /// called A, B, C …. Null: the first row that fills more than half as many cells as the fullest of the first twenty.
    /// </summary>
    public int? HeaderRow { get; init; }

    /// <summary>
    /// Headers that the header row must contain; the first of the first hundred rows that does is taken. Width, case and
    /// the kind and number of spaces do not matter.
    /// </summary>
    public IReadOnlyList<string> HeaderContains { get; init; } = [];

    /// <summary>Reads a second column of the same name as <c>name (2)</c> instead of refusing the file.</summary>
    public bool NumbersDuplicateHeaders { get; init; }

    /// <summary>The encoding's name, e.g. <c>utf-8</c>, <c>shift_jis</c>, <c>windows-1252</c>, <c>utf-16</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>The separator of a text file.</summary>
    public char? Separator { get; init; }

    /// <summary>The quote of a text file; <c>'\0'</c> for none.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>Where in a JSON document the rows are, e.g. <c>results</c> or <c>data.items</c>.</summary>
    public string? JsonPath { get; init; }

    /// <summary>How many rows at the end are not data: totals, notes. Blank rows do not count.</summary>
    public int FooterRows { get; init; }
}

/// <summary>What a file may cost. The defaults let through every real file seen so far and keep memory under 150 MB.</summary>
public sealed record SourceLimits
{
    /// <summary>The limits of the program.</summary>
    public static SourceLimits Default { get; } = new();

    /// <summary>Characters in one cell.</summary>
    public int CellChars { get; init; } = 1_000_000;

    /// <summary>Characters in one row.</summary>
    public int RowChars { get; init; } = 4_000_000;

    /// <summary>Columns with a value.</summary>
    public int Columns { get; init; } = 2_000;

    /// <summary>Characters in one header.</summary>
    public int HeaderChars { get; init; } = 2_000;

    /// <summary>Bytes of one row of JSON.</summary>
    public int JsonRowBytes { get; init; } = 4 << 20;

    /// <summary>Levels of nesting in JSON.</summary>
    public int JsonDepth { get; init; } = 64;

    /// <summary>Bytes that a compressed file, or one part of a workbook, may unpack to.</summary>
    public long UnpackedBytes { get; init; } = 4L << 30;

    /// <summary>How many times its size a compressed file may unpack to, once that is more than <see cref="FreeBytes"/>.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Bytes up to which the ratio does not matter.</summary>
    public long FreeBytes { get; init; } = 16L << 20;

    /// <summary>Characters of all different texts of a workbook together; they are held in memory while it is read.</summary>
    public int SharedChars { get; init; } = 32_000_000;

    /// <summary>Different texts of a workbook.</summary>
    public int SharedTexts { get; init; } = 2_000_000;

    /// <summary>Parts of a workbook.</summary>
    public int Parts { get; init; } = 10_000;

    /// <summary>Bytes of an Excel 97-2003 workbook, whose texts are held in memory.</summary>
    public long XlsBytes { get; init; } = 48L << 20;

    /// <summary>Bytes of a workbook that came compressed by gzip and is unpacked to a temporary file.</summary>
    public long SpoolBytes { get; init; } = 512L << 20;
}

using Kakehashi.Kernel;

namespace Kakehashi.Platform.Export.Files;

/// <summary>A value cannot be written into this kind of file; <see cref="Refusal"/> says which and what to do.</summary>
public sealed class TableFault(Refusal refusal) : Exception(refusal.Message.En)
{
    /// <summary>Why not.</summary>
    public Refusal Refusal { get; } = refusal;
}

/// <summary>
/// Writes a table row by row, holding no more than a block of it: values in order, then <see cref="EndRow"/>, and
/// <see cref="Complete"/> at the end (a workbook that was not completed cannot be opened, so that half a
/// table is not taken for a whole one). Writes synchronously: give a file, or a stream that allows it. The stream stays the caller's.
/// </summary>
public abstract class TableWriter : IDisposable
{
    /// <summary>CSV as RFC 4180 says and Excel reads it: UTF-8 with mark, commas, CRLF, formula signs guarded by <see cref="FormulaGuard"/>.</summary>
    public static TableWriter Csv(Stream stream, IReadOnlyList<TableColumn> columns) => new CsvTable(stream, columns);

    /// <summary>An Excel workbook of one sheet (more, where the rows do not fit in one), its header frozen and with filters.</summary>
    public static TableWriter Xlsx(Stream stream, string sheet, IReadOnlyList<TableColumn> columns) => new XlsxTable(stream, sheet, columns);

    /// <summary>A text, never run as a formula; null or empty for an empty cell.</summary>
    public abstract void Text(string? value);

    /// <summary>A number; null for an empty cell.</summary>
    public abstract void Number(decimal? value);

    /// <summary>A number with so many decimals and no fewer, as it is printed; null for an empty cell.</summary>
    public abstract void Number(decimal? value, int decimals);

    /// <summary>A number; null, NaN and infinity for an empty cell.</summary>
    public abstract void Number(double? value);

    /// <summary>A day; null for an empty cell.</summary>
    public abstract void Date(DateOnly? value);

    /// <summary>A day and time, to the second, as it is: time zones are the caller's; null for an empty cell.</summary>
    public abstract void Moment(DateTime? value);

    /// <summary>TRUE or FALSE; null for an empty cell.</summary>
    public abstract void Truth(bool? value);

    /// <summary>Ends the row; cells that were not written are empty.</summary>
    public abstract void EndRow();

    /// <summary>Ends the file.</summary>
    public abstract void Complete();

    /// <summary>Lets go of what it holds; does not complete the file.</summary>
    public abstract void Dispose();
}

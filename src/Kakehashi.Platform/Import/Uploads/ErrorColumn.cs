using Kakehashi.Kernel;
using Kakehashi.Platform.Export;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Platform.Import.Profiles;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>
/// An uploaded file as it came, with what is wrong with each row in one column more: mended, it can be imported in turn.
/// It holds every row and every problem; memory does not grow with the rows.
/// </summary>
internal static class ErrorColumn
{
    private static readonly Text Header = ("取込の問題", "Import problems");

    /// <summary>Writes the file; a workbook stays the office's own workbook, with its formats and other sheets.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="path">The uploaded file.</param>
    /// <param name="name">What the person calls it.</param>
    /// <param name="profile">How it was read.</param>
    /// <param name="problems">What was found in it.</param>
    /// <param name="format">What kind of file is wanted.</param>
    /// <param name="language">The language of the problems.</param>
    public static Refusal? Write(Stream output, string path, string name, SourceProfile profile, ProblemFile problems, ExportFormat format, Language language)
    {
        using var stream = File.OpenRead(path);
        var opened = SourceFile.Open(stream, name, profile.Format);
        if (!opened.IsDone) return opened.Refusal;
        using var table = opened.Value;
        if (format == ExportFormat.Xlsx && table is { Kind: SourceKind.Xlsx, IsCompressed: false }) Workbook(output, path, name, table, problems, language);
        else Table(output, table, problems, format, language);
        return null;
    }

    private static void Workbook(Stream output, string path, string name, SourceTable table, ProblemFile problems, Language language)
    {
        using var workbook = File.OpenRead(path);
        string part;
        using (var stream = File.OpenRead(path))
        using (var zip = ZipDirectory.Open(stream, new(name), SourceLimits.Default)) part = XlsxWorkbook.Read(zip, new(name)).Sheet(table.Sheet).Part;
        string? Words(long row) => row == table.HeaderRow ? Header.In(language) : row > table.HeaderRow ? problems.Of(row, language) : null;
        new WorkbookColumn(part, Words) { HeaderRow = table.HeaderRow }.Write(workbook, output);
    }

    private static void Table(Stream output, SourceTable table, ProblemFile problems, ExportFormat format, Language language)
    {
        TableColumn[] columns = [.. table.Headers.Select(header => new TableColumn(header)), new(Header.In(language))];
        using var writer = format == ExportFormat.Csv ? TableWriter.Csv(output, columns) : TableWriter.Xlsx(output, table.Sheet ?? Header.In(language), columns);
        foreach (var row in table.Rows())
        {
            for (var i = 0; i < table.Headers.Count; i++) writer.Text(row.Cell(i));
            writer.Text(problems.Of(row.Number, language));
            writer.EndRow();
        }

        writer.Complete();
    }
}

using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Kakehashi.ExportControl.Screening;
using Kakehashi.Kernel;

namespace Kakehashi.Web.Commands;

/// <summary>Names of a file: a CSV whose first row has a column <c>name</c>, or a name a line.</summary>
internal sealed class ScreenFile
{
    private readonly string path;
    private readonly bool isCsv;

    private ScreenFile(string path, bool isCsv) => (this.path, this.isCsv) = (path, isCsv);

    public static Result<ScreenFile> Open(FileInfo file)
    {
        if (!file.Exists) return new Refusal("screen.no-file", ($"{file} がありません。", $"There is no {file}."));
        try
        {
            var first = File.ReadLines(file.FullName).FirstOrDefault() ?? "";
            var isCsv = first.Split(',').Any(header => header.Trim(' ', '"', '\ufeff').Equals("name", StringComparison.OrdinalIgnoreCase));
            if (!isCsv && file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase) && first.Contains(','))
                return new Refusal("screen.columns", ($"{file} の1行目に列 name がありません。", $"The first row of {file} has no column name."));
            return new ScreenFile(file.FullName, isCsv);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Refusal("screen.not-read", ($"{file} を開けません：{fault.Message}", $"{file} cannot be opened: {fault.Message}"));
        }
    }

    /// <summary>All of them, each once, read as they are asked for.</summary>
    public IEnumerable<ScreenRow> Rows() => isCsv ? OfCsv() : File.ReadLines(path).Select(line => new ScreenRow(line, null, null, null));

    private IEnumerable<ScreenRow> OfCsv()
    {
        using var csv = new CsvReader(new StreamReader(path), new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(), MissingFieldFound = null, BadDataFound = null });
        csv.Read();
        csv.ReadHeader();
        string? Cell(string column) => csv.TryGetField<string>(column, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        while (csv.Read()) yield return new(Cell("name") ?? "", Cell("country"), Cell("born"), Cell("kind"));
    }
}

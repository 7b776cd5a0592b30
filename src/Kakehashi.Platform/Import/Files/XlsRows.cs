using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Files;

/// <summary>
/// Reads a sheet of an Excel 97-2003 workbook. Its texts are held in memory, so the file's size is bounded. A cell with
/// an error (<c>#N/A</c>) comes as empty: the library does not tell it.
/// </summary>
internal sealed class XlsRows : RowReader
{
    private readonly IExcelDataReader reader;
    private readonly string sheet;
    private long number;

    static XlsRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XlsRows(IExcelDataReader reader, string sheet, SourceRefusals refusals, SourceLimits limits) : base(refusals, limits) =>
        (this.reader, this.sheet) = (reader, sheet);

    internal string Sheet => sheet;

    /// <summary>Opens the named sheet, or the first one shown, and says which there are.</summary>
    internal static XlsRows Open(Stream stream, string? wanted, SourceRefusals refusals, SourceLimits limits, out IReadOnlyList<string> sheets)
    {
        if (stream.Length > limits.XlsBytes) throw Fault(refusals.TooLarge(limits.XlsBytes));
        stream.Position = 0;
        var names = new List<(string Name, bool IsShown)>();
        var opened = Guarded(() => ExcelReaderFactory.CreateBinaryReader(stream, new() { LeaveOpen = true }), refusals.BrokenArchive(), refusals);
        try
        {
            do names.Add((opened.Name ?? "", opened.VisibleState == "visible"));
            while (Guarded(opened.NextResult, refusals.BrokenArchive(), refusals) && names.Count < 5000);
            sheets = [.. names.Select(n => n.Name)];
            var index = wanted is null
                ? Math.Max(0, names.FindIndex(n => n.IsShown))
                : names.FindIndex(n => n.Name.Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase));
            if (index < 0) throw Fault(refusals.SheetMissing(wanted!, sheets));
            opened.Reset();
            for (var i = 0; i < index; i++) opened.NextResult();
            return new(opened, names[index].Name, refusals, limits);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    internal override bool Read(SourceRow row)
    {
        row.Clear();
        if (!Guarded(reader.Read, Refusals.BrokenSheet(SourcePlace.Row(sheet, number + 1)), Refusals)) return false;
        row.Number = row.Line = ++number;
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (Text(column) is { Length: > 0 } text) Put(row, column, text);
        }

        return true;
    }

    private static void Put(SourceRow row, int column, string text)
    {
        while (row.Count < column) row.EndCell();
        row.Append(text);
        row.EndCell();
    }

    private string? Text(int column) => reader.GetValue(column) switch
    {
        null => null,
        string text => text,
        double number => CellFormat.OfCode(reader.GetNumberFormatString(column) ?? "General") is { Digits: > 1 } code ? code.Text(number, false) : CellFormat.Number(number),
        int number => CellFormat.OfCode(reader.GetNumberFormatString(column) ?? "General").Text(number, false),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours:00}:{time:mm\\:ss}"),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    /// <summary>The library meets damaged files with whatever exception its reading runs into.</summary>
    private static T Guarded<T>(Func<T> step, Refusal broken, SourceRefusals refusals)
    {
        try
        {
            return step();
        }
        catch (InvalidPasswordException)
        {
            throw Fault(refusals.Encrypted());
        }
        catch (Exception e) when (e is ExcelReaderException or IOException or ArgumentException or IndexOutOfRangeException
            or InvalidOperationException or NullReferenceException or FormatException or OverflowException or NotSupportedException
            or InvalidCastException or KeyNotFoundException or InvalidDataException or ArithmeticException)
        {
            throw Fault(broken);
        }
    }

    protected override SourcePlace Place(SourceRow row) => SourcePlace.Cell(sheet, number, row.Count);

    public override void Dispose()
    {
        reader.Dispose();
        base.Dispose();
    }
}

using System.Globalization;
using System.Text;

namespace Kakehashi.Platform.Import.Files;

/// <summary>
/// Reads a sheet of an Excel workbook forward, a row at a time. Formulas give the value that was last calculated; merged cells
/// give their value once, at the top left. What the sheet claims about its size is not believed.
/// </summary>
internal sealed class XlsxRows : RowReader
{
    private const int LastRow = 1_048_576;

    private readonly ZipDirectory zip;
    private readonly XmlPart part;
    private readonly SharedTexts shared;
    private readonly CellFormat[] formats;
    private readonly bool from1904;
    private readonly string sheet;
    private readonly StringBuilder text = new();
    private int number;

    private XlsxRows(ZipDirectory zip, XlsxWorkbook workbook, (string Name, string Part) sheet, SourceRefusals refusals, SourceLimits limits)
        : base(refusals, limits)
    {
        this.zip = zip;
        this.sheet = sheet.Name;
        from1904 = workbook.From1904;
        formats = workbook.Formats();
        shared = SharedTexts.Read(zip, workbook.SharedPart, refusals, limits);
        part = XmlPart.Open(zip, sheet.Part, refusals) ?? throw Fault(refusals.BrokenArchive());
    }

    internal static XlsxRows Open(Stream stream, string? sheet, SourceRefusals refusals, SourceLimits limits)
    {
        var zip = ZipDirectory.Open(stream, refusals, limits);
        try
        {
            var workbook = XlsxWorkbook.Read(zip, refusals);
            return new(zip, workbook, workbook.Sheet(sheet), refusals, limits);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    internal override bool Read(SourceRow row)
    {
        row.Clear();
        while (part.Read())
        {
            if (part.IsEnd && part.Name == "sheetData") return false;
            if (!part.IsStart || part.Name != "row") continue;
            number = part.Attribute("r") is { } r && int.TryParse(r, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated > number
                ? stated : number + 1;
            if (number > LastRow) throw Fault(Refusals.BrokenSheet(SourcePlace.Row(sheet, LastRow)));
            row.Number = row.Line = number;
            if (!part.IsEmpty) ReadCells(row);
            return true;
        }

        return false;
    }

    private void ReadCells(SourceRow row)
    {
        var column = -1;
        while (part.Read() && !(part.IsEnd && part.Name == "row"))
        {
            if (!part.IsStart || part.Name != "c") continue;
            var stated = part.Attribute("r") is { } r ? ColumnLetters.Column(r) : column + 1;
            if (stated <= column) throw Fault(Refusals.BrokenSheet(Place(row)));
            column = stated;
            if (!part.IsEmpty) ReadCell(row, column);
        }
    }

    private void ReadCell(SourceRow row, int column)
    {
        var (type, style) = (part.Attribute("t"), part.Attribute("s"));
        text.Clear();
        while (part.Read() && !(part.IsEnd && part.Name == "c"))
        {
            if (!part.IsStart || part.IsEmpty) continue;
            if (part.Name == "is") SharedTexts.Collect(part, text, "is", Limits, Refusals);
            else if (part.Name == "v") CollectValue();
        }

        if (text.Length == 0) return;
        while (row.Count < column) row.EndCell();
        Put(row, type, style);
        row.EndCell(isError: type == "e");
    }

    private void CollectValue()
    {
        while (part.Read() && !(part.IsEnd && part.Name == "v"))
            if (part.IsText) text.Append(part.Value);
    }

    private void Put(SourceRow row, string? type, string? style)
    {
        switch (type)
        {
            case "s":
                if (!int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= shared.Count)
                    throw Fault(Refusals.BrokenSheet(SourcePlace.Cell(sheet, number, row.Count)));
                row.Append(shared[index]);
                break;
            case "b":
                row.Append(text is { Length: 1 } && text[0] == '1' ? "TRUE" : "FALSE");
                break;
            case "str":
                row.Append(SharedTexts.Unescape(text.ToString()));
                break;
            case null or "n" when double.TryParse(text.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value):
                row.Append(Format(style).Text(value, from1904));
                break;
            default:
                foreach (var chunk in text.GetChunks()) row.Append(chunk.Span);
                break;
        }
    }

    private CellFormat Format(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < formats.Length ? formats[index] : default;

    protected override SourcePlace Place(SourceRow row) => SourcePlace.Cell(sheet, number, row.Count);

    public override void Dispose()
    {
        part.Dispose();
        zip.Dispose();
        base.Dispose();
    }
}

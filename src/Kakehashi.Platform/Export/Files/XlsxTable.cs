using System.Globalization;
using System.IO.Compression;
using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;

namespace Kakehashi.Platform.Export.Files;

/// <summary>
/// Writes an Excel workbook straight into the archive, sheet by sheet. The OpenXml library's package keeps every part in memory
/// until it is closed, which a million rows do not allow; its validator checks what is written here, in a test.
/// </summary>
internal sealed class XlsxTable : TableWriter
{
    private const int LastRow = 1_048_576;
    private const int LongestText = 32_767;

    private readonly ZipArchive archive;
    private readonly IReadOnlyList<TableColumn> columns;
    private readonly List<string> sheets = [];
    private readonly string name;
    private StreamWriter? sheet;
    private int row;
    private int column;
    private bool isOpen;

    internal XlsxTable(Stream stream, string name, IReadOnlyList<TableColumn> columns)
    {
        archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        (this.name, this.columns) = (XlsxParts.SheetName(name), columns);
        BeginSheet();
    }

    public override void Text(string? value)
    {
        if (!string.IsNullOrEmpty(value)) Text(value, FormulaGuard.IsRisky(value) ? XlsxParts.QuotedText : XlsxParts.Text);
        column++;
    }

    public override void Number(decimal? value) => Value(value?.ToString(CultureInfo.InvariantCulture), XlsxParts.General);

    public override void Number(decimal? value, int decimals) => Value(value?.ToString(CultureInfo.InvariantCulture), XlsxParts.Decimals(decimals));

    public override void Number(double? value) =>
        Value(value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null, XlsxParts.General);

    public override void Date(DateOnly? value)
    {
        if (value is { Year: < 1901 } old) Text(old.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else Value(value is null ? null : Serial(value.Value.ToDateTime(TimeOnly.MinValue)), XlsxParts.Date);
    }

    public override void Moment(DateTime? value)
    {
        if (value is { Year: < 1901 } old) Text(old.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        else Value(value is null ? null : Serial(value.Value), XlsxParts.Moment);
    }

    public override void Truth(bool? value)
    {
        if (value is not null) Cell(value.Value ? "1" : "0", XlsxParts.General, " t=\"b\"");
        column++;
    }

    public override void EndRow()
    {
        Begin();
        sheet!.Write("</row>");
        column = 0;
        isOpen = false;
        if (row == LastRow)
        {
            EndSheet();
            BeginSheet();
        }
    }

    public override void Complete()
    {
        if (isOpen) EndRow();
        EndSheet();
        XlsxParts.Write(archive, sheets);
        archive.Dispose();
    }

    public override void Dispose()
    {
        sheet?.Dispose();
        archive.Dispose();
    }

    private static string Serial(DateTime value) => (Math.Round(value.ToOADate() * 86400) / 86400).ToString("R", CultureInfo.InvariantCulture);

    private void Value(string? text, int style)
    {
        if (text is not null) Cell(text, style, "");
        column++;
    }

    private void Cell(string text, int style, string type)
    {
        BeginCell(style, type);
        sheet!.Write("<v>");
        sheet.Write(text);
        sheet.Write("</v></c>");
    }

    private void Text(string value, int style)
    {
        if (value.Length > LongestText) throw new TableFault(TooLong(value));
        BeginCell(style, " t=\"inlineStr\"");
        sheet!.Write("<is><t xml:space=\"preserve\">");
        XlsxParts.WriteText(sheet, value);
        sheet.Write("</t></is></c>");
    }

    private void BeginCell(int style, string type)
    {
        Begin();
        sheet!.Write("<c r=\"");
        sheet.Write(ColumnLetters.Of(column));
        sheet.Write(row);
        sheet.Write("\" s=\"");
        sheet.Write(style);
        sheet.Write('"');
        sheet.Write(type);
        sheet.Write('>');
    }

    /// <summary>Opens the row before its first cell.</summary>
    private void Begin()
    {
        if (isOpen) return;
        isOpen = true;
        sheet!.Write("<row r=\"");
        sheet.Write(++row);
        sheet.Write("\">");
    }

    private void BeginSheet()
    {
        sheets.Add(sheets.Count == 0 ? name : XlsxParts.SheetName(name, sheets.Count + 1));
        var entry = archive.CreateEntry($"xl/worksheets/sheet{sheets.Count}.xml", CompressionLevel.Fastest);
        sheet = new(entry.Open(), new UTF8Encoding(false), 1 << 16);
        (row, column) = (0, 0);
        XlsxParts.WriteSheetStart(sheet, columns, isFirst: sheets.Count == 1);
        foreach (var header in columns)
        {
            if (header.Header.Length > 0) Text(header.Header, FormulaGuard.IsRisky(header.Header) ? XlsxParts.QuotedHeader : XlsxParts.Header);
            column++;
        }

        EndRow();
    }

    private void EndSheet()
    {
        if (columns.Count > 0)
            XlsxParts.WriteSheetEnd(sheet!, $"A1:{ColumnLetters.Of(columns.Count - 1)}{Math.Max(row, 1)}");
        else
            XlsxParts.WriteSheetEnd(sheet!, null);
        sheet!.Dispose();
    }

    private Refusal TooLong(string value)
    {
        var place = ColumnLetters.Of(column) + (isOpen ? row : row + 1).ToString(CultureInfo.InvariantCulture);
        return new("export.cell-too-long", (
            $"セル{place}の文字列（{value.Length:N0} 文字）は Excel の上限（32,767 文字）を超えています。CSV で出力してください。",
            $"The text for cell {place} ({value.Length:N0} characters) is longer than Excel allows (32,767). Export as CSV."));
    }
}

using System.IO.Compression;
using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Records;

namespace Kakehashi.Platform.Export;

/// <summary>An empty file to be filled in and imported; a workbook also says, in both languages, what each column takes.</summary>
public sealed class RecordTemplate(Workspace workspace)
{
    /// <summary>Writes it; the stream is written synchronously and stays the caller's.</summary>
    public void Write(RecordType type, ExportFormat format, Language language, Stream stream)
    {
        var columns = TemplateProfile.Columns(type).ToArray();
        var header = columns.Select(column => column.Header.In(language)).ToArray();
        if (format == ExportFormat.Csv)
        {
            using var table = TableWriter.Csv(stream, [.. header.Select(text => new TableColumn(text))]);
            table.Complete();
            return;
        }

        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Sheet(archive, 1, header, []);
        Sheet(archive, 2, ["列(日本語)", "Column (English)", "コード / Code", "必須 / Required", "書き方(日本語)", "How to fill it in (English)", "補足(日本語)", "Note (English)"], columns.Select(Explain));
        Sheet(archive, 3, ["列(日本語)", "Column (English)", "値(日本語)", "Value (English)", "コード / Code"], Values(columns));
        XlsxParts.Write(archive, [XlsxParts.SheetName(type.Many.In(language)), language == Language.Ja ? "列の説明" : "Columns", language == Language.Ja ? "値" : "Values"]);
    }

    private string?[] Explain(TemplateColumn column)
    {
        var field = column.Field;
        var guidance = field.Accept(new FieldGuidance(workspace.Types));
        // of a required name, one language is enough
        Text required = !field.IsRequired ? ("", "") : column.Side is null ? ("必須", "required") : ("どちらかの言語", "one of the languages");
        return [column.Header.Ja, column.Header.En, column.Code, required.Ja.Length == 0 ? "" : $"{required.Ja} / {required.En}", guidance.Ja, guidance.En, field.Help?.Ja, field.Help?.En];
    }

    private IEnumerable<string?[]> Values(TemplateColumn[] columns) =>
        from column in columns
        from list in FieldGuidance.Lists(column.Field, workspace.Codes)
        from code in list.All
        select new string?[] { column.Header.Ja, column.Header.En, code.Label.Ja, code.Label.En, code.Value };

    private static void Sheet(ZipArchive archive, int number, string[] header, IEnumerable<string?[]> rows)
    {
        using var sheet = new StreamWriter(archive.CreateEntry($"xl/worksheets/sheet{number}.xml", CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        XlsxParts.WriteSheetStart(sheet, [.. header.Select(text => new TableColumn(text))], isFirst: number == 1);
        var at = 1;
        Row(sheet, at, header, XlsxParts.Header);
        foreach (var row in rows) Row(sheet, ++at, row, XlsxParts.Text);
        XlsxParts.WriteSheetEnd(sheet, $"A1:{ColumnLetters.Of(header.Length - 1)}{at}");
    }

    private static void Row(StreamWriter sheet, int number, string?[] cells, int style)
    {
        sheet.Write($"<row r=\"{number}\">");
        for (var i = 0; i < cells.Length; i++)
        {
            if (string.IsNullOrEmpty(cells[i])) continue;
            sheet.Write($"<c r=\"{ColumnLetters.Of(i)}{number}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            XlsxParts.WriteText(sheet, cells[i]!);
            sheet.Write("</t></is></c>");
        }

        sheet.Write("</row>");
    }
}

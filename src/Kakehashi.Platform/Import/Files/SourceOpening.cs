using System.Text;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Chooses the reader for a file by what is in it, and makes the table.</summary>
internal sealed class SourceOpening
{
    private const int JsonSample = 5000;
    private const long JsonSampleBytes = 32 << 20;

    private readonly SourceBytes bytes;
    private readonly SourceFormat format;
    private readonly SourceRefusals refusals;

    private SourceOpening(SourceBytes bytes, SourceFormat format) => (this.bytes, this.format, refusals) = (bytes, format, bytes.Refusals);

    internal static SourceTable Open(SourceBytes bytes, string fileName, SourceFormat format)
    {
        var opening = new SourceOpening(bytes, format);
        var found = SourceLook.At(bytes, format);
        SourceClaims.Check(fileName, format, bytes.IsGzip, found.Kind, bytes.Refusals);
        return found.Kind switch
        {
            SourceKind.Xlsx => opening.Xlsx(),
            SourceKind.Xls => opening.Xls(),
            SourceKind.Delimited => opening.Delimited(found),
            _ => opening.Json(found),
        };
    }

    private SourceTable Xlsx()
    {
        var stream = bytes.OpenSeekable();
        string sheet;
        IReadOnlyList<string> sheets;
        using (var zip = ZipDirectory.Open(stream, refusals, bytes.Limits))
        {
            var workbook = XlsxWorkbook.Read(zip, refusals);
            (sheets, sheet) = (workbook.Sheets, workbook.Sheet(format.Sheet).Name);
        }

        return Table(new(SourceKind.Xlsx) { Sheets = sheets, Sheet = sheet },
            () => XlsxRows.Open(stream, sheet, refusals, bytes.Limits), refusals.SheetEmpty(sheet));
    }

    private SourceTable Xls()
    {
        var stream = bytes.OpenSeekable();
        string sheet;
        IReadOnlyList<string> sheets;
        using (var reader = XlsRows.Open(stream, format.Sheet, refusals, bytes.Limits, out sheets)) sheet = reader.Sheet;
        return Table(new(SourceKind.Xls) { Sheets = sheets, Sheet = sheet },
            () => XlsRows.Open(stream, sheet, refusals, bytes.Limits, out _), refusals.SheetEmpty(sheet));
    }

    private SourceTable Delimited(SourceLook found)
    {
        var style = new DelimitedStyle(found.Encoding, found.MarkBytes, format.Separator ?? Separators.Find(found.Sample, format.Quote), format.Quote);
        return Table(new(SourceKind.Delimited) { Encoding = found.Encoding.WebName, Separator = style.Separator },
            () => new DelimitedRows(bytes.Open(), style, refusals, bytes.Limits), refusals.Empty());
    }

    private SourceTable Table(SourceOutline outline, Func<RowReader> open, Refusal empty)
    {
        using var reader = open();
        var (number, headers) = HeaderRow.Find(reader, format, refusals, empty);
        return new(bytes, outline with { HeaderRow = number, Headers = headers }, open, format.FooterRows);
    }

    private SourceTable Json(SourceLook found)
    {
        var isLines = found.Kind == SourceKind.JsonLines;
        var columns = new JsonColumns();
        using (var reader = OpenJson())
        {
            var row = new SourceRow(reader);
            // a fault within the sample is the file's refusal: better at once than after the mapping has been made
            for (var i = 0; i < JsonSample && bytes.Passed < JsonSampleBytes && reader.Read(row); i++)
            {
            }
        }

        columns.Fix();
        return new(bytes, new(found.Kind) { Encoding = found.Encoding.WebName, Headers = columns.Headers }, OpenJson, format.FooterRows);

        RowReader OpenJson() => new JsonRows(Utf8(found), isLines, format.JsonPath, columns, refusals, bytes.Limits);
    }

    private Stream Utf8(SourceLook found)
    {
        var stream = bytes.Open();
        Span<byte> mark = stackalloc byte[4];
        stream.ReadAtLeast(mark[..found.MarkBytes], found.MarkBytes, throwOnEndOfStream: false);
        return found.Encoding.CodePage == Encoding.UTF8.CodePage ? stream : Encoding.CreateTranscodingStream(stream, found.Encoding, Encoding.UTF8);
    }
}

using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Import.Files;

namespace Kakehashi.Platform.Tests.Files;

/// <summary>What we export, a spreadsheet program does not run, and our importer reads as it was.</summary>
public sealed class RoundTrips
{
    private static readonly string[] Injections =
    [
        "=1+1", "=HYPERLINK(\"http://x\";\"y\")", "+81-75-753-7531", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋81", "－5", "＠x",
        "'", "''", "'=1", "''=1", "'abc", "it's", "=cmd|' /C calc'!A0", "\"=1\"", "a,b", "a\"b", "a\r\nb", "a\nb", " x ", "\u00A0x\u00A0", "_x000D_", "_x005F_", "<&>", "京都大学", "😀", "", "NULL", "#N/A", "-",
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (3, Gen.Elements(Injections)),
        (2, Gen.Elements("=+-@'\"\t\r\n,;＝＋－＠ a1京_xD".ToCharArray()).ArrayOf().Select(c => new string(c))));

    [Fact]
    public void Every_text_comes_back_from_CSV() => Comes_back(TableWriter.Csv, "a.csv");

    [Fact]
    public void Every_text_comes_back_from_a_workbook() => Comes_back((s, c) => TableWriter.Xlsx(s, "表", c), "a.xlsx");

    [Theory]
    [MemberData(nameof(Risky))]
    public void No_cell_of_an_exported_CSV_begins_with_a_formula_sign(string text)
    {
        using var file = Written(TableWriter.Csv, [text], [[text]]);
        using var plain = SourceFile.Open(file, "a.csv", new() { HeaderRow = 0, Quote = '\0', Separator = '\x1' }).Value!;
        Assert.All(plain.Rows().Select(r => r.Cell(0)!.TrimStart('"')), cell => Assert.StartsWith("'", cell, StringComparison.Ordinal));
    }

    public static TheoryData<string> Risky => [.. Injections.Where(t => FormulaGuard.IsRisky(t) && !t.Contains('\r') && !t.Contains('\n'))];

    [Fact]
    public void An_apostrophe_in_a_file_of_others_stays()
    {
        using var file = new MemoryStream("a,b\n'=1,\"'=2\"\n"u8.ToArray());
        using var table = SourceFile.Open(file, "a.csv").Value!;
        Assert.Equal(["'=1", "'=2"], table.Rows().Single().ToArray().AsEnumerable());
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.xlsx")]
    public void Typed_values_come_back_as_plain_text(string name)
    {
        using var file = new MemoryStream();
        TableColumn[] columns = [new("n"), new("x"), new("d"), new("m"), new("t"), new("e")];
        using (var writer = name.EndsWith("csv", StringComparison.Ordinal) ? TableWriter.Csv(file, columns) : TableWriter.Xlsx(file, "x", columns))
        {
            writer.Number(-12.50m);
            writer.Number(0.1 + 0.2);
            writer.Date(new(2025, 4, 1));
            writer.Moment(new(2025, 4, 1, 23, 59, 59, DateTimeKind.Unspecified));
            writer.Truth(true);
            writer.Number((double?)double.NaN);
            writer.EndRow();
            writer.Complete();
        }

        using var table = SourceFile.Open(file, name).Value!;
        var row = table.Rows().Single();
        Assert.Equal(-12.5m, decimal.Parse(row.Cell(0)!, CultureInfo.InvariantCulture));
        Assert.Equal(["0.30000000000000004", "2025-04-01", "2025-04-01T23:59:59", "TRUE"], row.ToArray().Skip(1).Take(4));
        Assert.Null(row.Cell(5));
    }

    [Fact]
    public void An_exported_workbook_is_valid_and_marks_risky_texts_as_texts()
    {
        using var file = Written((s, c) => TableWriter.Xlsx(s, "在籍[2025]", c), ["名前", "=x"], [["=1+1", "京都"], ["-", "a\rb"]]);
        using var document = SpreadsheetDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Description}"));
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = sheet.ReadToEnd();
        Assert.Contains("<c r=\"A2\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1</t>", xml, StringComparison.Ordinal);
        Assert.Contains("state=\"frozen\"", xml, StringComparison.Ordinal);
        Assert.Contains("<autoFilter ref=\"A1:B3\"/>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_longer_than_Excel_allows_is_refused_by_its_cell()
    {
        using var writer = TableWriter.Xlsx(new MemoryStream(), "x", [new("a")]);
        var fault = Assert.Throws<TableFault>(() => writer.Text(new string('x', 40_000)));
        Assert.Equal("export.cell-too-long", fault.Refusal.Code);
        Assert.Contains("A2", fault.Refusal.Message.En, StringComparison.Ordinal);
    }

    private static void Comes_back(Func<Stream, IReadOnlyList<TableColumn>, TableWriter> write, string name) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Texts.ArrayOf(3).ArrayOf().ToArbitrary(), rows =>
        {
            using var file = Written(write, ["x", "y", "z"], rows);
            using var table = SourceFile.Open(file, name, new() { HeaderRow = 1 }).Value!;
            // a row of nothing is no row to the reader
            var expected = rows.Where(r => r.Any(c => c.Length > 0)).Select(r => string.Join('\u0001', r));
            return expected.SequenceEqual(table.Rows().Select(r => string.Join('\u0001', r.Cell(0), r.Cell(1), r.Cell(2))));
        }));

    private static MemoryStream Written(Func<Stream, IReadOnlyList<TableColumn>, TableWriter> write, string[] headers, string[][] rows)
    {
        var file = new MemoryStream();
        using (var writer = write(file, [.. headers.Select(h => new TableColumn(h))]))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row) writer.Text(cell);
                writer.EndRow();
            }

            writer.Complete();
        }

        file.Position = 0;
        return file;
    }
}

using System.IO.Compression;
using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;

namespace Kakehashi.Store.Tests.Importing;

/// <summary>Cells come as the person who made the file sees them.</summary>
public sealed class ReadingCells
{
    [Theory]
    [InlineData("協定番号,名称(日本語),種類,締結の単位,状態\n")]
    [InlineData("協定番号,名称（日本語）,種類,締結の単位,状態\n")]
    [InlineData("協定番号　,名称（日本語）　,種類,締結の単位,状態\n")]
    [InlineData("Reference,TITLE (Japanese),Type,Level,State\n")]
    public async Task Headers_are_found_whatever_their_width(string headers)
    {
        await using var world = await ImportWorld.Open();
        await world.Template("agreements", headers + "A-1,協定,research,university,in_force\n");
        Assert.Equal(new Bilingual("協定", null), Assert.Single(await world.All<Agreement>()).Title);
    }

    [Fact]
    public async Task Numbers_of_a_workbook_are_codes_as_they_are_shown()
    {
        await using var world = await ImportWorld.Open();
        var cells = "<row r=\"1\">" + Inlines("reference|title_en|type|level|state") + "</row>"
            + "<row r=\"2\"><c><v>1.0</v></c>" + Rest + "</row>"
            + "<row r=\"3\"><c s=\"1\"><v>42</v></c>" + Rest + "</row>"
            + "<row r=\"4\">" + Inline("007") + Rest + "</row>";
        await world.Import("agreements", world.Write("a.xlsx", Workbook(cells)));
        Assert.Equal(["00042", "007", "1"], (await world.All<Agreement>()).Select(one => one.Reference).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_Excel_has_left_in_a_cell_is_told_with_what_to_do_in_Excel()
    {
        await using var world = await ImportWorld.Open();
        var report = await world.Look("agreements", world.Write("a.csv", "reference,title_en,type,level,state,effective_from,website\n"
            + "A-1,One,research,university,in_force,45383,\nA-2,#REF!,research,university,in_force,#DIV/0!,#N/A\nA-3,Three,research,university,in_force,1234,\n"));
        Assert.Equal(
            [(2, "effective_from", "value.excel-day"), (3, "effective_from", "value.excel-error"), (3, "title_en", "value.excel-error"), (3, "website", "value.excel-error"), (4, "effective_from", "value.not-a-day")],
            report.Errors.Select(error => (error.Row, error.Problem.Column, error.Problem.Code)).Order());
        var day = report.Errors.Single(error => error.Problem.Code == "value.excel-day").Problem.Message;
        Assert.Contains("Excel の日付の通し番号(2024-04-01)", day.Ja, StringComparison.Ordinal);
        Assert.Contains("a day as Excel counts them (2024-04-01)", day.En, StringComparison.Ordinal);
        Assert.Contains(report.Errors, error => error.Problem.Message.En.StartsWith("“#DIV/0!” is the error of a formula in Excel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_of_a_workbook_without_a_date_format_is_told_from_a_number()
    {
        await using var world = await ImportWorld.Open();
        var cells = "<row>" + Inlines("reference|title_en|type|level|state|effective_from|note") + "</row>"
            + "<row>" + Inlines("A-1|Title|research|university|in_force") + "<c><v>45383</v></c><c t=\"e\"><v>#VALUE!</v></c></row>";
        var report = await world.Look("agreements", world.Write("a.xlsx", Workbook(cells)));
        Assert.Equal(["value.excel-day", "value.excel-error"], report.Errors.Select(error => error.Problem.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_first_of_two_rows_with_one_key_is_taken_where_the_profile_says_so()
    {
        await using var world = await ImportWorld.Open();
        var cells = "<row>" + Inlines("Erasmus Code|PIC|OID|Legal Name|Country|City|Proposal Number") + "</row>"
            + "<row>" + Inlines("E MADRID14|1||First|ES|X|9") + "</row>"
            + "<row>" + Inlines("E  MADRID14|2||Second|ES|X|9") + "</row>"
            + "<row>" + Inlines("F PARIS001|3||Third|ES|X|9") + "</row>";
        var report = await world.Import("eche", world.Write("list.xlsx", Workbook(cells)));
        Assert.Equal((2, 1, 0, true), (report.Created, report.Unchanged, report.Rejected, report.IsCommitted));
        var problem = Assert.Single(report.Warnings);
        Assert.Equal(("import.duplicate-row", 3), (problem.Problem.Code, problem.Row));
        Assert.Equal(["First", "Third"], (await world.All<Organisation>()).Select(one => one.Name.En).Order(StringComparer.Ordinal));
    }

    private static string Rest => Inlines("Title|research|university|in_force");

    private static string Inlines(string cells) => string.Concat(cells.Split('|').Select(Inline));

    private static string Inline(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static byte[] Workbook(string rows)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in new[]
            {
                ("xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r3\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>"),
                ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>"),
                ("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"00000\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"),
            })
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}

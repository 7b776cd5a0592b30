using System.IO.Compression;
using System.Text;
using Kakehashi.Platform.Import.Files;

namespace Kakehashi.Platform.Tests.Files;

/// <summary>What a file is, is found by looking.</summary>
public sealed class OpeningAFile
{
    [Theory]
    [InlineData("名前,所属\n山田太郎,京都大学\n", "shift_jis", "shift_jis")]
    [InlineData("名前,所属\nﾔﾏﾀﾞ,ｷﾖｳﾄ\n", "shift_jis", "shift_jis")]
    [InlineData("Nom,Ville\nJosé Muñoz,Málaga\nFrançois,Orléans\n", "windows-1252", "windows-1252")]
    [InlineData("Name,Ort\nMüller,Köln – “Süd”\nGroß,Düren\n", "windows-1252", "windows-1252")]
    [InlineData("Nom,Ville\nécole,Besançon\nÎle,Évry\n", "windows-1252", "windows-1252")]
    [InlineData("名前,所属\n山田,京都\n", "utf-8", "utf-8")]
    [InlineData("名前,所属\n山田,京都\n", "iso-2022-jp", "iso-2022-jp")]
    [InlineData("名前,所属\n山田太郎,京都大学\n", "euc-jp", "euc-jp")]
    [InlineData("名称,よみ\nさくら,サクラ\n", "euc-jp", "euc-jp")]
    [InlineData("Name,国\nｻｸﾗ大学,日本\n", "euc-jp", "euc-jp")]
    [InlineData("ﾅﾏｴ,ｼｮｿﾞｸ\nﾔﾏﾀﾞ ﾀﾛｳ,ｷﾖｳﾄﾀﾞｲｶﾞｸ\n", "shift_jis", "shift_jis")]
    [InlineData("Relação,Descrição\nFundação,Coordenação\n", "windows-1252", "windows-1252")]
    [InlineData("Länge,Größe\nGruß aus Köln,Äöü\n", "windows-1252", "windows-1252")]
    [InlineData("a,b\n1,2\n", "us-ascii", "utf-8")]
    public void The_encoding_is_found_without_a_mark(string text, string encoding, string found)
    {
        using var file = new MemoryStream(Encode(encoding, text));
        using var table = SourceFile.Open(file, "a.csv").Value!;
        Assert.Equal(found, table.Encoding);
        Assert.Equal(text.Split('\n')[1].Split(','), table.Rows().First().ToArray());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_mark_tells_the_encoding(string encoding)
    {
        var marked = Encoding.GetEncoding(encoding);
        using var file = new MemoryStream([.. marked.GetPreamble(), .. marked.GetBytes("名前\t値\r\n京都\t1\r\n")]);
        using var table = SourceFile.Open(file, "a.txt").Value!;
        Assert.Equal((encoding, '\t'), (table.Encoding, table.Separator));
        Assert.Equal(["名前", "値"], table.Headers);
        Assert.Equal(["京都", "1"], table.Rows().Single().ToArray().AsEnumerable());
    }

    [Theory]
    [InlineData("a;b;c\n1,5;2,5;x\n3,5;4,5;y\n", ';')]
    [InlineData("a\tb\n1,2\t3\n", '\t')]
    [InlineData("a|b|c\n1|2|3\n", '|')]
    [InlineData("a\n1\n", ',')]
    [InlineData("\"a;x\",b\n\"1;2;3\",2\n", ',')]
    public void The_separator_is_the_one_that_divides_the_lines_evenly(string text, char separator)
    {
        using var table = Open(text);
        Assert.Equal(separator, table.Separator);
    }

    [Fact]
    public void Quotes_breaks_and_blank_lines_are_read_as_spreadsheet_programs_do()
    {
        using var table = Open("a,b\r\n\"1\"\"x\ny\",2\r\n\r\n3\r4,5,6\r\n\"7\"z,8\"9\n");
        var rows = table.Rows().Select(r => (r.Number, r.Line, string.Join('|', r.ToArray()))).ToList();
        Assert.Equal([(2L, 2L, "1\"x\ny|2"), (4, 5, "3"), (5, 6, "4|5|6"), (6, 7, "7z|8\"9")], rows);
    }

    [Fact]
    public void Values_longer_than_a_block_survive_its_borders()
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(i => (char)(0x3041 + i % 80)));
        using var table = Open($"a,b\n\"{text}\"\"\r\n\",{text}\n1,2\n");
        var rows = table.Rows().Select(r => r.ToArray()).ToList();
        Assert.Equal([text + "\"\r\n", text], rows[0].AsEnumerable());
        Assert.Equal(["1", "2"], rows[1].AsEnumerable());
    }

    [Fact]
    public void The_header_is_found_under_a_title_and_the_footer_dropped()
    {
        using var table = Open("留学生一覧,,\n\n名前,国,年\nA,JP,2024\nB,FR,2025\n\n合計,2,\n", new() { FooterRows = 1 });
        Assert.Equal(3, table.HeaderRow);
        Assert.Equal(["A", "B"], table.Rows().Select(r => r.Cell(0)));
        Assert.Equal(1, table.Column(" 国 "));
    }

    [Fact]
    public void The_header_is_the_row_that_has_what_was_asked_for()
    {
        using var table = Open("x,y,z\n1,2,3\nＮａｍｅ,Home  Country,q\nA,JP,1\n", new() { HeaderContains = ["name", "home country"] });
        Assert.Equal((3L, 1), (table.HeaderRow, table.Rows().Count()));
        using var file = new MemoryStream("a,b\n1,2\n"u8.ToArray());
        Assert.Equal("import.header-missing", SourceFile.Open(file, "a.csv", new() { HeaderContains = ["c"] }).Refusal!.Code);
    }

    [Fact]
    public void A_header_alone_is_a_table_without_rows()
    {
        using var table = Open("a,b\n");
        Assert.Equal(["a", "b"], table.Headers);
        Assert.Empty(table.Rows());
    }

    [Fact]
    public void Rows_can_be_read_again()
    {
        using var table = Open("a,b\n1,2\n3,4\n");
        Assert.Equal(2, table.Rows().Count());
        Assert.Equal("1", table.Rows().First().Cell(0));
        Assert.Equal(2, table.Rows().Count());
    }

    [Fact]
    public void A_workbook_gives_dates_codes_errors_and_the_last_value_of_formulas()
    {
        const string Styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"171\" formatCode=\"00000\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>";
        const string Rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"9\">"
            + "<c r=\"A9\" s=\"1\"><v>45748</v></c><c r=\"B9\" s=\"2\"><v>45748.75</v></c><c r=\"C9\" s=\"3\"><v>45748</v></c><c r=\"D9\" s=\"4\"><v>42</v></c><c r=\"E9\" s=\"5\"><v>0.5</v></c>"
            + "<c r=\"F9\" t=\"e\"><v>#N/A</v></c><c r=\"G9\"><f>1+1</f><v>2</v></c><c r=\"H9\" t=\"b\"><v>1</v></c><c r=\"J9\"><v>2.5000000000000001E-2</v></c></row>";
        const string Shared = "<sst><si><r><t>東京</t></r><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><r><t xml:space=\"preserve\">\u00A0駅_x000D_</t></r></si></sst>";
        using var file = new MemoryStream(Workbooks.Xlsx("<dimension ref=\"A1:XFD10000000\"/>" + Rows, Shared, Styles, more: ("xl/vbaProject.bin", "macro")));
        using var table = SourceFile.Open(file, "a.xlsm", new() { HeaderRow = 1 }).Value!;
        Assert.Equal("東京\u00A0駅", table.Headers.Single());
        var row = table.Rows().Single();
        Assert.Equal(["2025-04-01", "2025-04-01T18:00:00", "2025-04-01", "00042", "12:00:00", "#N/A", "2", "TRUE", null, "0.025"], row.ToArray().AsEnumerable());
        Assert.Equal((9L, true, false), (row.Number, row.IsError(5), row.IsError(0)));
    }

    [Fact]
    public void An_old_workbook_opens_and_so_does_a_compressed_one()
    {
        using var file = new MemoryStream(Workbooks.Xls(["学籍番号", "年"], [[101, 2024], [102, 2025.5]]));
        using var table = SourceFile.Open(file, "a.xls").Value!;
        Assert.Equal((SourceKind.Xls, "S"), (table.Kind, table.Sheet));
        Assert.Equal(["学籍番号", "年"], table.Headers);
        Assert.Equal(["2024", "2025.5"], table.Rows().Select(r => r.Cell(1)));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Workbooks.Xlsx());
        using var unpacked = SourceFile.Open(packed, "a.xlsx.gz").Value!;
        Assert.Equal(["1"], unpacked.Rows().Single().ToArray().AsEnumerable());
    }

    [Fact]
    public void A_missing_sheet_is_refused_with_those_there_are()
    {
        using var file = new MemoryStream(Workbooks.Xlsx());
        var refusal = SourceFile.Open(file, "a.xlsx", new() { Sheet = "x" }).Refusal!;
        Assert.Equal("import.sheet-missing", refusal.Code);
        Assert.Contains("Sheet1", refusal.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.xlsx", "import.too-much-text")]
    [InlineData("a.xls", "import.file-too-large")]
    [InlineData("a.xlsx.gz", "import.zip-bomb")]
    public void A_workbook_beyond_the_limits_of_memory_is_refused(string name, string code)
    {
        var limits = new SourceLimits { SharedTexts = 1, XlsBytes = 100, SpoolBytes = 100 };
        var book = name == "a.xls" ? Workbooks.Xls(["a"], [[1]]) : Workbooks.Xlsx(shared: "<sst><si><t>a</t></si><si><t>b</t></si></sst>");
        using var file = new MemoryStream();
        using (var gzip = name.EndsWith("gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true) : (Stream?)null)
            (gzip ?? file).Write(book);
        Assert.Equal(code, SourceFile.Open(file, name, limits: limits).Refusal?.Code);
    }

    [Fact]
    public void JSON_is_flattened_and_kept()
    {
        using var file = new MemoryStream("{\"n\":2,\"data\":{\"items\":[{\"a\":1,\"o\":{\"p\":\"x\"},\"l\":[{\"v\":\"1\"},{\"v\":\"2\"}]},\n{\"l\":[],\"a\":null,\"b\":true}]},\"rest\":[]}"u8.ToArray());
        using var table = SourceFile.Open(file, "a.json", new() { JsonPath = "data.items" }).Value!;
        Assert.Equal(["a", "o.p", "l[].v", "b"], table.Headers);
        var rows = table.Rows().Select(r => (string.Join('|', r.ToArray()), string.Join('+', r.Values("l[].v")), r.Json!.Value.GetProperty("a").ToString())).ToList();
        Assert.Equal([("1|x|1\n2", "1+2", "1"), ("|||true", "", "")], rows);
    }

    [Fact]
    public void A_row_of_JSON_is_whole_while_a_footer_is_looked_for()
    {
        using var file = new MemoryStream("{\"a\":\"1\"}\n{\"a\":\"2\"}\n{\"a\":\"total\"}\n"u8.ToArray());
        using var table = SourceFile.Open(file, "a.jsonl", new() { FooterRows = 1 }).Value!;
        Assert.Equal(["1", "2"], table.Rows().Select(r => r.Json!.Value.GetProperty("a").GetString()));
    }

    private static SourceTable Open(string text, SourceFormat? format = null) =>
        SourceFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv", format).Value!;

    private static byte[] Encode(string encoding, string text) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);
}

using System.Net;

namespace Kakehashi.Web.Tests.Records;

public sealed class ImportingAFile(RecordSite site)
{
    [Fact]
    public async Task Is_checked_then_written_then_undone()
    {
        var code = RecordSite.Code();
        var path = await site.Upload("../../units.csv", $"unit_code,name_ja,name_en,kind\n{code}-1,一,One,faculty\n{code}-2,二,Two,faculty\n");
        var check = await site.Finished(path);
        Assert.Equal("units.csv", check.QuerySelector("h1")!.FirstChild!.TextContent.Trim());
        Assert.Empty((await site.Get($"/en/org-units/options?q={code}-1")).Page.QuerySelectorAll("a"));
        var done = await site.Act(path, check, "commit");
        Assert.Contains("Added: 2.", done.QuerySelector("main")!.TextContent);
        var (_, list) = await site.Get($"/en/org-units?q={code}");
        Assert.Equal(2, list.QuerySelectorAll(".data-table tbody tr").Length);
        var undone = await site.Act(path, done, "undo", ("sure", "true"));
        Assert.Contains("has been undone", undone.QuerySelector("main")!.TextContent);
        var (_, after) = await site.Get($"/en/org-units?q={code}");
        Assert.Empty(after.QuerySelectorAll(".data-table tbody tr"));
    }

    [Fact]
    public async Task With_wrong_rows_says_where_and_gives_them_back()
    {
        var code = RecordSite.Code();
        var path = await site.Upload("units.csv", $"unit_code,name_ja,name_en,kind\n{code}-1,一,One,faculty\n{code}-2,二,Two,castle\n");
        var check = await site.Finished(path);
        var row = check.QuerySelector("#import .data-table tbody tr")!;
        Assert.Contains("3", row.TextContent);
        Assert.Contains("“castle” is not in the list", row.TextContent);
        var errors = await site.Client.GetStringAsync(new Uri($"/ja{path[3..]}/errors.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains($"{code}-1,一,One,faculty,\r\n{code}-2,二,Two,castle,kind: 「castle」は一覧", errors);
        using var refused = await site.Press(path, check, "commit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var done = await site.Act(path, check, "commit", ("skip", "true"));
        Assert.Contains("Added: 1.", done.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task With_more_problems_than_a_page_shows_gives_every_row_and_problem_back()
    {
        var code = RecordSite.Code();
        const int Rows = 2_500;
        var path = await site.Upload("units.csv", "unit_code,name_ja,name_en,kind,parent\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"{code}-{i},,,{(i % 2 == 0 ? "faculty" : "castle")},nowhere-{i}\n")));
        var check = await site.Finished(path);
        Assert.Contains("2,500", check.QuerySelector(".counts")!.TextContent);
        var lines = (await site.Client.GetStringAsync(new Uri($"/en{path[3..]}/errors.csv", UriKind.Relative), TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Rows + 1, lines.Length);
        for (var i = 0; i < Rows; i++)
        {
            Assert.StartsWith($"{code}-{i},", lines[i + 1]);
            Assert.Contains(i % 2 == 0 ? "nowhere-" : "“castle” is not in the list", lines[i + 1]);
        }
    }

    [Fact]
    public async Task From_a_workbook_gives_that_workbook_back_with_one_column_more()
    {
        var code = RecordSite.Code();
        var template = await site.Client.GetByteArrayAsync(new Uri("/en/org-units/template.xlsx", UriKind.Relative), TestContext.Current.CancellationToken);
        var workbook = Edit(template, sheet => sheet.Replace("</sheetData>", Row(2, $"{code}-1", "一", "One", "Faculty") + Row(3, $"{code}-2", "二", "Two", "Castle") + "</sheetData>", StringComparison.Ordinal));
        var path = await site.Upload("units.xlsx", workbook);
        var check = await site.Finished(path);
        var link = check.QuerySelector("a[href*='/errors.']")!.GetAttribute("href")!;
        Assert.Contains("errors.xlsx?file=0", link);
        var given = await site.Client.GetByteArrayAsync(new Uri("/en/" + link, UriKind.Relative), TestContext.Current.CancellationToken);
        using (var table = Platform.Import.Files.SourceFile.Open(new MemoryStream(given), "units.xlsx").Value!)
        {
            Assert.Equal("Import problems", table.Headers[^1]);
            var rows = table.Rows().Select(row => row.ToArray()).ToList();
            Assert.Equal([$"{code}-1", $"{code}-2"], rows.Select(row => row[0]));
            Assert.True(rows[0].Length < table.Headers.Count);
            Assert.Contains("“Castle” is not in the list", rows[1][^1]);
        }

        Assert.Equal(Parts(workbook, except: "xl/worksheets/sheet1.xml"), Parts(given, except: "xl/worksheets/sheet1.xml"));
        var mended = await site.Upload("units.xlsx", Edit(given, sheet => sheet.Replace(">Castle<", ">Centre<", StringComparison.Ordinal)));
        Assert.Contains("Import 2 records", (await site.Finished(mended)).QuerySelector("main")!.TextContent);
    }

    private static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\" spans=\"1:4\">{string.Concat(cells.Select((cell, i) => $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}<c r=\"Z{number}\" s=\"1\"/></row>";

    private static Dictionary<string, string> Parts(byte[] workbook, string except)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return zip.Entries.Where(entry => entry.FullName != except).ToDictionary(entry => entry.FullName, Read);
    }

    private static string Read(System.IO.Compression.ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Edit(byte[] workbook, Func<string, string> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            var edited = edit(Read(entry));
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(edited);
        }

        return stream.ToArray();
    }

    [Fact]
    public async Task Cannot_be_undone_where_somebody_has_worked_on_it_since()
    {
        var code = RecordSite.Code();
        var path = await site.Upload("units.csv", $"unit_code,name_ja,name_en,kind\n{code}-1,一,One,faculty\n");
        var done = await site.Act(path, await site.Finished(path), "commit");
        var (_, list) = await site.Get($"/en/org-units?q={code}");
        var record = "/en/" + list.QuerySelector(".data-table tbody a")!.GetAttribute("href");
        using (var edited = await site.Send(record + "/edit", ("name.en", "Uno"))) Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        var refused = await site.Act(path, done, "undo", ("sure", "true"));
        Assert.Contains(record[4..], refused.QuerySelector("[role=alert]")!.InnerHtml);
        // whoever comes back later sees it too
        Assert.Contains("could not be undone", (await site.Finished(path)).QuerySelector("main")!.TextContent);
        Assert.Contains("Uno", (await site.Get(record)).Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Is_undone_once_however_often_it_is_asked_for()
    {
        var code = RecordSite.Code();
        var path = await site.Upload("units.csv", "unit_code,name_ja,name_en,kind\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"{code}-{i},一,One,faculty\n")));
        var done = await site.Act(path, await site.Finished(path), "commit");
        using var first = await site.Press(path, done, "undo", ("sure", "true"));
        using var second = await site.Press(path, done, "undo", ("sure", "true"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode));
        Assert.Contains("being undone, or has been already", (await Website.Parse(second)).QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains("has been undone", (await site.Finished(path)).QuerySelector("main")!.TextContent);
        using var third = await site.Press(path, done, "undo", ("sure", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.StatusCode);
    }

    [Fact]
    public async Task Without_a_file_or_with_an_empty_one_says_so()
    {
        var (_, page) = await site.Get("/en/imports/new");
        using var form = Uploading.Multipart(page);
        using var answer = await site.Client.PostAsync(new Uri("/en/imports/new", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choose a file", (await Website.Parse(answer)).QuerySelector("[role=alert]")!.TextContent);
    }
}

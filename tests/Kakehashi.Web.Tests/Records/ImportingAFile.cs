using System.Net;
using AngleSharp.Dom;

namespace Kakehashi.Web.Tests.Records;

public sealed class ImportingAFile(RecordSite site)
{
    [Fact]
    public async Task Is_checked_then_written_then_undone()
    {
        var code = RecordSite.Code();
        var path = await Upload("../../units.csv", $"unit_code,name_ja,name_en,kind\n{code}-1,一,One,faculty\n{code}-2,二,Two,faculty\n");
        var check = await Finished(path);
        Assert.Equal("units.csv", check.QuerySelector("h1")!.FirstChild!.TextContent.Trim());
        Assert.Empty((await site.Get($"/en/org-units/options?q={code}-1")).Page.QuerySelectorAll("a"));
        var done = await Act(path, check, "commit");
        Assert.Contains("Added: 2.", done.QuerySelector("main")!.TextContent);
        var (_, list) = await site.Get($"/en/org-units?q={code}");
        Assert.Equal(2, list.QuerySelectorAll(".data-table tbody tr").Length);
        var undone = await Act(path, done, "undo", ("sure", "true"));
        Assert.Contains("has been undone", undone.QuerySelector("main")!.TextContent);
        var (_, after) = await site.Get($"/en/org-units?q={code}");
        Assert.Empty(after.QuerySelectorAll(".data-table tbody tr"));
    }

    [Fact]
    public async Task With_wrong_rows_says_where_and_gives_them_back()
    {
        var code = RecordSite.Code();
        var path = await Upload("units.csv", $"unit_code,name_ja,name_en,kind\n{code}-1,一,One,faculty\n{code}-2,二,Two,castle\n");
        var check = await Finished(path);
        var row = check.QuerySelector("#import .data-table tbody tr")!;
        Assert.Contains("3", row.TextContent);
        Assert.Contains("“castle” is not in the list", row.TextContent);
        var errors = await site.Client.GetStringAsync(new Uri($"/ja{path[3..]}/errors.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains($"{code}-2,二,Two,castle,", errors);
        Assert.DoesNotContain($"{code}-1", errors);
        using var refused = await Press(path, check, "commit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var done = await Act(path, check, "commit", ("skip", "true"));
        Assert.Contains("Added: 1.", done.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Cannot_be_undone_where_somebody_has_worked_on_it_since()
    {
        var code = RecordSite.Code();
        var path = await Upload("units.csv", $"unit_code,name_ja,name_en,kind\n{code}-1,一,One,faculty\n");
        var done = await Act(path, await Finished(path), "commit");
        var (_, list) = await site.Get($"/en/org-units?q={code}");
        var record = "/en/" + list.QuerySelector(".data-table tbody a")!.GetAttribute("href");
        using (var edited = await site.Send(record + "/edit", ("name.en", "Uno"))) Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        using var answer = await Press(path, done, "undo", ("sure", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(record[4..], (await Website.Parse(answer)).QuerySelector("[role=alert]")!.InnerHtml);
        Assert.Contains("Uno", (await site.Get(record)).Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Without_a_file_or_with_an_empty_one_says_so()
    {
        var (_, page) = await site.Get("/en/imports/new");
        using var form = Multipart(page);
        using var answer = await site.Client.PostAsync(new Uri("/en/imports/new", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choose a file", (await Website.Parse(answer)).QuerySelector("[role=alert]")!.TextContent);
    }

    private async Task<string> Upload(string name, string content)
    {
        var (_, page) = await site.Get("/en/imports/new");
        using var form = Multipart(page);
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        form.Add(file, "files", name);
        using var answer = await site.Client.PostAsync(new Uri("/en/imports/new", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new Uri(site.Client.BaseAddress!, answer.Headers.Location!).AbsolutePath;
    }

    private static MultipartFormDataContent Multipart(IDocument page)
    {
        var form = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll("main form input[type=hidden]")) form.Add(new StringContent(input.GetAttribute("value") ?? ""), input.GetAttribute("name")!);
        form.Add(new StringContent(""), "profile");
        return form;
    }

    /// <summary>The page once the work is done.</summary>
    private async Task<IDocument> Finished(string path)
    {
        for (var i = 0; i < 200; i++)
        {
            var (_, page) = await site.Get(path);
            if (page.QuerySelector("kk-poll") is null) return page;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(path);
    }

    private async Task<IDocument> Act(string path, IDocument page, string form, params (string Name, string Value)[] entries)
    {
        using var answer = await Press(path, page, form, entries);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await Finished(path);
    }

    private async Task<HttpResponseMessage> Press(string path, IDocument page, string form, params (string Name, string Value)[] entries)
    {
        var posted = page.QuerySelectorAll("main form").Single(one => one.QuerySelector($"input[name=_handler][value={form}]") is not null);
        var fields = posted.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")).Concat(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));
        using var content = new FormUrlEncodedContent(fields);
        return await site.Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}

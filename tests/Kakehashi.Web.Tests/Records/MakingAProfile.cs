using System.Net;

namespace Kakehashi.Web.Tests.Records;

public sealed class MakingAProfile(RecordSite site)
{
    [Fact]
    public async Task Suggests_fields_by_their_labels_and_imports_by_it()
    {
        var code = RecordSite.Code();
        var (_, upload) = await site.Get("/en/imports/new");
        using var form = new MultipartFormDataContent();
        foreach (var input in upload.QuerySelectorAll("main form input[type=hidden]")) form.Add(new StringContent(input.GetAttribute("value") ?? ""), input.GetAttribute("name")!);
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes($"部局のコード,名称（日本語）,むだ\n{code}-9,新しい部局,x\n"));
        form.Add(file, "files", "学内一覧.csv");
        using var sent = await site.Client.PostAsync(new Uri("/en/imports/new", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var path = new Uri(site.Client.BaseAddress!, sent.Headers.Location!).AbsolutePath;
        var (_, page) = await site.Get(path);
        Assert.Contains("No profile fits", page.QuerySelector("main")!.TextContent);

        var (_, maker) = await site.Get(path + "/profile?record=org-units");
        Assert.Equal("unit_code", maker.QuerySelector("[name='column.0'] option[selected]")?.GetAttribute("value"));
        Assert.Equal("name_ja", maker.QuerySelector("[name='column.1'] option[selected]")?.GetAttribute("value"));
        Assert.Null(maker.QuerySelector("[name='column.2'] option[selected]"));
        var post = maker.QuerySelector("form[method=post].entry")!;
        var fields = post.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Concat([new("column.0", "unit_code"), new("column.1", "name_ja"), new("name", $"Own list {code}")]).ToList();
        using var lacking = await Post(path + "/profile", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lacking.StatusCode);
        Assert.Contains("Kind", (await Website.Parse(lacking)).QuerySelector("[role=alert]")!.TextContent);
        using var saved = await Post(path + "/profile", [.. fields, new("constant.kind", "faculty")]);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        for (var i = 0; i < 100 && (await site.Get(path)).Page.QuerySelector("kk-poll") is not null; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        var (_, checkedPage) = await site.Get(path);
        Assert.Contains("Import 1 record", checkedPage.QuerySelector("main")!.TextContent);
    }

    private async Task<HttpResponseMessage> Post(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await site.Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}

using System.Net;
using AngleSharp.Dom;

namespace Kakehashi.Web.Tests.Records;

/// <summary>Imports through the page, as a person does them.</summary>
internal static class Uploading
{
    public static Task<string> Upload(this RecordSite site, string name, string content) => site.Upload(name, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Sends a file; the address of its page.</summary>
    public static async Task<string> Upload(this RecordSite site, string name, byte[] content)
    {
        var (_, page) = await site.Get("/en/imports/new");
        using var form = Multipart(page);
        using var file = new ByteArrayContent(content);
        form.Add(file, "files", name);
        using var answer = await site.Client.PostAsync(new Uri("/en/imports/new", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new Uri(site.Client.BaseAddress!, answer.Headers.Location!).AbsolutePath;
    }

    public static MultipartFormDataContent Multipart(IDocument page)
    {
        var form = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll("main form input[type=hidden]")) form.Add(new StringContent(input.GetAttribute("value") ?? ""), input.GetAttribute("name")!);
        form.Add(new StringContent(""), "profile");
        return form;
    }

    /// <summary>The page once the work is done.</summary>
    public static async Task<IDocument> Finished(this RecordSite site, string path)
    {
        for (var i = 0; i < 200; i++)
        {
            var (_, page) = await site.Get(path);
            if (page.QuerySelector("kk-poll") is null) return page;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(path);
    }

    public static async Task<IDocument> Act(this RecordSite site, string path, IDocument page, string form, params (string Name, string Value)[] entries)
    {
        using var answer = await site.Press(path, page, form, entries);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await site.Finished(path);
    }

    public static async Task<HttpResponseMessage> Press(this RecordSite site, string path, IDocument page, string form, params (string Name, string Value)[] entries)
    {
        var posted = page.QuerySelectorAll("main form").Single(one => one.QuerySelector($"input[name=_handler][value={form}]") is not null);
        var fields = posted.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")).Concat(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));
        using var content = new FormUrlEncodedContent(fields);
        return await site.Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}

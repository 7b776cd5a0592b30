using System.Net;
using AngleSharp.Dom;

namespace Kakehashi.Web.Tests.Access;

/// <summary>A browser of its own, which somebody sits at: keeps cookies, and sends the forms of pages.</summary>
internal sealed class Visitor : IDisposable
{
    private const string Agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private readonly CookieContainer cookies = new();

    public Visitor(Uri site, string? session)
    {
        Client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = site };
        Client.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        if (session is not null) cookies.SetCookies(site, session);
    }

    public HttpClient Client { get; }

    public async Task<HttpStatusCode> Status(string path)
    {
        using var answer = await Get(path);
        return answer.StatusCode;
    }

    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<IDocument> Page(string path)
    {
        using var answer = await Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Website.Parse(answer);
    }

    public async Task<string> Text(string path)
    {
        using var answer = await Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Opens a page, and sends one of its forms with these entries over those it has.</summary>
    public async Task<HttpResponseMessage> Send(string path, string form, params (string Name, string Value)[] entries) => await Send(path, await Page(path), form, entries);

    /// <summary>Sends a form of a page that was opened before, or of another.</summary>
    public async Task<HttpResponseMessage> Send(string path, IDocument page, string form, params (string Name, string Value)[] entries)
    {
        var sent = page.QuerySelectorAll("main form").Single(one => one.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form);
        var fields = new Dictionary<string, string>();
        foreach (var input in sent.QuerySelectorAll("input[name], textarea[name]"))
            if (input.GetAttribute("type") != "checkbox" || input.HasAttribute("checked")) fields[input.GetAttribute("name")!] = input.GetAttribute("value") ?? input.TextContent;
        foreach (var select in sent.QuerySelectorAll("select[name]")) fields[select.GetAttribute("name")!] = select.QuerySelector("option[selected]")?.GetAttribute("value") ?? "";
        foreach (var (name, value) in entries) fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        return await Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form that must be taken, and reads the page it leads to.</summary>
    public async Task<IDocument> Done(string path, string form, params (string Name, string Value)[] entries)
    {
        using var answer = await Send(path, form, entries);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{path} {form}: {answer.StatusCode}");
        return await Page(new Uri(Client.BaseAddress!, answer.Headers.Location!).PathAndQuery);
    }

    /// <summary>Sends a form that must be refused, and reads why.</summary>
    public async Task<string> Refused(string path, string form, params (string Name, string Value)[] entries)
    {
        using var answer = await Send(path, form, entries);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await Website.Parse(answer)).QuerySelector("main [role=alert]")!.TextContent;
    }

    public void Dispose() => Client.Dispose();
}

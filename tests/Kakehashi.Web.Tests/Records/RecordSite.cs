using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(Kakehashi.Web.Tests.Records.RecordSite))]

namespace Kakehashi.Web.Tests.Records;

/// <summary>The real program on an empty folder, with a browser for each test, for tests that enter records.</summary>
public sealed partial class RecordSite : IAsyncLifetime
{
    private readonly string data;
    private readonly bool keeps;
    private readonly WebApplication app;
    private static int count;

    public RecordSite()
        : this(Empty.Folder("kakehashi-records-"))
    {
    }

    private RecordSite(string data, bool keeps = false)
    {
        (this.data, this.keeps) = (data, keeps);
        app = Host.Build(new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = data, Environment = "Production" });
    }

    /// <summary>A site of its own on a folder that is there already; it is deleted in the end, unless somebody else does that.</summary>
    public static async Task<RecordSite> On(string data, bool keeps = false)
    {
        var site = new RecordSite(data, keeps);
        await site.InitializeAsync();
        return site;
    }

    private readonly ABrowserForEachTest browsers = new();

    public HttpClient Client => field ??= new(browsers);

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        browsers.Session = await Client.CookieOf(app);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (!keeps) Directory.Delete(data, recursive: true);
    }

    /// <summary>Ends the program; the folder stays.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>A code that no other test has.</summary>
    public static string Code() => $"T{Interlocked.Increment(ref count):000}";

    public async Task<(HttpStatusCode Status, IDocument Page)> Get(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await Website.Parse(answer));
    }

    /// <summary>Opens a page, and sends its form with these entries over those it has.</summary>
    public async Task<HttpResponseMessage> Send(string path, params (string Name, string Value)[] entries)
    {
        var (_, page) = await Get(path);
        return await Send(path, page, entries);
    }

    /// <summary>Sends the form of a page that was opened before.</summary>
    public async Task<HttpResponseMessage> Send(string path, IDocument page, params (string Name, string Value)[] entries)
    {
        var form = page.QuerySelector("main form[method=post]")!;
        var fields = new Dictionary<string, string>();
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name]"))
            if (input.GetAttribute("type") != "checkbox" || input.HasAttribute("checked")) fields[input.GetAttribute("name")!] = input.GetAttribute("value") ?? input.TextContent;
        foreach (var select in form.QuerySelectorAll("select[name]")) fields[select.GetAttribute("name")!] = select.QuerySelector("option[selected]")?.GetAttribute("value") ?? "";
        foreach (var (name, value) in entries) fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        return await Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Enters an org unit; its number.</summary>
    public async Task<long> AddUnit(string code, string ja = "工学研究科", string en = "Graduate School of Engineering", string kind = "graduate_school", params (string Name, string Value)[] more)
    {
        using var answer = await Send("/en/org-units/new", [("unit_code", code), ("name.ja", ja), ("name.en", en), ("kind", kind), .. more]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return long.Parse(LastNumber().Match(answer.Headers.Location!.OriginalString).Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d+$")]
    private static partial Regex LastNumber();
}

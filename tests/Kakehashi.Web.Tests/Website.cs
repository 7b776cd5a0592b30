using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Kakehashi.Platform;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(Kakehashi.Web.Tests.Website))]

namespace Kakehashi.Web.Tests;

/// <summary>The real program on a port of its own, in Production, with an empty data folder.</summary>
public sealed class Website : IAsyncLifetime
{
    private readonly string data = Empty.Folder("kakehashi-web-");
    private Workspace? workspace;
    private WebApplication? app;

    /// <summary>The cookie of whoever has signed in.</summary>
    public string Session { get; private set; } = "";

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public async ValueTask InitializeAsync()
    {
        workspace = await Workspace.OpenAsync(data, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types);
        app = Host.Build(
            new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = data, StyleGuide = true, Environment = "Production" }, workspace: workspace);
        await app.StartAsync();
        Session = await Client.CookieOf(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null) await app.DisposeAsync();
        workspace?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    public async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", string.Join("; ", headers.Where(header => header.Name == "Cookie").Select(header => header.Value).Append(Session)));
        foreach (var (name, value) in headers.Where(header => header.Name != "Cookie")) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<(HttpStatusCode Status, IDocument Page)> Page(string path)
    {
        using var answer = await Get(path);
        return (answer.StatusCode, await Parse(answer));
    }

    public static async Task<IDocument> Parse(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New().OpenAsync(page => page.Content(text), TestContext.Current.CancellationToken);
    }
}

using System.Net;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;

namespace Kakehashi.Web.Tests;

/// <summary>A page of a module, found in its assembly, that has a bug.</summary>
[Route("/failing")]
public sealed class Failing : ComponentBase
{
    protected override void OnInitialized() => throw new InvalidOperationException("secret of the house");
}

/// <summary>A page that waits for its turn to write, until it has waited long enough.</summary>
[Route("/waiting")]
public sealed class Waiting : ComponentBase
{
    protected override void OnInitialized() => throw new SqliteException("database is locked", 5);
}

public sealed class APageThatFails : IAsyncLifetime
{
    private readonly string data = Empty.Folder("kakehashi-web-");
    private readonly WebApplication app;

    public APageThatFails() => app = Host.Build(
        new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = data, Environment = "Production" },
        new Site([typeof(Failing).Assembly, typeof(global::Kakehashi.Access.AccessModule).Assembly], []));

    [Theory]
    [InlineData("ja", "エラーが発生しました", "/en/failing")]
    [InlineData("en", "Something went wrong", "/ja/failing")]
    public async Task Is_answered_in_the_readers_language_without_its_secrets(string language, string heading, string twin)
    {
        using var client = new HttpClient();
        await client.LetIn(app);
        using var answer = await client.GetAsync($"/{language}/failing", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        var page = await Website.Parse(answer);
        Assert.Equal(heading, page.QuerySelector("h1")?.TextContent);
        Assert.Equal(twin, page.QuerySelector("a[hreflang]")?.GetAttribute("href"));
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml);
    }

    [Theory]
    [InlineData("ja", "いまは保存できません", "保存されていません")]
    [InlineData("en", "It cannot be saved just now", "has not been saved")]
    public async Task Since_an_import_has_been_writing_for_too_long_says_that_nothing_was_saved(string language, string heading, string consequence)
    {
        using var client = new HttpClient();
        await client.LetIn(app);
        using var answer = await client.GetAsync($"/{language}/waiting", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var page = await Website.Parse(answer);
        Assert.Equal(heading, page.QuerySelector("h1")?.TextContent);
        Assert.Contains(consequence, page.QuerySelector("main")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='imports']"));
    }

    [Fact]
    public async Task And_the_style_guide_stays_hidden_where_nobody_asked_for_it()
    {
        using var client = new HttpClient();
        await client.LetIn(app);
        using var answer = await client.GetAsync("/en/styleguide", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Page not found", (await Website.Parse(answer)).QuerySelector("h1")?.TextContent);
    }

    public async ValueTask InitializeAsync() => await app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}

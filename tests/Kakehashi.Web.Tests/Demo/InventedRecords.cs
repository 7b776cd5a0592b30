using System.IO.Compression;
using System.Text;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Builder;

namespace Kakehashi.Web.Tests.Demo;

/// <summary>The demonstration as the program shows it: on records of its own, since it writes to them by itself.</summary>
public sealed class AShownUniversity(AUniversity university) : IAsyncLifetime
{
    private readonly AFolder folder = new();
    private Workspace? workspace;
    private WebApplication? app;

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var data = folder["data"];
        university.CopyTo(data);
        workspace = await AUniversity.Open(data);
        app = Host.Build(new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = data, Environment = "Production" }, workspace: workspace);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await Client.LetIn(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null) await app.DisposeAsync();
        workspace?.Dispose();
        folder.Dispose();
    }
}

/// <summary>Nobody should take an invented figure for a real one, wherever it is met.</summary>
public sealed class InventedRecords(AUniversity university, AShownUniversity shown, Website website) : IClassFixture<AShownUniversity>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("agreements?country=DE")]
    [InlineData("agreements/new")]
    [InlineData("mobility-periods")]
    [InlineData("search?q=Berlin")]
    [InlineData("imports")]
    [InlineData("strategy")]
    [InlineData("strategy/P1.1")]
    [InlineData("indicators")]
    [InlineData("indicators/AG-01")]
    [InlineData("no-such-page")]
    public async Task Are_called_so_on_every_page_in_both_languages(string path)
    {
        foreach (var (language, words) in new[] { ("ja", SyntheticData.Notice.Ja), ("en", SyntheticData.Notice.En) })
        {
            using var answer = await shown.Client.GetAsync($"/{language}/{path}", Cancel);
            var page = await Website.Parse(answer);
            Assert.Equal(words, page.QuerySelector("main > .synthetic-notice")?.TextContent.Trim());
        }
    }

    [Fact]
    public async Task Are_called_so_in_the_names_of_files_and_on_the_sheet()
    {
        using var answer = await shown.Client.GetAsync("/en/org-units/export.xlsx", Cancel);
        Assert.Equal("org-units-synthetic.xlsx", answer.Content.Headers.ContentDisposition?.FileName);
        using var workbook = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancel));
        using var parts = new StreamReader(workbook.GetEntry("xl/workbook.xml")!.Open(), Encoding.UTF8);
        Assert.Contains("name=\"Org units - Synthetic data\"", await parts.ReadToEndAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_called_so_in_every_row_of_figures()
    {
        var told = await TheProgram.Run("indicators", "AG-01", "--csv", "--lang", "ja", "--data", university.Data);
        var lines = told.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 1, told.Output + told.Errors);
        Assert.All(lines[1..], line => Assert.EndsWith("," + SyntheticData.Notice.Ja, line, StringComparison.Ordinal));
        var text = await TheProgram.Run("indicators", "AG-01", "--data", university.Data);
        Assert.Contains(SyntheticData.Notice.En, text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_not_spoken_of_where_records_are_a_universitys_own()
    {
        var (_, page) = await website.Page("/en/agreements");
        Assert.Null(page.QuerySelector(".synthetic-notice"));
        using var answer = await website.Get("/en/agreements/export.csv");
        Assert.Equal("agreements.csv", answer.Content.Headers.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task Are_recognised_beside_a_server_that_was_running_before_they_came()
    {
        using var folder = new AFolder();
        using var workspace = await AUniversity.Open(folder["data"]);
        Assert.False(workspace.IsSynthetic);
        using (var session = workspace.Begin(ChangeOrigin.Demo))
        {
            var type = workspace.Types.WithCode("org_unit")!;
            var unit = type.New();
            foreach (var (field, value) in new (string, object)[] { ("unit_code", "U"), ("name", new Kernel.Bilingual("大学", null)), ("kind", "university") }) type.Field(field)!.Write(unit, value);
            session.Create(type, unit);
            session.Commit();
        }

        Assert.True(workspace.IsSynthetic);
    }
}

using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Indicators;

public sealed class AStrategyOfOnesOwn : IDisposable
{
    private const string Own = """
        code: ours
        name: {ja: 本学の国際戦略, en: Our strategy}
        source: {ja: 学内文書, en: Own document}
        date: 2025-04-01
        groups:
        - code: A
          label: {ja: 柱1, en: Pillar 1}
          title: {ja: 教育, en: Education}
          actions:
          - code: A.1
            title: {ja: 留学を増やす, en: More study abroad}
            meaning: {ja: もっと多くの学生を送り出す。, en: Send more students out.}
            owner: {ja: 国際課, en: International Office}
        """;

    private readonly AFolder folder = new();

    [Fact]
    public async Task Takes_the_place_of_the_one_in_the_catalogue()
    {
        await Serve(Own, async client =>
        {
            var page = await Get(client, "/ja/strategy");
            Assert.Equal("本学の国際戦略", page.QuerySelector(".lead")!.TextContent);
            Assert.Single(page.QuerySelectorAll(".tree-action"));
            Assert.Equal("指標はまだありません", page.QuerySelector(".tree-none")!.TextContent);
            var action = await Get(client, "/ja/strategy/A.1");
            Assert.Contains("国際課", action.QuerySelector("main")!.TextContent);
            Assert.Equal("指標はまだありません", action.QuerySelector(".empty-heading")!.TextContent);
        });
        var told = await TheProgram.Run("strategy", "--json", "--data", folder["data"]);
        Assert.Equal("ours", told.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task With_mistakes_is_told_with_file_and_line_in_place_of_the_tree()
    {
        await Serve(Own.Replace("A.1", "A 1", StringComparison.Ordinal) + "\n    indicators: [XX-99]", async client =>
        {
            var alert = (await Get(client, "/en/strategy")).QuerySelector(".alert")!.TextContent;
            Assert.Contains("strategy.yaml:10 S009", string.Join(' ', alert.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            Assert.Contains("There is no indicator “XX-99”", alert);
            Assert.Contains("指標「XX-99」はありません", (await Get(client, "/ja/strategy")).QuerySelector(".alert")!.TextContent);
            Assert.Contains("FL-01", (await Get(client, "/en/indicators/FL-01")).QuerySelector("main")!.TextContent);
        });
        var told = await TheProgram.Run("strategy", "--data", folder["data"]);
        Assert.Equal(1, told.Code);
        Assert.Contains("strategy.yaml(10): S009", told.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task Serve(string strategy, Func<HttpClient, Task> look)
    {
        using var workspace = await AUniversity.Open(folder["data"]);
        await File.WriteAllTextAsync(Path.Combine(workspace.Data, "strategy.yaml"), strategy, TestContext.Current.CancellationToken);
        await workspace.Facts.AskAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await using var app = Host.Build(new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = workspace.Data, Environment = "Production" }, workspace: workspace);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        await client.LetIn(app);
        await look(client);
    }

    private static async Task<AngleSharp.Dom.IDocument> Get(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await Website.Parse(answer);
    }
}

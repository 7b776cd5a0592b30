using Kakehashi.Kernel;
using Kakehashi.Strategy.Closing;
using Kakehashi.Web.Tests.Places;

namespace Kakehashi.Web.Tests.Closing;

/// <summary>A closed period's figures say which revision they are, wherever they are read.</summary>
public sealed class NamingTheRevision(Atlas atlas) : IClassFixture<Atlas>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_done_by_every_page_with_figures_and_every_file_of_them()
    {
        await atlas.Workspace.CloseAsync(Period.Fiscal(2024), null, Actor.Local, Patience, Cancel);
        string[] pages =
        [
            "", "board", "strategy", "strategy/T1", "strategy/T1.5", "indicators/FL-01", "world?year=FY2024", "countries/FR", "regions/150", "regions/155", $"units/{atlas.Engineering}",
            $"organisations/{atlas.Partner}", "compare?of=periods&item=FY2023&item=FY2024", "compare?of=countries&period=FY2024&item=FR&item=DE",
        ];
        foreach (var page in pages)
        {
            Assert.True((await Note("en", page)).Contains("FY2024 revision 1", StringComparison.Ordinal), page);
            Assert.True((await Note("ja", page)).Contains("2024年度第1版", StringComparison.Ordinal), page);
        }

        string[] tables =
        [
            "strategy/T1?table=standings", "board?table=actions", "?table=flows-flow-rows", "world?year=FY2024&table=countries", "world?year=FY2024&table=regions", "countries/FR?table=figures", "regions/150?table=countries",
            "regions/155?table=partners", "countries/FR?table=agreements", "countries/FR?table=people", $"units/{atlas.Engineering}?table=figures", $"units/{atlas.Engineering}?table=partners", $"organisations/{atlas.Partner}?table=units",
        ];
        foreach (var table in tables)
        {
            var lines = (await atlas.Text($"/en/{table}&as=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.True(lines.Length > 1, table);
            Assert.All(lines.Skip(1), line => Assert.Contains("FY2024 revision 1", line));
        }

        var compared = (await atlas.Text("/en/compare/figures.csv?of=periods&item=FY2023&item=FY2024")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(compared[0].TrimStart('\uFEFF').Split(','), "Closed revision");
        Assert.All(compared.Skip(1), line => Assert.Equal(line.Contains("FY2024", StringComparison.Ordinal) ? "1" : "", line.Split(',')[at]));
    }

    private async Task<string> Note(string language, string page) => (await atlas.Page($"/{language}/{page}")).QuerySelector(".closed-note")?.TextContent ?? "";
}

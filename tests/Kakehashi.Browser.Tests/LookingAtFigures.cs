using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.Browser.Tests;

/// <summary>Stays of three years with a target, a partner with an agreement, and a milestone.</summary>
public sealed class FiguresOfThreeYears : OwnProgram
{
    private static readonly int[] Years = [2022, 2023, 2024];

    public long Partner { get; private set; }

    protected override void Enter(Workspace workspace, ChangeSession change)
    {
        var unit = Create(workspace, change, "org_unit", ("unit_code", "E"), ("name", new Bilingual("工学部", "Engineering")), ("kind", "faculty"));
        Partner = Create(workspace, change, "organisation", ("name", new Bilingual("リヨン架空大学", "Invented University of Lyon")), ("kind", "education"), ("status", "active"), ("country", "FR"));
        Create(workspace, change, "agreement", ("reference", "AG-1"), ("title", new Bilingual("学術交流協定", "Academic exchange")), ("type", "academic"), ("level", "department"), ("state", "in_force"),
            ("partner", Partner), ("partner_name", "Lyon"), ("country", "FR"), ("unit", unit), ("effective_from", new DateOnly(2020, 4, 1)), ("expires_on", workspace.Today.AddMonths(3)));
        Create(workspace, change, "target", ("indicator", "FL-01"), ("baseline_period", "FY2022"), ("baseline_value", 10m), ("target_period", "FY2030"), ("target_value", 900m), ("path", "linear"));
        Create(workspace, change, "action_milestone", ("action", "T1.5"), ("text", new Bilingual("説明会を開く", "Hold a briefing")), ("unit", unit), ("due_on", workspace.Today.AddMonths(1)), ("state", "not_started"));
        foreach (var year in Years)
        {
            Create(workspace, change, "coverage", ("fact", "mobility"), ("unit", unit), ("period", $"FY{year}"), ("submitted", true));
            for (var i = 0; i < 10 * (year - 2020); i++)
                Create(workspace, change, "mobility_period", ("reference", $"{year}-{i}"), ("direction", "in"), ("kind", "student"), ("home_country", "FR"), ("home", Partner), ("unit", unit), ("started_on", new DateOnly(year, 9, 1)));
        }
    }
}

/// <summary>The pages that are made of figures, as whoever cannot see or has a small screen meets them.</summary>
[Trait("Needs", "browser")]
public sealed class LookingAtFigures(Chromium chromium, FiguresOfThreeYears figures) : IClassFixture<FiguresOfThreeYears>
{
    [Theory]
    [InlineData("board", ".board-action")]
    [InlineData("indicators/FL-01", "kk-chart")]
    [InlineData("strategy/T1.5", "#milestones")]
    [InlineData("compare?of=periods&item=FY2023&item=FY2024", "kk-chart")]
    [InlineData("countries/FR", "#partners")]
    [InlineData("regions/150", "#partners")]
    [InlineData("units/E", "#milestones")]
    [InlineData("organisations/PARTNER", "#units")]
    [InlineData("assessments", "h1")]
    [InlineData("open", "h1")]
    public async Task No_page_has_barriers_or_is_wider_than_the_screen(string path, string wanted)
    {
        foreach (var (language, width) in new[] { ("ja", 360), ("en", 1440) })
        {
            await using var tab = await chromium.Open(language == "ja" ? "ja-JP" : "en-GB", width: width);
            await figures.Address(tab, "");
            await tab.Page.GotoAsync(await figures.Address(tab, $"/{language}/{path.Replace("PARTNER", figures.Partner.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)}"));
            // a page waits a moment only for its figures
            for (var i = 0; i < 60 && await tab.Page.Locator(wanted).CountAsync() == 0; i++)
            {
                await tab.Page.WaitForTimeoutAsync(500);
                await tab.Page.ReloadAsync();
            }

            Assert.NotEqual(0, await tab.Page.Locator(wanted).CountAsync());
            await tab.HasNoBarriers();
            Assert.Equal(0, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            tab.HasNoComplaints();
        }
    }

    [Fact]
    public async Task All_actions_stand_on_one_screen()
    {
        await using var tab = await chromium.Open("en-GB", width: 1440);
        await tab.Page.SetViewportSizeAsync(1440, 900);
        await tab.Page.GotoAsync(await figures.Address(tab, "/en/board"));
        for (var i = 0; i < 60 && await tab.Page.Locator(".board-action").CountAsync() == 0; i++)
        {
            await tab.Page.WaitForTimeoutAsync(500);
            await tab.Page.ReloadAsync();
        }

        Assert.Equal(31, await tab.Page.EvaluateAsync<int>("[...document.querySelectorAll('.board-action')].filter(one => one.getBoundingClientRect().bottom <= innerHeight).length"));
    }
}

using System.Net;

namespace Kakehashi.Web.Tests.Indicators;

public sealed class LookingAtTheStrategy(Observatory observatory) : IClassFixture<Observatory>
{
    [Theory]
    [InlineData("ja", "戦略", "プロセス1", "学術交流協定の指針を明確にする")]
    [InlineData("en", "Strategy", "Process 1", "Clear guidelines for exchange agreements")]
    public async Task Shows_the_whole_tree_in_one_page(string language, string title, string label, string first)
    {
        var page = await observatory.Page($"/{language}/strategy");
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(["P1", "P2", "T1", "T2", "T3", "T4"], page.QuerySelectorAll("main section[id]").Select(section => section.Id));
        Assert.Contains(label, page.QuerySelector("#P1 h2")!.TextContent);
        Assert.Equal(31, page.QuerySelectorAll(".tree-action").Length);
        Assert.Equal("P1.1 " + first, Words(page.QuerySelector(".tree-action h3")!));
        Assert.All(page.QuerySelectorAll(".tree-action"), action => Assert.NotEmpty(action.QuerySelectorAll(".tree-indicator")));
        Assert.Equal("page", page.QuerySelector("#sidenav a[href=strategy]")!.GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData("ja", "海外からの受入者数(学生・研究者)", "2024年度")]
    [InlineData("en", "Incoming students and researchers", "FY2024")]
    public async Task Shows_what_the_indicators_of_an_action_say(string language, string name, string period)
    {
        var row = (await observatory.Page($"/{language}/strategy")).QuerySelector("a[href='strategy/T1.5']")!.Closest("li")!;
        var figure = row.QuerySelector("a[href='indicators/FL-01']")!.ParentElement!;
        Assert.Equal(name, figure.QuerySelector("a")!.TextContent);
        Assert.Contains("114", figure.QuerySelector(".figure")!.TextContent);
        Assert.Contains(period, figure.TextContent);
        Assert.NotNull(figure.QuerySelector("svg.spark"));
    }

    [Theory]
    [InlineData("ja", "語学力を土台に留学と海外での活躍を支える", "ターゲット1", "定められていません")]
    [InlineData("en", "Study abroad and careers built on language skills", "Target 1", "None named")]
    public async Task Opens_an_action_with_its_place_its_indicators_and_those_beside_it(string language, string title, string group, string owner)
    {
        var page = await observatory.Page($"/{language}/strategy/T1.5");
        Assert.Equal(title + " T1.5", Words(page.QuerySelector("h1")!));
        Assert.Contains(group, page.QuerySelector(".crumbs")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("dd"), dd => dd.TextContent.Trim() == owner);
        Assert.Equal(["FL-01", "FL-02", "OU-01", "OU-02"], page.QuerySelectorAll("tbody th a").Take(4).Select(link => link.GetAttribute("href")!["indicators/".Length..]));
        Assert.Equal("indicators/FL-01", page.QuerySelector("tbody th a")!.GetAttribute("href"));
        Assert.Equal(("strategy/T1.4", "strategy/T1.6"), (page.QuerySelector("a[rel=prev]")!.GetAttribute("href"), page.QuerySelector("a[rel=next]")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Ends_with_the_first_and_the_last_action()
    {
        Assert.Null((await observatory.Page("/en/strategy/P1.1")).QuerySelector("a[rel=prev]"));
        var last = await observatory.Page("/en/strategy/T4.3");
        Assert.Null(last.QuerySelector("a[rel=next]"));
        Assert.NotNull(last.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task Leads_from_an_indicator_back_to_its_actions()
    {
        var page = await observatory.Page("/ja/indicators/FL-01");
        Assert.Equal(["strategy/P1.5", "strategy/T1.5"], page.QuerySelectorAll("dd a").Select(link => link.GetAttribute("href")).Where(href => href!.StartsWith("strategy/", StringComparison.Ordinal)));
        var list = await observatory.Page("/ja/indicators?q=P1.5");
        Assert.Contains(list.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("P1.5, T1.5", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/ja/strategy/P9.9", "ja")]
    [InlineData("/en/strategy/P9", "en")]
    public async Task Knows_no_other_action(string path, string language)
    {
        using var answer = await observatory.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(language, (await Website.Parse(answer)).DocumentElement.GetAttribute("lang"));
    }

    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

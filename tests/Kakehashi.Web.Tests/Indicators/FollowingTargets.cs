using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;

namespace Kakehashi.Web.Tests.Indicators;

/// <summary>The observatory with targets, what others reach, notes, and figures entered by hand.</summary>
public sealed class AnOfficeWithTargets : Observatory
{
    protected override void EnterMore(ChangeSession session)
    {
        // 0, 100 and 114 people came in FY2022 to FY2024
        Target(session, "FL-01", null, 0, "FY2026", 200);
        Target(session, "FL-01", Engineering, 0, "FY2026", 400);
        Target(session, "PA-04", null, 2, "FY2026", 10);
        Target(session, "ST-01", null, 5, "FY2026", 10);
        Target(session, "XX-99", null, 1, "FY2026", 2);
        Create(session, "target", ("indicator", "FL-02"), ("baseline_period", "2022"), ("baseline_value", 1m), ("target_period", "2026"), ("target_value", 2m), ("path", "linear"));
        Create(session, "reference_value", ("indicator", "FL-01"), ("period", "FY2023"), ("kind", "peer"), ("name", new Bilingual("隣の大学", "The university next door")), ("value", 90m), ("source", "年報"));
        Create(session, "indicator_note", ("indicator", "FL-01"), ("day", new DateOnly(2023, 5, 1)), ("text", new Bilingual("受入れを再開した。", null)));
        foreach (var (year, bases) in new[] { (2022, 2m), (2023, 3m), (2024, 3m) })
            Create(session, "manual_figure", ("indicator", "PA-04"), ("period", $"FY{year}"), ("numerator", bases), ("evidence", new Bilingual("拠点一覧", "List of bases")), ("document", "https://example.org/bases"));
        Create(session, "manual_figure", ("indicator", "PA-04"), ("period", "AY2024"), ("numerator", 9m), ("evidence", new Bilingual("誤", "Wrong")));
    }

    private void Target(ChangeSession session, string indicator, long? unit, decimal baseline, string by, decimal value) => Create(
        session, "target", ("indicator", indicator), ("unit", unit), ("baseline_period", "FY2022"), ("baseline_value", baseline), ("target_period", by), ("target_value", value), ("path", "linear"),
        ("reason", new Bilingual("中期計画", "Mid-term plan")));
}

public sealed class FollowingTargets(AnOfficeWithTargets office) : IClassFixture<AnOfficeWithTargets>
{
    [Theory]
    [InlineData("ja", "順調", "57%", "基準値から想定値までの80%以上")]
    [InlineData("en", "On track", "57%", "at least 80 % of the way")]
    public async Task The_page_of_an_indicator_says_how_far_it_has_come_and_by_which_rule(string language, string status, string attainment, string rule)
    {
        var page = await office.Page($"/{language}/indicators/FL-01");
        var card = page.QuerySelector(".target-status")!.Closest("section")!;
        Assert.Equal(status, card.QuerySelector(".badge")!.TextContent.Trim());
        Assert.NotNull(card.QuerySelector(".badge svg"));
        Assert.Contains(attainment, card.QuerySelector(".target-attainment")!.TextContent);
        Assert.Equal(["0", "200", "114", "100"], card.QuerySelectorAll("dd .figure").Select(figure => figure.FirstChild!.TextContent.Trim()));
        Assert.Contains(rule, card.TextContent);
    }

    [Fact]
    public async Task The_chart_has_the_path_what_others_reach_and_the_notes_and_so_has_its_table()
    {
        var page = await office.Page("/en/indicators/FL-01");
        var chart = JsonDocument.Parse(page.QuerySelector("#series script")!.TextContent).RootElement;
        Assert.Equal(5, chart.GetProperty("categories").GetArrayLength());
        Assert.Equal([0, 50, 100, 150, 200], chart.GetProperty("target").GetProperty("values").EnumerateArray().Select(value => value.GetInt32()));
        var other = chart.GetProperty("references")[0];
        Assert.Equal(("The university next door", 90), (other.GetProperty("name").GetString(), other.GetProperty("values")[1].GetInt32()));
        Assert.Equal((1, "Note 1"), (chart.GetProperty("marks")[0].GetProperty("category").GetInt32(), chart.GetProperty("marks")[0].GetProperty("label").GetString()));
        // a period still to come is no period that nobody reported
        Assert.Equal(JsonValueKind.Null, chart.GetProperty("series")[0].GetProperty("absent")[4].ValueKind);
        var rows = page.QuerySelectorAll("#series-table tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Equal(["FY2022|0|0|", "FY2023|100|50|90", "FY2024|114|100|", "FY2025||150|", "FY2026||200|"], rows);
        Assert.Contains("English is missing", page.QuerySelector("#note-1")!.TextContent);
    }

    [Fact]
    public async Task A_unit_has_its_own_target_and_none_where_none_is_set()
    {
        var engineering = await office.Page($"/en/indicators/FL-01?unit={office.Engineering}");
        Assert.Equal("Behind", engineering.QuerySelector(".target-status .badge")!.TextContent.Trim());
        Assert.Contains("No target has been set for this indicator", (await office.Page("/en/indicators/SF-12")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_target_that_cannot_be_compared_is_told()
    {
        var page = await office.Page("/en/indicators/FL-02");
        Assert.Contains("another kind of period", page.QuerySelector(".alert-warning")!.TextContent);
        Assert.Null(page.QuerySelector(".target-status"));
    }

    [Fact]
    public async Task A_code_that_no_indicator_has_is_told_in_the_list()
    {
        var alert = (await office.Page("/en/indicators")).QuerySelector(".alert-warning")!;
        Assert.Equal("XX-99", alert.QuerySelector("a")!.TextContent);
        Assert.Equal("targets?q=XX-99", alert.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_entered_by_hand_is_shown_with_its_evidence_and_leads_to_it()
    {
        var page = await office.Page("/en/indicators/PA-04");
        Assert.Equal("3", page.QuerySelector(".key-figure-value .figure")!.FirstChild!.TextContent.Trim());
        Assert.Equal("Behind", page.QuerySelector(".target-status .badge")!.TextContent.Trim());
        var evidence = page.QuerySelectorAll("section").Single(section => section.QuerySelector("h2")?.TextContent.Contains("evidence", StringComparison.Ordinal) == true);
        Assert.Contains("List of bases", evidence.TextContent);
        Assert.Contains("AY2024", evidence.QuerySelector(".alert-warning")!.TextContent);
        Assert.Equal("https://example.org/bases", evidence.QuerySelector("tbody a[href^=https]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("a[href^='indicators/PA-04/records']"));
    }

    [Theory]
    [InlineData("strategy", 4)]
    [InlineData("strategy/P1.4", 1)]
    [InlineData("indicators", 3)]
    [InlineData("indicators?show=behind", 1)]
    [InlineData("indicators?part=P1&show=targets", 2)]
    public async Task Overviews_show_the_status_of_each_indicator_that_has_a_target(string path, int badges)
    {
        var page = await office.Page($"/en/{path}");
        var statuses = page.QuerySelectorAll("main tbody .badge, main .tree-status .badge").Select(badge => badge.TextContent.Trim()).ToList();
        Assert.Equal(badges, statuses.Count);
        Assert.Contains("Behind", statuses);
    }

    [Fact]
    public async Task The_list_goes_by_the_parts_of_the_strategy_and_finds_by_words()
    {
        var page = await office.Page("/en/indicators");
        Assert.Equal(["Process 1", "Process 2", "Target 1", "Target 2", "Target 3", "Target 4"], page.QuerySelectorAll("#results h2").Select(title => title.TextContent.Split(':')[0].Trim()));
        var links = page.QuerySelectorAll("#results tbody th a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(links.Count, links.Distinct().Count());
        Assert.Equal(["indicators/AG-07"], (await office.Page("/en/indicators?q=joint+degree+agreements")).QuerySelectorAll("#results tbody th a").Select(link => link.GetAttribute("href")));
        Assert.Contains("No indicator matches", (await office.Page("/en/indicators?q=zzzz")).QuerySelector("#results")!.TextContent);
        var shared = await office.Page("/en/indicators?part=T1&q=FL-01");
        Assert.StartsWith("Target 1", Assert.Single(shared.QuerySelectorAll("#results h2")).TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_composite_shows_its_weights()
    {
        var page = await office.Page("/en/indicators/OU-06");
        var rows = page.QuerySelectorAll("section").Single(section => section.QuerySelector("h2")?.TextContent.Trim() == "Components and weights").QuerySelectorAll("tbody tr");
        Assert.Equal(["33%", "67%"], rows.Select(row => row.Children[2].TextContent.Trim()));
    }
}

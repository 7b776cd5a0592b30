using Kakehashi.Platform.Store;

namespace Kakehashi.Web.Tests.Indicators;

/// <summary>FL-01 was 100 in FY2023 and is 114 in FY2024; its target asks for far more from FY2024 on.</summary>
public sealed class AnOfficeThatHasFallenBehind : Observatory
{
    protected override void EnterMore(ChangeSession session) => Create(
        session, "target", ("indicator", "FL-01"), ("baseline_period", "FY2023"), ("baseline_value", 100m), ("target_period", "FY2027"), ("target_value", 900m), ("path", "linear"));
}

public sealed class LookingAtTheBoard(AnOfficeThatHasFallenBehind office) : IClassFixture<AnOfficeThatHasFallenBehind>
{
    [Theory]
    [InlineData("ja", "遅れ", "悪化", "判断が必要なものとして示します")]
    [InlineData("en", "Behind", "Worse", "A decision is needed where")]
    public async Task Shows_every_action_once_with_its_state_and_what_has_changed(string language, string behind, string worse, string rule)
    {
        var page = await office.Page($"/{language}/board");
        var actions = page.QuerySelectorAll(".board-action");
        Assert.Equal(31, actions.Length);
        var watched = Assert.Single(actions, action => action.QuerySelector("a")!.GetAttribute("href") == "strategy/T1.5");
        Assert.Contains(behind, watched.TextContent);
        Assert.Contains(worse, watched.TextContent);
        Assert.Equal("114", watched.QuerySelector(".board-value .figure")!.FirstChild!.TextContent);
        Assert.Contains("+14", watched.QuerySelector(".board-difference")!.TextContent);
        Assert.Contains(rule, page.QuerySelector("main")!.TextContent);
        // all of them before anything else
        Assert.True(page.QuerySelector(".board")!.CompareDocumentPosition(page.QuerySelector("#decisions")!).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
    }

    [Fact]
    public async Task Names_what_needs_a_decision_with_the_figure_that_says_so()
    {
        var page = await office.Page("/en/board");
        // the indicator watches more than this action
        var row = Assert.Single(page.QuerySelectorAll(".card .data-table tbody tr"), row => row.TextContent.Contains("T1.5", StringComparison.Ordinal));
        Assert.NotNull(row.QuerySelector("a[href='indicators/FL-01']"));
        Assert.Contains("114 / 300", row.TextContent);
    }

    [Fact]
    public async Task Has_every_action_in_its_table()
    {
        var page = await office.Page("/en/board");
        var rows = page.QuerySelectorAll("#actions tbody tr");
        Assert.Equal(31, rows.Length);
        Assert.Equal(["T1.5", "Behind", "Worse", "114 people", "+14", "300 people"], Cells(rows.Single(row => row.Children[0].TextContent.Trim() == "T1.5"), 0, 2, 3, 6, 7, 8));
    }

    private static IEnumerable<string> Cells(AngleSharp.Dom.IElement row, params int[] at) => at.Select(i => row.Children[i].TextContent.Trim());
}

using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Tree;
using Kakehashi.Tests.Analytics;

namespace Kakehashi.Tests.Strategy;

public sealed class ReadingAStrategy
{
    private const string Sound = """
        code: ours
        name: {ja: 国際戦略, en: International strategy}
        source: {ja: 学内文書, en: Own document}
        date: 2025-04-01
        goals:
        - {code: g1, title: {ja: 目標1, en: Goal 1}}
        - {code: g2, title: {ja: 目標2, en: Goal 2}}
        groups:
        - code: A
          label: {ja: 柱1, en: Pillar 1}
          title: {ja: 教育, en: Education}
          actions:
          - code: A.1
            title: {ja: 留学, en: Study abroad}
            meaning: {ja: 増やす。, en: More of it.}
            owner: {ja: 国際課, en: International Office}
            goals: [g2]
            indicators: [FL-01, ST-01]
          - code: A.2
            title: {ja: 受入れ, en: Welcome}
            meaning: {ja: 整える。, en: Be ready.}
        """;

    private static readonly IndicatorCatalogue Indicators = IndicatorCatalogue.Load(ShippedIndicators.Folder, FactSchemas.All).Catalogue!;

    [Fact]
    public void Gives_groups_actions_goals_and_offices_as_they_are_written()
    {
        var tree = StrategyReader.Read("strategy.yaml", Sound, Indicators).Tree!;
        Assert.Equal(("ours", new DateOnly(2025, 4, 1)), (tree.Code, tree.Date));
        var (first, second) = (tree.Action("A.1")!, tree.Action("A.2")!);
        Assert.Equal(new Text("国際課", "International Office"), first.Owner);
        Assert.Equal(["FL-01", "ST-01"], first.Indicators);
        Assert.Null(second.Owner);
        Assert.Same(tree.Groups[0], tree.GroupOf(second));
        Assert.Equal([first], tree.WatchedBy("FL-01"));
        Assert.Null(tree.Action("a.1"));
    }

    [Fact]
    public void Takes_an_action_that_names_no_goal_to_serve_all()
    {
        var tree = StrategyReader.Read("strategy.yaml", Sound, Indicators).Tree!;
        Assert.Equal(["g2"], tree.GoalsOf(tree.Action("A.1")!).Select(goal => goal.Code));
        Assert.Equal(["g1", "g2"], tree.GoalsOf(tree.Action("A.2")!).Select(goal => goal.Code));
    }

    [Theory]
    [InlineData("code: ours", "code: [ours", "S001", 1)]
    [InlineData("code: ours", "--- 1\n---\ncode: ours", "S001", 1)]
    [InlineData("date: 2025-04-01\n", "", "S002", 1)]
    [InlineData("date: 2025-04-01", "date: 2025-04-01\nday: 1", "S003", 5)]
    [InlineData("indicators: [FL-01, ST-01]", "indicators: FL-01", "S004", 18)]
    [InlineData("name: {ja: 国際戦略, en: International strategy}", "name: {ja: 国際戦略}", "S005", 2)]
    [InlineData("title: {ja: 留学, en: Study abroad}", "title: {ja: '', en: Study abroad}", "S005", 14)]
    [InlineData("code: A.2", "code: a.1", "S006", 19)]
    [InlineData("{code: g2,", "{code: g1,", "S006", 7)]
    [InlineData("[FL-01, ST-01]", "[FL-01, XX-99]", "S007", 18)]
    [InlineData("goals: [g2]", "goals: [g3]", "S008", 17)]
    [InlineData("code: A.2", "code: A/2", "S009", 19)]
    [InlineData("date: 2025-04-01", "date: April 2025", "S010", 4)]
    public void Notes_each_mistake_with_its_line_in_both_languages(string sound, string wrong, string code, int line)
    {
        var reading = StrategyReader.Read("strategy.yaml", Sound.ReplaceLineEndings("\n").Replace(sound, wrong, StringComparison.Ordinal), Indicators);
        Assert.Null(reading.Tree);
        var mistake = Assert.Single(reading.Mistakes, mistake => mistake.Code == code);
        Assert.Equal(("strategy.yaml", line), (mistake.File, mistake.Line));
        Assert.Contains(mistake.Message.Ja, c => c >= 0x3040);
        Assert.DoesNotContain(mistake.Message.En, c => c >= 0x3040);
    }

    [Theory]
    [InlineData("groups: []")]
    [InlineData("groups: [{code: A, label: {ja: 柱, en: Pillar}, title: {ja: 教育, en: Education}, actions: []}]")]
    public void Wants_something_in_it(string groups)
    {
        var yaml = Sound[..Sound.IndexOf("groups:", StringComparison.Ordinal)] + groups;
        Assert.Equal(["S011"], StrategyReader.Read("strategy.yaml", yaml, Indicators).Mistakes.Select(mistake => mistake.Code));
    }

    [Fact]
    public void Notes_all_mistakes_at_once()
    {
        var wrong = Sound.Replace("[g2]", "[g3]", StringComparison.Ordinal).Replace("ST-01", "XX-99", StringComparison.Ordinal).Replace("A.2", "A.1", StringComparison.Ordinal);
        Assert.Equal(["S008", "S007", "S006"], StrategyReader.Read("strategy.yaml", wrong, Indicators).Mistakes.Select(mistake => mistake.Code));
    }

    [Fact]
    public void Asks_for_no_indicator_where_their_own_definitions_have_mistakes() =>
        Assert.Empty(StrategyReader.Read("strategy.yaml", Sound.Replace("ST-01", "XX-99", StringComparison.Ordinal), null).Mistakes);
}

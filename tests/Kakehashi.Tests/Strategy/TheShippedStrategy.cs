using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Tree;
using Kakehashi.Tests.Analytics;

namespace Kakehashi.Tests.Strategy;

public sealed class TheShippedStrategy
{
    private static readonly IndicatorCatalogue Indicators = IndicatorCatalogue.Load(ShippedIndicators.Folder, FactSchemas.All).Catalogue!;

    private static readonly StrategyReading Reading = StrategyReader.Read(
        "strategy.yaml", File.ReadAllText(Path.Combine(ShippedIndicators.Folder, "..", "strategy.yaml")), Indicators);

    private static StrategyTree Tree => Reading.Tree!;

    [Fact]
    public void Has_no_mistake() => Assert.Empty(Reading.Mistakes.Select(mistake => mistake.ToString()));

    [Fact]
    public void Has_two_processes_and_four_targets_with_31_actions_numbered_through()
    {
        Assert.Equal(
            [("P1", 7), ("P2", 5), ("T1", 6), ("T2", 5), ("T3", 5), ("T4", 3)],
            Tree.Groups.Select(group => (group.Code, group.Actions.Count)));
        Assert.Equal(31, Tree.Actions.Count());
        Assert.All(Tree.Groups, group => Assert.Equal(Enumerable.Range(1, group.Actions.Count).Select(n => $"{group.Code}.{n}"), group.Actions.Select(action => action.Code)));
        Assert.Equal(["56", "57"], Tree.Goals.Select(goal => goal.Code));
        Assert.Equal(new DateOnly(2019, 9, 10), Tree.Date);
    }

    [Fact]
    public void Watches_every_action_by_an_indicator() => Assert.Empty(Tree.Actions.Where(action => action.Indicators.Count == 0).Select(action => action.Code));

    [Fact]
    public void Is_written_in_Japanese_and_in_English()
    {
        Text[] texts = [Tree.Name, Tree.Source, .. Tree.Groups.SelectMany(group => new[] { group.Label, group.Title }), .. Tree.Actions.SelectMany(action => new[] { action.Title, action.Meaning })];
        Assert.All(texts, text =>
        {
            Assert.Contains(text.Ja, c => c >= 0x3040);
            Assert.DoesNotContain(text.En, c => c >= 0x3040);
        });
    }

    [Fact]
    public void Puts_every_indicator_under_the_action_that_its_definition_names() =>
        Assert.All(Indicators.All, indicator => Assert.Contains(indicator.Action, Tree.WatchedBy(indicator.Code).Select(action => action.Code)));
}

using Kakehashi.Strategy.Tree;
using Kakehashi.Strategy.Versions;

namespace Kakehashi.Tests.Strategy;

public sealed class ComparingStrategies
{
    private static StrategyTree Before => new()
    {
        Code = "ours",
        Name = ("戦略", "Strategy"),
        Source = ("文書", "Document"),
        Date = new(2025, 4, 1),
        Goals = [new("g1", ("目標1", "Goal 1")), new("g2", ("目標2", "Goal 2"))],
        Groups = [new("A", ("柱1", "Pillar 1"), ("教育", "Education"), [Action("A.1"), Action("A.2"), Action("A.3")]), new("B", ("柱2", "Pillar 2"), ("研究", "Research"), [Action("B.1")])],
    };

    public static TheoryData<string, Func<StrategyTree, StrategyTree>, string[]> Cases => new()
    {
        { "nothing", tree => tree, [] },
        { "the day", tree => tree with { Date = new(2026, 4, 1) }, ["Reworded ours Decided on: 2025-04-01 > 2026-04-01"] },
        { "a goal reworded", tree => tree with { Goals = [new("g1", ("目標一", "Goal 1")), tree.Goals[1]] }, ["Reworded g1 Title: Goal 1 > Goal 1"] },
        { "goals turned", tree => tree with { Goals = [tree.Goals[1], tree.Goals[0]] }, ["Moved g1"] },
        { "a group removed", tree => tree with { Groups = [tree.Groups[0]] }, ["Removed B", "Removed B.1"] },
        { "a label", tree => tree with { Groups = [tree.Groups[0] with { Label = ("柱1", "First") }, tree.Groups[1]] }, ["Reworded A Label: Pillar 1 > First"] },
        { "an action added", tree => WithA(tree, [.. tree.Groups[0].Actions, Action("A.4")]), ["Added A.4"] },
        { "an action removed", tree => WithA(tree, [tree.Groups[0].Actions[0], tree.Groups[0].Actions[2]]), ["Removed A.2"] },
        { "the last made the first", tree => WithA(tree, [tree.Groups[0].Actions[2], tree.Groups[0].Actions[0], tree.Groups[0].Actions[1]]), ["Moved A.3"] },
        { "an action in another group", Regrouped, ["Moved A.3 Part: A Education > B Research"] },
        { "an action reworded", tree => WithFirst(tree, one => one with { Title = ("題", "New"), Meaning = ("別", "Other") }), ["Reworded A.1 Title: Title > New", "Reworded A.1 Meaning: Meaning > Other"] },
        { "an owner named", tree => WithFirst(tree, one => one with { Owner = ("国際課", "Office") }), ["Reworded A.1 Responsible office:  > Office"] },
        { "indicators", tree => WithFirst(tree, one => one with { Indicators = ["FL-01", "ST-01"] }), ["Watched A.1 Indicators: FL-01 > FL-01, ST-01"] },
        { "goals of an action", tree => WithFirst(tree, one => one with { Goals = [] }), ["Aimed A.1 Goal: g1 > "] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Names_what_differs_and_nothing_else(string what, Func<StrategyTree, StrategyTree> change, string[] expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, StrategyComparison.Of(Before, change(Before)).Select(Said));
    }

    private static string Said(StrategyChange change) =>
        $"{change.Kind} {change.Code}" + (change.Field is { } field ? $" {field.En}: {change.Before?.En} > {change.After?.En}" : "");

    private static StrategyAction Action(string code) => new(code, ("題", "Title"), ("意味", "Meaning"), null, ["g1"], ["FL-01"]);

    private static StrategyTree WithA(StrategyTree tree, IReadOnlyList<StrategyAction> actions) => tree with { Groups = [tree.Groups[0] with { Actions = actions }, tree.Groups[1]] };

    private static StrategyTree WithFirst(StrategyTree tree, Func<StrategyAction, StrategyAction> change) =>
        WithA(tree, [change(tree.Groups[0].Actions[0]), .. tree.Groups[0].Actions.Skip(1)]);

    private static StrategyTree Regrouped(StrategyTree tree) => tree with
    {
        Groups = [tree.Groups[0] with { Actions = [.. tree.Groups[0].Actions.Take(2)] }, tree.Groups[1] with { Actions = [.. tree.Groups[1].Actions, tree.Groups[0].Actions[2]] }],
    };
}

using Kakehashi.Analytics.Indicators;
using Kakehashi.Analytics.Targets;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages.Forms;
using Kakehashi.Strategy.Targets;
using Kakehashi.Strategy.Tree;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Strategy.Indicators;

/// <summary>Indicators that belong to one part of the strategy.</summary>
/// <param name="Group">The part; null for those that watch no action.</param>
/// <param name="Rows">The indicators, in the order of their actions.</param>
public sealed record ListedPart(StrategyGroup? Group, IReadOnlyList<IndicatorSeries> Rows);

/// <summary>Which indicators the list shows, as its address says it, by the parts of the strategy: each once, under the first action that it watches.</summary>
public sealed class ListedIndicators
{
    private const string WithValue = "values";
    private const string WithTarget = "targets";

    private readonly StrategyTree? tree;

    public ListedIndicators(IReadOnlyList<IndicatorSeries> all, IReadOnlyDictionary<string, TargetStanding> standings, StrategyTree? tree, IQueryCollection query)
    {
        this.tree = tree;
        (Search, Part, Show) = (Given(query["q"]), Given(query["part"]), Given(query["show"]));
        var kept = all.Where(series => Matches(series.Indicator) && IsShown(series, standings)).ToList();
        var order = tree?.Actions.ToList() ?? [];
        Parts = [.. kept.Select(series => (Series: series, Action: tree?.WatchedBy(series.Indicator.Code) is [var first, ..] ? first : null))
            .Where(pair => Part is null || (tree is not null && tree.WatchedBy(pair.Series.Indicator.Code).Any(action => tree.GroupOf(action).Code == Part)))
            .OrderBy(pair => pair.Action is { } action ? order.IndexOf(action) : int.MaxValue).ThenBy(pair => pair.Series.Indicator.Code, StringComparer.Ordinal)
            .GroupBy(pair => GroupOf(pair.Series.Indicator, pair.Action))
            .Select(group => new ListedPart(group.Key, [.. group.Select(pair => pair.Series)]))];
    }

    /// <summary>What can be chosen of <see cref="Show"/>.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
    [
        new(WithValue, ("値のある指標", "With a value")), new(WithTarget, ("目標値のある指標", "With a target")),
        .. Enum.GetValues<TargetStatus>().Select(status => new Choice(CodeNames.Of(status), TargetWords.Of(status))),
    ];

    public string? Search { get; }

    /// <summary>The code of a part of the strategy.</summary>
    public string? Part { get; }

    public string? Show { get; }

    public IReadOnlyList<ListedPart> Parts { get; }

    public int Count => Parts.Sum(part => part.Rows.Count);

    public bool IsNarrowed => Search is not null || Part is not null || Show is not null;

    /// <summary>The codes of the actions that an indicator watches.</summary>
    public string ActionsOf(Indicator indicator) => tree is null ? indicator.Action : string.Join(", ", tree.WatchedBy(indicator.Code).Select(action => action.Code));

    // one that watches actions of several parts is found under the part that is asked for
    private StrategyGroup? GroupOf(Indicator indicator, StrategyAction? first) =>
        first is null || tree is null ? null : tree.WatchedBy(indicator.Code).Select(tree.GroupOf).FirstOrDefault(group => group.Code == Part) ?? tree.GroupOf(first);

    private bool Matches(Indicator indicator) => Search is null
        || new[] { indicator.Code, ActionsOf(indicator), indicator.Name.Ja, indicator.Name.En }.Any(text => text.Contains(Search, StringComparison.OrdinalIgnoreCase));

    private bool IsShown(IndicatorSeries series, IReadOnlyDictionary<string, TargetStanding> standings) => Show switch
    {
        null => true,
        WithValue => series.Latest?.Value is not null,
        WithTarget => standings.ContainsKey(series.Indicator.Code),
        _ => standings.TryGetValue(series.Indicator.Code, out var standing) && CodeNames.Of(standing.Status) == Show,
    };

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

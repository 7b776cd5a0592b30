using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Tree;

/// <summary>What a university means to do for its internationalisation: groups of actions, and the goals they serve.</summary>
public sealed record StrategyTree
{
    /// <summary>E.g. <c>tohoku-2019</c>.</summary>
    public required string Code { get; init; }

    public required Text Name { get; init; }

    /// <summary>Where the strategy is written.</summary>
    public required Text Source { get; init; }

    /// <summary>The day it was decided.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The goals above the strategy; may be none.</summary>
    public required IReadOnlyList<StrategyGoal> Goals { get; init; }

    public required IReadOnlyList<StrategyGroup> Groups { get; init; }

    /// <summary>All actions in the order of the strategy.</summary>
    public IEnumerable<StrategyAction> Actions => Groups.SelectMany(group => group.Actions);

    /// <summary>The action of a code; null for an unknown one.</summary>
    public StrategyAction? Action(string code) => Actions.FirstOrDefault(action => action.Code == code);

    public StrategyGroup GroupOf(StrategyAction action) => Groups.First(group => group.Actions.Contains(action));

    /// <summary>The goals that an action serves: those it names, else all.</summary>
    public IReadOnlyList<StrategyGoal> GoalsOf(StrategyAction action) =>
        action.Goals.Count == 0 ? Goals : [.. Goals.Where(goal => action.Goals.Contains(goal.Code))];

    /// <summary>The actions that an indicator watches.</summary>
    public IReadOnlyList<StrategyAction> WatchedBy(string indicator) => [.. Actions.Where(action => action.Indicators.Contains(indicator))];

    /// <summary>The indicators that watch any action, once each.</summary>
    public IReadOnlyList<Indicator> IndicatorsIn(IndicatorCatalogue catalogue) =>
        [.. Actions.SelectMany(action => action.Indicators).Distinct().SelectMany(code => catalogue.Versions(code).TakeLast(1))];
}

/// <summary>A goal above the strategy, e.g. an item of the university's vision.</summary>
public sealed record StrategyGoal(string Code, Text Title);

/// <summary>Actions that belong together.</summary>
/// <param name="Code">E.g. <c>P1</c>.</param>
/// <param name="Label">What the strategy calls it: Process 1, Target 4.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Actions">Its actions, in order.</param>
public sealed record StrategyGroup(string Code, Text Label, Text Title, IReadOnlyList<StrategyAction> Actions)
{
    /// <summary>The address of its page.</summary>
    public string Page => "strategy/" + Code;
}

/// <summary>One action.</summary>
/// <param name="Code">E.g. <c>P1.3</c>.</param>
/// <param name="Title">What is done.</param>
/// <param name="Meaning">The same in a sentence.</param>
/// <param name="Owner">The responsible office; null where none is named.</param>
/// <param name="Goals">The codes of the goals it serves; none for all.</param>
/// <param name="Indicators">The codes of the indicators that watch it.</param>
public sealed record StrategyAction(string Code, Text Title, Text Meaning, Text? Owner, IReadOnlyList<string> Goals, IReadOnlyList<string> Indicators)
{
    /// <summary>The address of its page.</summary>
    public string Page => "strategy/" + Code;
}

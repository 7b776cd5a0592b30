using Kakehashi.Analytics.Indicators;
using Kakehashi.Analytics.Targets;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Indicators;
using Kakehashi.Strategy.Targets;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Strategy.Board;

/// <summary>How every action of the strategy stands: what the page for who leads shows, and the slides of it.</summary>
/// <param name="Tree">The strategy.</param>
/// <param name="Overview">The indicators that watch its actions.</param>
/// <param name="Standings">How each action stands, in the order of the strategy.</param>
public sealed record BoardReading(StrategyTree Tree, IndicatorOverview Overview, IReadOnlyList<ActionStanding> Standings)
{
    private const int Periods = 8;

    private static readonly TargetStatus?[] States = [TargetStatus.Reached, TargetStatus.OnTrack, TargetStatus.AtRisk, TargetStatus.Behind, TargetStatus.NoData, null];

    private IReadOnlyDictionary<string, IndicatorSeries> Series { get; init; } = new Dictionary<string, IndicatorSeries>();

    /// <summary>Those that somebody has to decide about.</summary>
    public IReadOnlyList<ActionStanding> Decisions => [.. Standings.Where(one => one.NeedsDecision)];

    /// <summary>How many actions are in each state; null for those without a target.</summary>
    public IEnumerable<(TargetStatus? Status, int Count)> Counts => States.Select(status => (status, Standings.Count(one => one.Status == status)));

    /// <summary>How an action stands.</summary>
    public ActionStanding this[StrategyAction action] => Standings.First(one => one.Action == action);

    /// <summary>The indicator that decides how an action stands, else its first; null where there is no figure.</summary>
    public IndicatorSeries? Course(ActionStanding standing)
    {
        var shown = standing.Indicators.Count > 0 ? standing.Indicators[0].Series : standing.Action.Indicators.Select(code => Series.GetValueOrDefault(code)).FirstOrDefault(one => one is not null);
        return shown is { Figures.Count: > 0 } ? shown : null;
    }

    /// <summary>Reads it.</summary>
    /// <returns>Refusals: those of <see cref="IndicatorOverview.ReadAsync"/>.</returns>
    public static async Task<Result<BoardReading>> ReadAsync(Workspace workspace, StrategyTree tree, IndicatorCatalogue catalogue, Actor actor, TimeSpan patience, CancellationToken cancel)
    {
        var answer = await IndicatorOverview.ReadAsync(workspace, tree.IndicatorsIn(catalogue), Periods, patience, cancel);
        if (!answer.IsDone) return answer.Refusal;
        var series = answer.Value.Series.ToDictionary(one => one.Indicator.Code, StringComparer.Ordinal);
        var ofIndicators = (await TargetBook.ReadAsync(workspace, actor, cancel)).Standings(answer.Value.Series);
        return new BoardReading(tree, answer.Value, [.. tree.Actions.Select(action => ActionStanding.Of(action, series, ofIndicators))]) { Series = series };
    }
}

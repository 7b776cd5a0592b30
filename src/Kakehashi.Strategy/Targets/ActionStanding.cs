using Kakehashi.Analytics.Targets;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Indicators;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Strategy.Targets;

/// <summary>How an action stands: as the worst of its indicators that have a target.</summary>
/// <param name="Action">The action.</param>
/// <param name="Status">Null where none of its indicators has a target.</param>
/// <param name="Before">The same a period before; null where that is not known.</param>
/// <param name="Indicators">Those with a target, the worst first.</param>
public sealed record ActionStanding(StrategyAction Action, TargetStatus? Status, TargetStatus? Before, IReadOnlyList<(IndicatorSeries Series, TargetStanding Standing)> Indicators)
{
    /// <summary>The worst first. That nothing is known is worse than that all is well, and better than to be known behind.</summary>
    private static readonly TargetStatus[] Order = [TargetStatus.Behind, TargetStatus.AtRisk, TargetStatus.NoData, TargetStatus.OnTrack, TargetStatus.Reached];

    /// <summary>When somebody has to decide, for those who read it.</summary>
    public static Text DecisionRule { get; } = (
        "「遅れ」の施策と、状態が前の期間より悪化した施策を、判断が必要なものとして示します。", "A decision is needed where an action is behind, or stands worse than in the period before.");

    /// <summary>Somebody has to decide: it is behind, or it has become worse since the period before.</summary>
    public bool NeedsDecision => Status == TargetStatus.Behind || IsWorse;

    /// <summary>Worse than a period before.</summary>
    public bool IsWorse => Compare is < 0;

    /// <summary>Better than a period before.</summary>
    public bool IsBetter => Compare is > 0;

    private int? Compare => Status is { } now && Before is { } then && now != TargetStatus.NoData && then != TargetStatus.NoData ? Array.IndexOf(Order, now).CompareTo(Array.IndexOf(Order, then)) : null;

    /// <summary>The standing of an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="series">All series, by the code of the indicator.</param>
    /// <param name="standings">All standings, by the code of the indicator.</param>
    public static ActionStanding Of(StrategyAction action, IReadOnlyDictionary<string, IndicatorSeries> series, IReadOnlyDictionary<string, TargetStanding> standings)
    {
        var known = action.Indicators.Where(code => series.ContainsKey(code) && standings.ContainsKey(code))
            .Select(code => (Series: series[code], Standing: standings[code])).OrderBy(pair => Array.IndexOf(Order, pair.Standing.Status)).ToList();
        if (known.Count == 0) return new(action, null, null, []);
        var before = known.Select(pair => PeriodBefore(pair.Series, pair.Standing)).OrderBy(status => Array.IndexOf(Order, status)).First();
        return new(action, known[0].Standing.Status, before, known);
    }

    private static TargetStatus PeriodBefore(IndicatorSeries series, TargetStanding standing)
    {
        if (standing.Period is not { } period) return TargetStatus.NoData;
        var before = period.Plus(-1);
        return standing.Target.Path.Status(before, series.Figures.FirstOrDefault(figure => figure.Subject.Period == before)?.Rounded, series.Indicator.Direction);
    }
}

using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Targets;

/// <summary>The targets of all indicators, read in one statement.</summary>
public sealed class TargetBook
{
    private readonly ILookup<string, IndicatorTarget> byIndicator;

    private TargetBook(IEnumerable<IndicatorTarget> targets) => byIndicator = targets.ToLookup(target => target.Indicator, StringComparer.Ordinal);

    /// <summary>Those that the actor sees.</summary>
    public static async Task<TargetBook> ReadAsync(Workspace workspace, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var records = await context.Set<Target>().SeenBy(workspace.Types[typeof(Target)], actor).Where(target => !target.IsWithdrawn).ToListAsync(cancel);
        return new(records.Select(IndicatorTarget.Of).OfType<IndicatorTarget>());
    }

    /// <summary>How an indicator stands; null where it has no target.</summary>
    /// <param name="series">Its figures.</param>
    /// <param name="unit">The unit that they are of; null for the university.</param>
    public TargetStanding? Standing(IndicatorSeries series, long? unit = null)
    {
        var targets = Fitting(series.Indicator).Where(target => target.Unit == unit).OrderBy(target => target.Path.Target.Period).ToList();
        if (targets.Count == 0) return null;
        // the next one to be reached; once all are over, the last
        var counts = targets.Find(target => series.Latest is not { } latest || target.Path.Target.Period >= latest.Subject.Period) ?? targets[^1];
        return TargetStanding.Of(counts, series);
    }

    /// <summary>The standing of each series that has a target, by the code of its indicator.</summary>
    public IReadOnlyDictionary<string, TargetStanding> Standings(IEnumerable<IndicatorSeries> all) => all
        .Select(series => (series.Indicator.Code, Standing: Standing(series)))
        .Where(pair => pair.Standing is not null)
        .ToDictionary(pair => pair.Code, pair => pair.Standing!, StringComparer.Ordinal);

    /// <summary>The codes of the indicators that a unit has a target for.</summary>
    public IEnumerable<string> Of(long unit) => byIndicator.Where(targets => targets.Any(target => target.Unit == unit)).Select(targets => targets.Key);

    /// <summary>Targets for another kind of period than the indicator's: they cannot be compared with its figures.</summary>
    public IReadOnlyList<IndicatorTarget> Unfit(Indicator indicator) =>
        [.. byIndicator[indicator.Code].Where(target => target.Path.Baseline.Period.Kind != indicator.PeriodKind)];

    private IEnumerable<IndicatorTarget> Fitting(Indicator indicator) =>
        byIndicator[indicator.Code].Where(target => target.Path.Baseline.Period.Kind == indicator.PeriodKind);
}

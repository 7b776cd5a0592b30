using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Targets;

/// <summary>A value at a period.</summary>
public readonly record struct PathPoint(Period Period, decimal Value);

/// <summary>
/// The way from a baseline to a target: straight, or by milestones with straight lines between them. Whether more or less
/// is wanted follows from its two ends.
/// </summary>
public sealed class TargetPath
{
    /// <summary>The share of the way expected by now that keeps a value that lags behind at risk only.</summary>
    public const decimal AtRiskFrom = 0.8m;

    /// <summary>Checks the points.</summary>
    /// <param name="baseline">Where it begins.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="milestones">What lies between, in any order; none for a straight path.</param>
    /// <exception cref="ArgumentException">Periods of several kinds, or not one after the other.</exception>
    public TargetPath(PathPoint baseline, PathPoint target, IEnumerable<PathPoint>? milestones = null)
    {
        Points = [baseline, .. (milestones ?? []).OrderBy(point => point.Period), target];
        for (var i = 1; i < Points.Count; i++)
        {
            if (Points[i].Period.Kind != baseline.Period.Kind || Points[i].Period <= Points[i - 1].Period)
                throw new ArgumentException($"{Points[i].Period} does not come after {Points[i - 1].Period}.", nameof(milestones));
        }
    }

    /// <summary>Baseline, milestones, target.</summary>
    public IReadOnlyList<PathPoint> Points { get; }

    /// <summary>Where it begins.</summary>
    public PathPoint Baseline => Points[0];

    /// <summary>Where it ends.</summary>
    public PathPoint Target => Points[^1];

    /// <summary>What the path asks for: the baseline's value up to it, the target's from it on.</summary>
    /// <param name="period">Of the kind of the path's.</param>
    public decimal Expected(Period period)
    {
        if (period <= Baseline.Period) return Baseline.Value;
        var next = 1;
        while (next < Points.Count - 1 && Points[next].Period < period) next++;
        var (from, to) = (Points[next - 1], Points[next]);
        if (period >= to.Period) return to.Value;
        return from.Value + (to.Value - from.Value) * (Step(period) - Step(from.Period)) / (Step(to.Period) - Step(from.Period));
    }

    /// <summary>
    /// The share of the way from baseline to target that a value has come: 0 at the baseline, 1 at the target, below 0
    /// where it went the other way. Null where target and baseline are the same.
    /// </summary>
    public decimal? Attainment(decimal value) =>
        Target.Value == Baseline.Value ? null : (value - Baseline.Value) / (Target.Value - Baseline.Value);

    /// <summary>How a value stands.</summary>
    /// <param name="period">The period of the value.</param>
    /// <param name="value">The value as it is shown; null where there is none.</param>
    /// <param name="direction">Which way is better; asked only where target and baseline are the same, and a value is to be kept.</param>
    public TargetStatus Status(Period period, decimal? value, Direction direction)
    {
        if (value is not { } known || period.Kind != Baseline.Period.Kind || period < Baseline.Period) return TargetStatus.NoData;
        if (Attainment(known) is not { } come) return Keeps(known, direction) ? TargetStatus.Reached : TargetStatus.Behind;
        var expected = Attainment(Expected(period))!.Value;
        if (come >= 1) return TargetStatus.Reached;
        if (come >= expected) return TargetStatus.OnTrack;
        return come >= AtRiskFrom * expected ? TargetStatus.AtRisk : TargetStatus.Behind;
    }

    private bool Keeps(decimal value, Direction direction) => direction switch
    {
        Direction.Up => value >= Target.Value,
        Direction.Down => value <= Target.Value,
        _ => value == Target.Value,
    };

    private static int Step(Period period) => period.Kind == PeriodKind.Quarter ? period.Year * 4 + period.Part : period.Year;
}

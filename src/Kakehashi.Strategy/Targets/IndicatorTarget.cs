using Kakehashi.Analytics.Targets;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Indicators;

namespace Kakehashi.Strategy.Targets;

/// <summary>A target as pages use it.</summary>
/// <param name="Number">The number of its record.</param>
/// <param name="Indicator">The code of the indicator.</param>
/// <param name="Unit">The unit, with all below it; null for the university.</param>
/// <param name="Path">From the baseline to the target.</param>
/// <param name="Reason">Why this target.</param>
public sealed record IndicatorTarget(long Number, string Indicator, long? Unit, TargetPath Path, Bilingual Reason)
{
    /// <summary>The page of its record.</summary>
    public string Href => $"targets/{Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Out of a record; null where its periods cannot be read or do not follow each other, as its checks ask for.</summary>
    public static IndicatorTarget? Of(Target record)
    {
        List<PathPoint?> points = [Point(record.BaselinePeriod, record.BaselineValue), .. record.Milestones.Select(one => Point(one.Period, one.Value)), Point(record.TargetPeriod, record.TargetValue)];
        if (points.Any(point => point is null)) return null;
        var (baseline, target) = (points[0]!.Value, points[^1]!.Value);
        var between = points[1..^1].Select(point => point!.Value).OrderBy(point => point.Period).ToList();
        PathPoint[] all = [baseline, .. between, target];
        var follows = all.Zip(all.Skip(1)).All(pair => pair.First.Period.Kind == pair.Second.Period.Kind && pair.First.Period < pair.Second.Period);
        return follows ? new(record.Number, record.Indicator, record.Unit?.Value, new(baseline, target, between), record.Reason) : null;
    }

    private static PathPoint? Point(string? period, decimal? value) => Period.Read(period) is { } read && value is { } known ? new(read, known) : null;
}

/// <summary>How an indicator stands against its target, by its latest figure.</summary>
/// <param name="Target">The target.</param>
/// <param name="Period">The period of the figure; null where there is none.</param>
/// <param name="Value">The figure as it is shown; null where it has no value.</param>
/// <param name="Status">By the rule of the path.</param>
public sealed record TargetStanding(IndicatorTarget Target, Period? Period, decimal? Value, TargetStatus Status)
{
    /// <summary>What the path asks for in the figure's period.</summary>
    public decimal? Expected => Period is { } period ? Target.Path.Expected(period) : null;

    /// <summary>0 at the baseline, 1 at the target; null where both are the same, or nothing is known since the baseline.</summary>
    public decimal? Attainment => Value is { } value && Status != TargetStatus.NoData ? Target.Path.Attainment(value) : null;

    public static TargetStanding Of(IndicatorTarget target, IndicatorSeries series)
    {
        var (period, value) = (series.Latest?.Subject.Period, series.Latest?.Rounded);
        var status = period is { } known ? target.Path.Status(known, value, series.Indicator.Direction) : TargetStatus.NoData;
        return new(target, period, value, status);
    }
}

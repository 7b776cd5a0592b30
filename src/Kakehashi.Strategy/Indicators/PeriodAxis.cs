using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Indicators;

/// <summary>The periods of a chart, with those whose figures can still grow marked: a year that has just begun looks like a fall.</summary>
/// <param name="Periods">All, the oldest first.</param>
/// <param name="Growing">Those of them that are not over.</param>
public sealed record PeriodAxis(IReadOnlyList<Period> Periods, IReadOnlyCollection<Period> Growing)
{
    /// <summary>What the periods are called.</summary>
    public IReadOnlyList<Text> Labels => [.. Periods.Select(period => Growing.Contains(period) ? new($"{period.Label.Ja}(途中)", $"{period.Label.En} (so far)") : period.Label)];

    /// <summary>Where those that can still grow stand.</summary>
    public IReadOnlyList<int> Unfinished => [.. Enumerable.Range(0, Periods.Count).Where(at => Growing.Contains(Periods[at]))];
}

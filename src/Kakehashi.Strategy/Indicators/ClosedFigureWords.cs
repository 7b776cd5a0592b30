using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Indicators;

/// <summary>What has to be said of figures of closed periods: which revision they are.</summary>
public static class ClosedFigureWords
{
    /// <summary>Each closed period with its revision, the oldest first; none where all figures are of the records as they are.</summary>
    public static IReadOnlyList<Text> Of(IEnumerable<Figure> figures) =>
    [
        .. figures.Where(figure => figure.Revision is not null).Select(figure => (figure.Subject.Period, Revision: figure.Revision!.Value)).Distinct()
            .OrderBy(one => one.Period.Kind).ThenBy(one => one.Period)
            .Select(one => new Text($"{one.Period.Label.Ja}第{one.Revision}版", $"{one.Period.Label.En} revision {one.Revision}")),
    ];

    /// <summary>What stands in the column of the revision beside a figure of a closed period that was not frozen.</summary>
    public static Text NotFrozen { get; } = ("未固定（現在の記録）", "not frozen: records as they are");

    /// <summary>Each closed period of which figures are shown that were not frozen, the oldest first.</summary>
    public static IReadOnlyList<Text> NotFrozenOf(IEnumerable<Figure> figures) =>
        [.. figures.Where(figure => figure.NotIn is not null).Select(figure => figure.Subject.Period).Distinct().OrderBy(period => period.Kind).ThenBy(period => period).Select(period => period.Label)];
}

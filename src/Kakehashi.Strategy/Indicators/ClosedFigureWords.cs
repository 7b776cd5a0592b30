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
}

using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Closing;

namespace Kakehashi.Strategy.Publishing;

/// <summary>
/// Tables of closed periods are those that were closed, or they are not published. The closed figures hold nothing of the cells
/// that they hide themselves, without which no attack can be tried: those are taken from the records, as long as all that was told is the same there.
/// </summary>
internal static class ClosedTables
{
    private const string ByUnit = "unit";

    /// <summary>Which revision the tables of each closed period are.</summary>
    /// <returns>Refusals: <c>publication.closed-otherwise</c>.</returns>
    public static async Task<Result<IReadOnlyDictionary<string, int>>> RevisionsAsync(Workspace workspace, PublicationChoice choice, TrueTables tables, CancellationToken cancel)
    {
        var revisions = new Dictionary<string, int>(StringComparer.Ordinal);
        var closes = (await workspace.ClosesAsync(cancel)).GroupBy(close => close.Period).ToDictionary(same => same.Key, same => same.MaxBy(close => close.Revision)!);
        foreach (var period in tables.Periods)
        {
            if (!closes.TryGetValue(period.ToString(), out var close)) continue;
            var closed = (await workspace.FrozenAsync(close, cancel)).Figures.Where(figure => figure.Code == choice.Indicator && IsAsked(choice, figure)).ToDictionary(figure => (figure.By, figure.Unit, figure.Key));
            // an indicator that came later was never closed
            if (closed.Count == 0) continue;
            var now = tables.Figures.Where(one => one.Figure.Subject.Period == period && one.Keys.Count < 2).ToDictionary(Place);
            if (closed.Keys.Union(now.Keys).Any(place => !IsSame(closed.GetValueOrDefault(place), now.GetValueOrDefault(place)))) return Otherwise(period, close.Revision);
            revisions[close.Period] = close.Revision;
        }

        return revisions;
    }

    private static bool IsAsked(PublicationChoice choice, FrozenFigure figure) =>
        figure.Unit is not null ? choice.Dimensions.Contains(ByUnit) : figure.By is null || choice.Dimensions.Contains(figure.By);

    private static (string? By, long? Unit, string? Key) Place(TrueFigure one)
    {
        var by = one.Keys.Keys.FirstOrDefault(key => key != ByUnit);
        return (by, one.Figure.Subject.Unit, by is null ? null : one.Figure.Subject.Keys[0]);
    }

    private static bool IsSame(FrozenFigure? closed, TrueFigure? now) => (closed, now) switch
    {
        (null, _) or (_, null) => false,
        ({ State: var state }, _) when state == CodeNames.Of(Nothing.Suppressed) => true,
        _ => (closed.Value, closed.Numerator, closed.Denominator) == (now.Figure.Value, now.Figure.Numerator, now.Figure.Denominator),
    };

    private static Refusal Otherwise(Period period, int revision) => new("publication.closed-otherwise", (
        $"{period.Label.Ja}は第{revision}版で確定していますが、その後にデータが訂正され、確定した値と異なっています。期間を改訂してから公表するか、その後の期間から公表してください。",
        $"{period.Label.En} is closed as revision {revision}, and records have been corrected since: the figures are others now. Revise the closed period first, or publish later periods only."));
}

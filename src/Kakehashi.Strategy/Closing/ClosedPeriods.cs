using System.Collections.Concurrent;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Closing;

/// <summary>Reads what was closed.</summary>
public static class ClosedPeriods
{
    /// <summary>All revisions of all periods, the latest first.</summary>
    public static async Task<IReadOnlyList<PeriodClose>> ClosesAsync(this Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await context.Set<PeriodClose>().OrderByDescending(close => close.Id).ToListAsync(cancel);
    }

    /// <summary>The latest revision of a period; null where it is open.</summary>
    public static async Task<PeriodClose?> LatestCloseAsync(this Workspace workspace, Period period, CancellationToken cancel)
    {
        var name = period.ToString();
        await using var context = workspace.Database.Read();
        return await context.Set<PeriodClose>().Where(close => close.Period == name).OrderByDescending(close => close.Revision).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The figures of a revision, checked against its hash.</summary>
    /// <exception cref="InvalidDataException">They have been altered or are gone.</exception>
    public static async Task<FrozenFigures> FrozenAsync(this Workspace workspace, PeriodClose close, CancellationToken cancel) =>
        FrozenFigures.Read(await workspace.Documents.FindAsync(close.Sha256, cancel) ?? throw new InvalidDataException($"the figures of {close.Period}, revision {close.Revision}, are gone"));

    /// <summary>From here on whoever asks for figures of a closed period gets those of its latest revision.</summary>
    public static void AnswerFigures(Workspace workspace)
    {
        var closed = new ClosedFigures(workspace);
        workspace.Figures.Closed = closed.PutAsync;
    }
}

/// <summary>Puts closed figures in the place of live ones.</summary>
internal sealed class ClosedFigures(Workspace workspace)
{
    private readonly ConcurrentDictionary<string, ILookup<(string Code, string? By), FrozenFigure>> frozen = new(StringComparer.Ordinal);
    private volatile IReadOnlyDictionary<string, PeriodClose>? latest;
    private long seen = -1;

    /// <summary>The figures of a cut; where a period is closed and holds such a cut, as they were then.</summary>
    public async Task<Figure[]> PutAsync(FigureQuery query, Figure[] live, long position, CancellationToken cancel)
    {
        if (query.Version is not null || query.Breakdown.Count > 1 || (query.Breakdown.Count == 1 && (query.Units is not null || query.Scope is not null))) return live;
        var closes = await LatestAsync(position, cancel);
        if (closes.Count == 0 || !query.Periods.Any(period => closes.ContainsKey(period.ToString()))) return live;
        var put = new List<Figure>(live.Length);
        foreach (var of in live.GroupBy(figure => figure.Subject.Period))
            put.AddRange(closes.TryGetValue(of.Key.ToString(), out var close) ? await OfAsync(close, query, [.. of], cancel) : of);
        return [.. put];
    }

    private async Task<IReadOnlyList<Figure>> OfAsync(PeriodClose close, FigureQuery query, IReadOnlyList<Figure> live, CancellationToken cancel)
    {
        if (!frozen.TryGetValue(close.Sha256, out var figures))
        {
            var read = await workspace.FrozenAsync(close, cancel);
            figures = frozen[close.Sha256] = read.Figures.ToLookup(figure => (figure.Code, figure.By));
        }

        var by = query.Breakdown.Count == 0 ? null : query.Breakdown[0];
        var then = figures[(query.Code, by)].ToList();
        // an indicator that came later was never closed
        if (figures[(query.Code, null)].FirstOrDefault() is null) return live;
        return by is null
            ? [.. live.Select(figure => Then(close, figure, then.Find(one => one.Unit == figure.Subject.Unit)))]
            : [.. then.Select(one => Of(close, live[0] with { Subject = live[0].Subject with { Keys = [one.Key] } }, one))];
    }

    /// <summary>What is not in the document was not known then.</summary>
    private static Figure Then(PeriodClose close, Figure live, FrozenFigure? frozen) => frozen is null
        ? live with { Value = null, Numerator = null, Denominator = null, Records = null, Nothing = Nothing.Missing, Revision = close.Revision }
        : Of(close, live, frozen);

    private static Figure Of(PeriodClose close, Figure live, FrozenFigure frozen) => live with
    {
        Value = frozen.Value,
        Numerator = frozen.Numerator,
        Denominator = frozen.Denominator,
        Records = frozen.Records,
        Nothing = Enum.GetValues<Nothing>().FirstOrDefault(nothing => nothing != Nothing.None && CodeNames.Of(nothing) == frozen.State),
        Coverage = new(frozen.Submitted, frozen.Expected),
        DataAsOf = close.CutOff,
        Revision = close.Revision,
    };

    /// <summary>Read anew when records have changed: another node may have closed a period.</summary>
    private async Task<IReadOnlyDictionary<string, PeriodClose>> LatestAsync(long position, CancellationToken cancel)
    {
        if (latest is { } known && Interlocked.Read(ref seen) == position) return known;
        var closes = await workspace.ClosesAsync(cancel);
        var found = closes.GroupBy(close => close.Period).ToDictionary(same => same.Key, same => same.MaxBy(close => close.Revision)!);
        latest = found;
        Interlocked.Exchange(ref seen, position);
        return found;
    }
}

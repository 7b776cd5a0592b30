using System.Collections.Concurrent;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Closing;

/// <summary>Puts closed figures in the place of live ones.</summary>
internal sealed class ClosedFigures(Workspace workspace)
{
    private readonly ConcurrentDictionary<string, FrozenLookup> read = new(StringComparer.Ordinal);
    private volatile IReadOnlyDictionary<string, PeriodClose>? latest;
    private long seen = -1;

    /// <summary>The figures of a cut; where a period is closed as they were then, and where they were not frozen with the word that they are not.</summary>
    public async Task<Figure[]> PutAsync(FigureQuery query, Figure[] live, long position, CancellationToken cancel)
    {
        var closes = await LatestAsync(position, cancel);
        if (closes.Count == 0 || !query.Periods.Any(period => closes.ContainsKey(period.ToString()))) return live;
        var put = new List<Figure>(live.Length);
        var found = live.ToLookup(figure => figure.Subject.Period);
        foreach (var period in query.Periods.Distinct().Order())
            put.AddRange(closes.TryGetValue(period.ToString(), out var close) ? await OfAsync(close, query, period, [.. found[period]], cancel) : found[period]);
        return [.. put];
    }

    private async Task<IEnumerable<Figure>> OfAsync(PeriodClose close, FigureQuery query, Period period, IReadOnlyList<Figure> live, CancellationToken cancel)
    {
        var by = query.Breakdown.Count == 0 ? null : query.Breakdown[0];
        var frozen = await ReadAsync(close.Sha256, FrozenFigures.Read, document => document.Figures, document => document.AcrossHash, cancel);
        // an indicator that came later was never closed
        if (query.Version is not null || query.Breakdown.Count > 1 || !frozen.Figures.Contains((query.Code, null))) return NotFrozen(close, live);
        var isAcross = by is not null && query.Scope is not null;
        // several units side by side are protected as one table, which was not frozen
        if (by is not null && (query.Units is not null || (isAcross && frozen.Across is null))) return NotFrozen(close, live);
        if (by is null) return live.Select(figure => Then(close, figure, frozen.Figures[(query.Code, null)].FirstOrDefault(one => one.Unit == figure.Subject.Unit)));
        var then = isAcross ? (await ReadAsync(frozen.Across!, FrozenAcross.Read, document => document.Figures, _ => null, cancel)).Figures : frozen.Figures;
        return then[(query.Code, by)].Where(one => one.Unit == query.Scope).Select(one => Of(close, New(one), one));

        // also of what the records no longer tell of
        Figure New(FrozenFigure one) => new() { Subject = new(DefinitionOf(one), period, one.Unit, [one.Key]) };
    }

    private Analytics.Indicators.Indicator DefinitionOf(FrozenFigure figure)
    {
        var versions = workspace.Indicators.Versions(figure.Code);
        return versions.FirstOrDefault(version => version.Version == figure.Version) ?? versions[^1];
    }

    private async Task<FrozenLookup> ReadAsync<T>(string hash, Func<byte[], T> open, Func<T, IReadOnlyList<FrozenFigure>> figures, Func<T, string?> across, CancellationToken cancel)
    {
        if (read.TryGetValue(hash, out var known)) return known;
        var document = open(await workspace.Documents.FindAsync(hash, cancel) ?? throw new InvalidDataException($"the document {hash} is gone"));
        return read[hash] = new(figures(document).ToLookup(figure => (figure.Code, figure.By)), across(document));
    }

    private static IEnumerable<Figure> NotFrozen(PeriodClose close, IEnumerable<Figure> live) => live.Select(figure => figure with { NotIn = close.Revision });

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

/// <summary>A document of frozen figures, to be looked up in.</summary>
/// <param name="Figures">By indicator and dimension.</param>
/// <param name="Across">The hash of the document with those of every unit by every dimension.</param>
internal sealed record FrozenLookup(ILookup<(string Code, string? By), FrozenFigure> Figures, string? Across);

using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Pages.Figures;
using Kakehashi.Strategy.Indicators;

namespace Kakehashi.Strategy.Places;

/// <summary>One indicator cut by one dimension, over its latest periods.</summary>
public sealed class KeyedCut
{
    private readonly Dictionary<string, List<Figure>> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<Period> covered = [];

    internal KeyedCut(Indicator indicator, string dimension, IReadOnlyList<Period> periods, IEnumerable<Figure> figures)
    {
        (Indicator, Dimension, Periods) = (indicator, dimension, periods);
        foreach (var figure in figures)
        {
            if (figure.Coverage.Submitted > 0) covered.Add(figure.Subject.Period);
            if (figure.Subject.Keys[0] is not { } key) continue;
            if (!byKey.TryGetValue(key, out var list)) byKey[key] = list = [];
            list.Add(figure);
        }
    }

    public Indicator Indicator { get; }

    /// <summary>What it is cut by: <c>country</c>.</summary>
    public string Dimension { get; }

    /// <summary>The periods, the oldest first.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>Those of them that are not over.</summary>
    public IReadOnlyList<Period> Growing { get; internal init; } = [];

    /// <summary>The values that occur in any of the periods.</summary>
    public IReadOnlyCollection<string> Keys => byKey.Keys;

    /// <summary>All figures.</summary>
    public IEnumerable<Figure> Figures => byKey.Values.SelectMany(list => list);

    /// <summary>The figures of one value; none where it never occurs.</summary>
    public IReadOnlyList<Figure> Of(string key) => byKey.TryGetValue(key, out var figures) ? figures : [];

    /// <summary>One figure; null where the value never occurs, or not in this period.</summary>
    public Figure? At(string key, Period period) => Of(key).FirstOrDefault(figure => figure.Subject.Period == period);

    /// <summary>The same to be shown: who has reported others and never this one has reported none.</summary>
    public Reading Reading(string key, Period period) =>
        At(key, period) is { } figure ? Platform.Pages.Figures.Reading.Of(figure) : covered.Contains(period) ? 0m : Platform.Pages.Figures.Reading.NotReported;

    /// <summary>The course of one value; null where it never occurs.</summary>
    public IndicatorSeries? Series(string key, Workspace workspace) =>
        Of(key) is { Count: > 0 } figures ? IndicatorSeries.Of(Indicator, figures, workspace.Today, workspace.University.Years) : null;

    /// <summary>The address of the records behind one figure; null where it does not tell of any.</summary>
    public string? Records(string key, Period period, FigurePart part = FigurePart.Numerator) =>
        At(key, period) is { Records: > 0 } figure ? FigureAddress.Of(figure, Dimension, part: part).Records : null;
}

/// <summary>Several indicators, each cut by one dimension: from them a page shows all that is known of one country, one region, one partner.</summary>
/// <param name="Cuts">By the code of the indicator; those that the catalogue does not have, or not by this dimension, are left out.</param>
/// <param name="AsOf">The moment of the last change they take in.</param>
/// <param name="IsBehind">Later changes are still being worked out.</param>
public sealed record KeyedFigures(IReadOnlyDictionary<string, KeyedCut> Cuts, DateTimeOffset? AsOf, bool IsBehind)
{
    private const int PeriodsShown = 10;

    /// <summary>Reads all of them on one state of the facts.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="wanted">Codes of indicators, each with the dimension.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="unit">Only this unit with those below it; null for the university.</param>
    /// <returns>Refusals: those of <see cref="FigureReader"/>.</returns>
    public static async Task<Result<KeyedFigures>> ReadAsync(Workspace workspace, IEnumerable<(string Code, string Dimension)> wanted, CancellationToken cancel, long? unit = null)
    {
        var known = wanted.SelectMany(one => workspace.Indicators.Versions(one.Code).TakeLast(1).Select(indicator => (Indicator: indicator, one.Dimension)))
            .Where(one => one.Indicator.Dimensions.Contains(one.Dimension)).ToList();
        var periods = await workspace.Figures.PeriodsAsync([.. known.Select(one => one.Indicator)], FigureReader.Patience, cancel);
        if (!periods.IsDone) return periods.Refusal;
        var queries = known.Zip(periods.Value, (one, told) => new FigureQuery(one.Indicator.Code, [.. told.TakeLast(PeriodsShown)]) { Scope = unit, Breakdown = [one.Dimension] }).ToList();
        var answer = await workspace.Figures.AskAsync(queries, FigureReader.Patience, cancel);
        if (!answer.IsDone) return answer.Refusal;
        var cuts = known.Select((one, i) => new KeyedCut(one.Indicator, one.Dimension, queries[i].Periods, answer.Value.Cuts[i])
        {
            Growing = [.. queries[i].Periods.Where(period => !IndicatorSeries.IsOver(one.Indicator, period, workspace.Today, workspace.University.Years))],
        });
        return new KeyedFigures(cuts.ToDictionary(cut => cut.Indicator.Code, StringComparer.Ordinal), answer.Value.AsOf, answer.Value.IsBehind);
    }

    /// <summary>The cut of an indicator; null where there is none.</summary>
    public KeyedCut? this[string code] => Cuts.GetValueOrDefault(code);

    /// <summary>The figures of all cuts.</summary>
    public IEnumerable<Figure> Figures => Cuts.Values.SelectMany(cut => cut.Figures);

    /// <summary>The periods of the cuts, each once, the oldest first.</summary>
    public IReadOnlyList<Period> Periods => [.. Cuts.Values.SelectMany(cut => cut.Periods).Distinct().Order()];
}

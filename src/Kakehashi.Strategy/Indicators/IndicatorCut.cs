using System.Globalization;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;

namespace Kakehashi.Strategy.Indicators;

/// <summary>Which figures of an indicator a program asks for.</summary>
/// <param name="Periods">The periods; none for the latest ten, or with a breakdown the latest.</param>
/// <param name="By">The dimensions to cut by, all at once.</param>
/// <param name="Unit">Only this unit and those below it.</param>
public sealed record CutQuestion(IReadOnlyList<Period> Periods, IReadOnlyList<string> By, long? Unit);

/// <summary>One figure of a cut.</summary>
/// <param name="Row">The figure with its words.</param>
/// <param name="Keys">The value of each dimension: units by their code, null for the records without one.</param>
public sealed record CutFigure(FigureRow Row, IReadOnlyDictionary<string, string?> Keys);

/// <summary>Figures of one indicator, cut by any of its dimensions at once: what files and programs read.</summary>
public sealed record IndicatorCut(Indicator Indicator, Text? Title, IReadOnlyList<CutFigure> Figures, DateTimeOffset? AsOf)
{
    private const int LatestPeriods = 10;
    private const string ByUnit = "unit";

    /// <summary>Reads the figures.</summary>
    /// <returns>Refusals: <c>indicator.dimension</c>, and those of <see cref="FigureReader"/>.</returns>
    public static async Task<Result<IndicatorCut>> ReadAsync(Workspace workspace, Indicator indicator, CutQuestion asked, TimeSpan patience, CancellationToken cancel)
    {
        if (asked.By.Except(indicator.Dimensions).FirstOrDefault() is { } unknown) return NoDimension(indicator, unknown);
        var periods = await PeriodsAsync(workspace, indicator, asked, patience, cancel);
        if (!periods.IsDone) return periods.Refusal;
        var names = new Dimensions(workspace);
        var below = asked.By.Contains(ByUnit) ? UnitName.Below(await names.UnitsAsync(cancel), asked.Unit) : [];
        IReadOnlyList<string> keyed = [.. asked.By.Where(name => name != ByUnit)];
        FigureQuery query = new(indicator.Code, periods.Value) { Scope = below.Count > 0 ? null : asked.Unit, Units = below.Count > 0 ? below : null, Breakdown = keyed };
        var answer = await workspace.Figures.AskAsync([query], patience, cancel);
        if (!answer.IsDone) return answer.Refusal;
        // a combination of keys that nothing is known of is no news; a unit that has not reported is
        var figures = answer.Value.Cuts[0].Where(figure => keyed.Count == 0 || figure.Nothing != Nothing.Missing)
            .OrderBy(figure => figure.Subject.Period).ThenByDescending(figure => asked.By.Count == 0 ? 0 : figure.Value ?? (figure.Nothing == Nothing.Suppressed ? 0 : -1)).ToList();
        var cut = new CutKeys(asked.By, keyed, await names.UnitCodesAsync(below, cancel));
        var rows = await cut.WithLabelsAsync(names, indicator, figures, cancel);
        Text? title = asked.By.Count == 0 ? null : Joined(asked.By.Select(name => names.Name(indicator, name)));
        return new IndicatorCut(indicator, title, rows, answer.Value.AsOf);
    }

    private static Text Joined(IEnumerable<Text> texts)
    {
        var all = texts.ToList();
        return (string.Join("・", all.Select(text => text.Ja)), string.Join(", ", all.Select(text => text.En)));
    }

    private static async Task<Result<List<Period>>> PeriodsAsync(Workspace workspace, Indicator indicator, CutQuestion asked, TimeSpan patience, CancellationToken cancel)
    {
        if (asked.Periods.Count > 0) return asked.Periods.ToList();
        var read = await IndicatorOverview.ReadAsync(workspace, [indicator], LatestPeriods, patience, cancel);
        if (!read.IsDone) return read.Refusal;
        var series = read.Value.Series[0];
        if (asked.By.Count == 0) return series.Figures.Select(figure => figure.Subject.Period).ToList();
        return series.Latest is { } latest ? new List<Period> { latest.Subject.Period } : [];
    }

    private static Refusal NoDimension(Indicator indicator, string unknown)
    {
        var known = string.Join(", ", indicator.Dimensions);
        return new("indicator.dimension", (
            $"{indicator.Code}は「{unknown}」で分けられません。使えるもの: {known}", $"{indicator.Code} cannot be broken down by “{unknown}”. It can by: {known}"));
    }

    private sealed record CutKeys(IReadOnlyList<string> By, IReadOnlyList<string> Keyed, IReadOnlyDictionary<long, string> UnitCodes)
    {
        public async Task<IReadOnlyList<CutFigure>> WithLabelsAsync(Dimensions names, Indicator indicator, IReadOnlyList<Figure> figures, CancellationToken cancel)
        {
            var labels = new Dictionary<string, Func<string?, Text>>(StringComparer.Ordinal);
            foreach (var name in By) labels[name] = await names.LabelsAsync(indicator, name, [.. figures.Select(figure => KeyOf(figure, name)).Distinct()], cancel);
            return [.. figures.Select(figure => new CutFigure(
                new(figure, By.Count == 0 ? null : Joined(By.Select(name => labels[name](KeyOf(figure, name))))),
                By.ToDictionary(name => name, name => name == ByUnit ? CodeOf(figure) : KeyOf(figure, name))))];
        }

        private string? KeyOf(Figure figure, string name) => name == ByUnit
            ? figure.Subject.Unit?.ToString(CultureInfo.InvariantCulture)
            : figure.Subject.Keys[Keyed.ToList().IndexOf(name)];

        private string? CodeOf(Figure figure) => figure.Subject.Unit is { } unit ? UnitCodes.GetValueOrDefault(unit) : null;
    }
}

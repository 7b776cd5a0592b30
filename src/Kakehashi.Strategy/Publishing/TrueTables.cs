using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;

namespace Kakehashi.Strategy.Publishing;

/// <summary>One figure of a table as it is, nothing hidden.</summary>
/// <param name="Keys">The value of each dimension; units by their code.</param>
/// <param name="Figure">The figure.</param>
internal sealed record TrueFigure(IReadOnlyDictionary<string, string> Keys, Figure Figure);

/// <summary>The tables that a publication is made from, as the records are now: never shown to anybody as they are.</summary>
internal sealed record TrueTables(Indicator Indicator, IReadOnlyList<Period> Periods, IReadOnlyList<PublicDimension> Dimensions, IReadOnlyList<TrueFigure> Figures, bool IsBehind)
{
    /// <summary>What is known of dimensions that lie within others, also of those that other tables have: countries in regions.</summary>
    public required IReadOnlyList<Nesting> Nestings { get; init; }

    private const string ByUnit = "unit";

    /// <summary>Reads them, of some periods or all that there are from the first.</summary>
    public static async Task<Result<TrueTables>> ReadAsync(Workspace workspace, PublicationChoice choice, TimeSpan patience, CancellationToken cancel)
    {
        var indicator = workspace.Indicators.Versions(choice.Indicator)[^1];
        var told = await workspace.Figures.PeriodsAsync([indicator], patience, cancel);
        if (!told.IsDone) return told.Refusal;
        List<Period> periods = [.. told.Value[0].Where(period => period >= choice.From && IsOver(workspace, indicator, period))];
        var names = new Dimensions(workspace);
        var units = choice.Dimensions.Contains(ByUnit) ? await names.UnitsAsync(cancel) : [];
        var answer = await workspace.Figures.AskUnprotectedAsync([.. choice.Views.Select(view => Query(choice, view, periods, units))], patience, cancel);
        if (!answer.IsDone) return answer.Refusal;
        var codes = (await names.UnitCodesAsync([.. units.Select(unit => unit.Number)], cancel)).ToDictionary(unit => unit.Key, unit => unit.Value);
        List<TrueFigure> figures = [.. choice.Views.Zip(answer.Value.Cuts, (view, cut) => cut.Select(figure => new TrueFigure(Keys(view, figure, codes), figure))).SelectMany(found => found).Where(IsTold)];
        var dimensions = new List<PublicDimension>();
        foreach (var dimension in choice.Dimensions) dimensions.Add(await DimensionAsync(names, indicator, dimension, figures, units, codes, cancel));
        var nestings = await workspace.Figures.NestingsAsync(indicator, choice.Dimensions, patience, cancel);
        if (!nestings.IsDone) return nestings.Refusal;
        return new TrueTables(indicator, periods, dimensions, figures, answer.Value.IsBehind) { Nestings = nestings.Value };
    }

    // of a period that is under way only what is counted on a day is whole
    private static bool IsOver(Workspace workspace, Indicator indicator, Period period) =>
        period.To(workspace.University.Years) < workspace.Today || (indicator.Numerator!.Basis is Basis.AsOf && indicator.Denominator is null or { Basis: Basis.AsOf });

    private static FigureQuery Query(PublicationChoice choice, IReadOnlyList<string> view, IReadOnlyList<Period> periods, IReadOnlyList<UnitName> units) => new(choice.Indicator, periods)
    {
        Units = view.Contains(ByUnit) ? [.. units.Select(unit => unit.Number)] : null,
        Breakdown = [.. view.Where(dimension => dimension != ByUnit)],
    };

    // that nothing is known of a country is no news; that nothing is of the whole is
    private static bool IsTold(TrueFigure one) => one.Keys.Count == 0 || one.Figure.Nothing != Nothing.Missing;

    private static Dictionary<string, string> Keys(IReadOnlyList<string> view, Figure figure, Dictionary<long, string> codes)
    {
        var keyed = view.Where(dimension => dimension != ByUnit).ToList();
        return view.ToDictionary(dimension => dimension, dimension => dimension == ByUnit ? codes[figure.Subject.Unit!.Value] : figure.Subject.Keys[keyed.IndexOf(dimension)] ?? PublicDocument.Unknown);
    }

    private static async Task<PublicDimension> DimensionAsync(Dimensions names, Indicator indicator, string dimension, List<TrueFigure> figures, IReadOnlyList<UnitName> units, Dictionary<long, string> codes, CancellationToken cancel)
    {
        var used = figures.Select(one => one.Keys.GetValueOrDefault(dimension)).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (dimension == ByUnit)
        {
            var byCode = units.ToDictionary(unit => codes[unit.Number]);
            return new(dimension, names.Name(indicator, dimension), [.. used.Select(code => new PublicValue(code, byCode[code].Name, byCode[code].Parent is { } parent && codes.TryGetValue(parent, out var above) && used.Contains(above) ? above : null))]);
        }

        var label = await names.LabelsAsync(indicator, dimension, [.. used.Select(Key)], cancel);
        return new(dimension, names.Name(indicator, dimension), [.. used.Select(code => new PublicValue(code, label(Key(code))))]);
    }

    private static string? Key(string code) => code == PublicDocument.Unknown ? null : code;
}

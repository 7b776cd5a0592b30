using System.Globalization;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Strategy.Indicators;
using Kakehashi.Strategy.Plans;
using Kakehashi.Strategy.Targets;
using Kakehashi.Strategy.Tree;
using FigureReading = Kakehashi.Platform.Pages.Figures.Reading;

namespace Kakehashi.Strategy.Assessments;

/// <summary>One indicator beside an assessment.</summary>
/// <param name="Indicator">Its definition.</param>
/// <param name="University">The figure of the university: of the period assessed, else the latest; null where there is none.</param>
/// <param name="Unit">The figure of the unit in the same period; null where the indicator is not told by units.</param>
/// <param name="Standing">How it stands against its target; null where it has none.</param>
public sealed record ActionFigure(Indicator Indicator, Figure? University, Figure? Unit, TargetStanding? Standing);

/// <summary>What the indicators of an action say about a period.</summary>
/// <param name="Rows">One for each indicator.</param>
/// <param name="AsOf">The moment of the last change they take in.</param>
public sealed record ActionFigures(IReadOnlyList<ActionFigure> Rows, DateTimeOffset? AsOf)
{
    private const int Periods = 8;
    private const string ByUnit = "unit";

    /// <summary>Reads the figures.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="action">The action.</param>
    /// <param name="period">The period assessed.</param>
    /// <param name="unit">The unit beside the university; null for none.</param>
    /// <param name="actor">Who asks: targets are shown as far as this one sees them.</param>
    /// <param name="patience">How long to wait for the latest changes.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Refusals: those of <see cref="FigureReader"/>.</returns>
    public static async Task<Result<ActionFigures>> ReadAsync(Workspace workspace, StrategyAction action, string period, long? unit, Actor actor, TimeSpan patience, CancellationToken cancel)
    {
        if (workspace.IndicatorReading.Catalogue is not { } catalogue) return new ActionFigures([], null);
        var indicators = action.Indicators.SelectMany(code => catalogue.Versions(code).TakeLast(1)).ToList();
        if (indicators.Count == 0) return new ActionFigures([], null);
        var overview = await IndicatorOverview.ReadAsync(workspace, indicators, Periods, patience, cancel);
        if (!overview.IsDone) return overview.Refusal;
        var assessed = Period.Read(period);
        var all = overview.Value.Series.Select(series => (Series: series, Figure: series.Figures.FirstOrDefault(figure => figure.Subject.Period == assessed) ?? series.Latest)).ToList();
        var ofUnit = await OfUnitAsync(workspace, [.. all.Select(one => one.Figure).OfType<Figure>()], unit, patience, cancel);
        if (!ofUnit.IsDone) return ofUnit.Refusal;
        var standings = (await TargetBook.ReadAsync(workspace, actor, cancel)).Standings(overview.Value.Series);
        return new ActionFigures([.. all.Select(one => new ActionFigure(
            one.Series.Indicator, one.Figure, ofUnit.Value.GetValueOrDefault(one.Series.Indicator.Code), standings.GetValueOrDefault(one.Series.Indicator.Code)))], overview.Value.AsOf);
    }

    private static async Task<Result<Dictionary<string, Figure>>> OfUnitAsync(Workspace workspace, IReadOnlyList<Figure> figures, long? unit, TimeSpan patience, CancellationToken cancel)
    {
        var told = unit is null ? [] : figures.Where(figure => figure.Subject.Indicator.Dimensions.Contains(ByUnit)).ToList();
        if (told.Count == 0) return new Dictionary<string, Figure>();
        var answer = await workspace.Figures.AskAsync([.. told.Select(figure => new FigureQuery(figure.Subject.Indicator.Code, [figure.Subject.Period]) { Units = [unit!.Value] })], patience, cancel);
        if (!answer.IsDone) return answer.Refusal;
        return told.Zip(answer.Value.Cuts, (figure, cut) => (figure.Subject.Indicator.Code, Of: cut.FirstOrDefault())).Where(one => one.Of is not null).ToDictionary(one => one.Code, one => one.Of!, StringComparer.Ordinal);
    }

    /// <summary>A figure as evidence: frozen as it is seen.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="of">Whose it is, in words.</param>
    /// <param name="today">The day it is attached.</param>
    public AssessmentEvidence Freeze(Indicator indicator, Figure figure, Text of, DateOnly today) => new()
    {
        Kind = EvidenceKind.Indicator,
        Source = indicator.Code,
        Title = new(indicator.Name.Ja, indicator.Name.En),
        AttachedOn = today,
        Of = new(of.Ja, of.En),
        Period = figure.Subject.Period.ToString(),
        Value = figure.Value is { } value ? Math.Round(value, 4, MidpointRounding.AwayFromZero) : null,
        Shown = Words(figure),
        Submitted = figure.Coverage.Submitted,
        Expected = figure.Coverage.Expected,
        Revision = figure.Revision,
        DataAsOf = AsOf is { } moment ? Platform.Pages.Shown.Moment(moment) : null,
        Definition = figure.DefinitionVersion,
    };

    /// <summary>A figure with its unit, or why there is none.</summary>
    public static Bilingual Words(Figure? figure)
    {
        if (figure is null) return new(FigureReading.Name(Nothing.Missing).Ja, FigureReading.Name(Nothing.Missing).En);
        if (figure.Rounded is not { } value)
        {
            var why = FigureReading.Name(figure.Nothing);
            return new(why.Ja, why.En);
        }

        var number = Platform.Pages.Shown.Number(value, figure.Subject.Indicator.Decimals);
        var unit = IndicatorWords.Unit(figure.Subject.Indicator);
        return new(number + unit?.Ja, number + unit?.En);
    }

    /// <summary>A number with the unit of an indicator.</summary>
    public static Text Words(Indicator indicator, decimal value)
    {
        var number = value == Math.Round(value, indicator.Decimals) ? Platform.Pages.Shown.Number(value, indicator.Decimals) : value.ToString("#,0.####", CultureInfo.InvariantCulture);
        var unit = IndicatorWords.Unit(indicator);
        return (number + unit?.Ja, number + unit?.En);
    }
}

using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages.Figures;
using Kakehashi.Strategy.Indicators;
using Kakehashi.Strategy.Targets;

namespace Kakehashi.Strategy.Places;

/// <summary>One indicator of what a page is about, with where it leads.</summary>
/// <param name="Series">Its course.</param>
/// <param name="Page">The indicator's page, opened at the same cut.</param>
/// <param name="Records">The address of the records behind one of its figures.</param>
public sealed record FigureLine(IndicatorSeries Series, string Page, Func<Figure, string> Records)
{
    /// <summary>How it stands against its target; null where there is none.</summary>
    public TargetStanding? Standing { get; init; }

    /// <summary>The numerator counts what the page is about, and is shown in place of its share.</summary>
    public bool IsHeadcount { get; init; }

    /// <summary>What it is called: of a share whose numerator is shown, with that said.</summary>
    public Text Name => IsHeadcount && HeadcountNames.TryGetValue(Series.Indicator.Code, out var name) ? name : Series.Indicator.Name;

    public int Decimals => IsHeadcount ? 0 : Series.Indicator.Decimals;

    public Text? Unit => IsHeadcount ? ("人", " people") : IndicatorWords.Unit(Series.Indicator);

    /// <summary>A figure as this line shows it.</summary>
    public Reading Reading(Figure figure) => !IsHeadcount ? Platform.Pages.Figures.Reading.Of(figure)
        : figure.Numerator is { } persons ? persons
        : figure.Nothing == Nothing.Suppressed ? Platform.Pages.Figures.Reading.Suppressed : Platform.Pages.Figures.Reading.NotReported;

    /// <summary>The latest figure as this line shows it.</summary>
    public Reading Latest => Series.Latest is { } latest ? Reading(latest) : Platform.Pages.Figures.Reading.NotReported;

    /// <summary>How much more than in the period before.</summary>
    public decimal? Change => Series.Latest is not { } latest ? null
        : Reading(latest).Value - (Series.Figures.FirstOrDefault(figure => figure.Subject.Period == latest.Subject.Period.Plus(-1)) is { } before ? Reading(before).Value : null);

    private static readonly Dictionary<string, Text> HeadcountNames = new(StringComparer.Ordinal)
    {
        [AreaFigures.Students] = ("この国・地域からの学生数", "Students from here"),
        [AreaFigures.Staff] = ("この国・地域からの教員数", "Academic staff from here"),
    };

    /// <summary>The lines of one value of the cuts; those in which it never occurs are left out.</summary>
    public static IReadOnlyList<FigureLine> Of(KeyedFigures figures, string key, Platform.Workspace workspace) =>
    [
        .. figures.Cuts.Values.Select(cut => (Cut: cut, Series: cut.Series(key, workspace))).Where(one => one.Series is not null)
            .Select(one => new FigureLine(
                one.Series!, new FigureAddress(one.Cut.Indicator.Code) { By = one.Cut.Dimension, Period = one.Series!.Latest?.Subject.Period }.Page,
                figure => FigureAddress.Of(figure, one.Cut.Dimension).Records)
            {
                IsHeadcount = AreaFigures.IsHeadcount(one.Cut.Indicator.Code),
            }),
    ];
}

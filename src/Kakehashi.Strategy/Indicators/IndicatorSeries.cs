using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Indicators;

/// <summary>An indicator over some periods, the oldest first.</summary>
/// <param name="Indicator">The newest version of its definition.</param>
/// <param name="Figures">One for each period; none where nothing was ever entered.</param>
/// <param name="Latest">The one that stands for it: of the last period that is over and reported; null where there is no figure.</param>
public sealed record IndicatorSeries(Indicator Indicator, IReadOnlyList<Figure> Figures, Figure? Latest)
{
    /// <summary>The periods that are not over: their figures can still grow.</summary>
    public IReadOnlyList<Period> Growing { get; private init; } = [];

    /// <summary>The figures up to the one that stands for it. A year that has just begun looks like a fall in a small picture.</summary>
    public IEnumerable<Figure> UpToLatest => Latest is null ? Figures : Figures.Where(figure => figure.Subject.Period <= Latest.Subject.Period);

    /// <summary>How much more than in the period before; null where one of the two is not there.</summary>
    public decimal? Change => Latest is null ? null : ChangeOf(Latest);

    /// <summary>The difference of the numbers as they are shown, so that a reader who subtracts finds the same.</summary>
    public decimal? ChangeOf(Figure figure) =>
        figure.Rounded - Figures.FirstOrDefault(other => other.Subject.Period == figure.Subject.Period.Plus(-1))?.Rounded;

    /// <summary>Chooses the latest figure.</summary>
    public static IndicatorSeries Of(Indicator indicator, IReadOnlyList<Figure> figures, DateOnly today, YearStarts years)
    {
        var reported = figures.Where(figure => figure.Nothing != Nothing.Missing).ToList();
        var latest = reported.LastOrDefault(figure => IsOver(indicator, figure.Subject.Period, today, years)) ?? (reported is [.., var last] ? last : figures is [.., var none] ? none : null);
        return new(indicator, figures, latest) { Growing = [.. figures.Select(figure => figure.Subject.Period).Where(period => !IsOver(indicator, period, today, years))] };
    }

    /// <summary>Whether the period's figure can no longer grow: a headcount's day has come, or the period has ended.</summary>
    public static bool IsOver(Indicator indicator, Period period, DateOnly today, YearStarts years) =>
        (indicator.Numerator?.Basis is Basis.AsOf day ? period.On(day.Month, day.Day, years) : period.To(years)) < today;
}

/// <summary>Several indicators with what has to be said of their age.</summary>
public sealed record IndicatorOverview(IReadOnlyList<IndicatorSeries> Series, DateTimeOffset? AsOf, bool IsBehind)
{
    /// <summary>The latest periods of indicators.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="indicators">Which.</param>
    /// <param name="periods">How many periods of each.</param>
    /// <param name="patience">How long to wait for the latest changes.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<Result<IndicatorOverview>> ReadAsync(Workspace workspace, IReadOnlyList<Indicator> indicators, int periods, TimeSpan patience, CancellationToken cancel)
    {
        var known = await workspace.Figures.PeriodsAsync(indicators, patience, cancel);
        if (!known.IsDone) return known.Refusal;
        var queries = indicators.Zip(known.Value, (indicator, told) => new FigureQuery(indicator.Code, [.. told.TakeLast(periods)])).ToList();
        var answer = await workspace.Figures.AskAsync(queries, patience, cancel);
        if (!answer.IsDone) return answer.Refusal;
        var series = indicators.Select((indicator, i) => IndicatorSeries.Of(indicator, answer.Value.Cuts[i], workspace.Today, workspace.University.Years));
        return new IndicatorOverview([.. series], answer.Value.AsOf, answer.Value.IsBehind);
    }
}

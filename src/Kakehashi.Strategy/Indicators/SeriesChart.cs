using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages.Figures;
using Kakehashi.Strategy.Targets;

namespace Kakehashi.Strategy.Indicators;

/// <summary>The course of an indicator, with the path to its target, what others reach, and where something has been noted.</summary>
public static class SeriesChart
{
    /// <summary>A target far away would leave no room for what has been.</summary>
    private const int MostPeriodsAhead = 8;

    public static Chart Of(IndicatorView view, TargetStanding? standing, IndicatorBackground background, YearStarts years)
    {
        var (indicator, figures) = (view.Indicator, view.Series.Figures);
        List<Period> known = [.. figures.Select(figure => figure.Subject.Period)];
        List<Period> periods = [.. known, .. Ahead(known, standing, view.Address)];
        var axis = new PeriodAxis(periods, view.Series.Growing);
        return new(indicator.Unit == "percent" ? ChartKind.Line : ChartKind.Bar, ("期間", "Period"),
            axis.Labels,
            [new(indicator.Name, [.. figures.Select(Reading.Of), .. Enumerable.Repeat(Reading.Blank, periods.Count - figures.Count)])])
        {
            Unit = IndicatorWords.Unit(indicator),
            Decimals = indicator.Decimals,
            Growing = axis.Unfinished,
            Target = standing is null ? null : new(("目標までの道筋", "Path to the target"), [.. periods.Select(period => OnPath(standing, period, indicator.Decimals))]),
            References = [.. background.References.GroupBy(one => (one.Kind, one.Name)).Select(group => RowOf([.. group], periods)).OfType<Series>()],
            Marks = [.. Changes(figures).Concat(Notes(background, periods, years)).GroupBy(mark => mark.Category).OrderBy(group => group.Key)
                .Select(group => new Mark(group.Key, (string.Join("・", group.Select(mark => mark.Label.Ja)), string.Join(", ", group.Select(mark => mark.Label.En)))))],
        };
    }

    // only where the address does not say where to end
    private static IEnumerable<Period> Ahead(List<Period> known, TargetStanding? standing, FigureAddress address)
    {
        if (standing is null || known.Count == 0 || address.To is not null) yield break;
        for (var ahead = 1; ahead <= MostPeriodsAhead && known[^1].Plus(ahead) <= standing.Target.Path.Target.Period; ahead++) yield return known[^1].Plus(ahead);
    }

    private static Reading OnPath(TargetStanding standing, Period period, int decimals) =>
        period < standing.Target.Path.Baseline.Period ? Reading.Blank : Math.Round(standing.Target.Path.Expected(period), decimals, MidpointRounding.AwayFromZero);

    /// <summary>Null where none of the values lies in what is shown.</summary>
    private static Series? RowOf(IReadOnlyList<ReferenceValue> values, List<Period> periods)
    {
        var known = values.Where(one => Period.Read(one.Period) is not null).ToDictionary(one => Period.Read(one.Period)!.Value, one => one.Value);
        if (!periods.Exists(known.ContainsKey)) return null;
        var name = values[0].Name;
        return new((name.In(Language.Ja), name.In(Language.En)), [.. periods.Select(period => known.GetValueOrDefault(period) is { } value ? Reading.Of(value) : Reading.Blank)]);
    }

    private static IEnumerable<Mark> Notes(IndicatorBackground background, List<Period> periods, YearStarts years) =>
        from note in background.Notes
        let number = background.NumberOf(note)
        let at = periods.FindIndex(period => period.From(years) <= note.Day && note.Day <= period.To(years))
        where at >= 0
        select new Mark(at, ($"注{number}", $"Note {number}"));

    /// <summary>Where the definition of a period is another than that of the period before.</summary>
    private static IEnumerable<Mark> Changes(IReadOnlyList<Figure> figures)
    {
        for (var i = 1; i < figures.Count; i++)
        {
            var version = figures[i].DefinitionVersion;
            if (version != figures[i - 1].DefinitionVersion) yield return new(i, ($"定義変更(第{version}版)", $"New definition (version {version})"));
        }
    }
}

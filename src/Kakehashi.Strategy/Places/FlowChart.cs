using Kakehashi.Kernel;
using Kakehashi.Platform.Pages.Figures;
using Kakehashi.Strategy.Indicators;

namespace Kakehashi.Strategy.Places;

/// <summary>People who came and went, year by year.</summary>
public static class FlowChart
{
    /// <summary>Incoming beside outgoing of one country, region or partner.</summary>
    public static Chart Of(KeyedFigures figures, string key)
    {
        var cuts = new[] { (Cut: figures[AreaFigures.In], Name: In), (Cut: figures[AreaFigures.Out], Name: Out) }.Where(one => one.Cut is not null).ToList();
        var periods = cuts.SelectMany(one => one.Cut!.Periods).Distinct().Order().ToList();
        var axis = new PeriodAxis(periods, [.. cuts.SelectMany(one => one.Cut!.Growing)]);
        return new(ChartKind.Bar, Year, axis.Labels,
            [.. cuts.Select(one => new Series(one.Name, [.. periods.Select(period => one.Cut!.Reading(key, period))]))])
        {
            Growing = axis.Unfinished,
            Unit = People,
        };
    }

    /// <summary>One direction with the parts of a wider region on top of each other.</summary>
    public static Chart? Stacked(KeyedFigures figures, string code, IReadOnlyList<Area> parts)
    {
        if (figures[code] is not { } cut) return null;
        var shown = parts.Where(part => cut.Of(part.Code).Count > 0).ToList();
        var axis = new PeriodAxis(cut.Periods, cut.Growing);
        return shown.Count == 0 ? null : new(ChartKind.Stacked, Year, axis.Labels,
            [.. shown.Select(part => new Series(part.Name, [.. cut.Periods.Select(period => cut.Reading(part.Code, period))]))])
        {
            Growing = axis.Unfinished,
            Unit = People,
        };
    }

    private static Text In { get; } = ("受入", "Incoming");

    private static Text Out { get; } = ("派遣", "Outgoing");

    private static Text Year { get; } = ("年度", "Fiscal year");

    private static Text People { get; } = ("人", " people");
}

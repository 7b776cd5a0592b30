using Kakehashi.Kernel;
using Kakehashi.Platform.Pages.Figures;

namespace Kakehashi.Strategy.Places;

/// <summary>People who came and went, year by year.</summary>
public static class FlowChart
{
    /// <summary>Incoming beside outgoing of one country, region or partner.</summary>
    public static Chart Of(KeyedFigures figures, string key)
    {
        var cuts = new[] { (Cut: figures[AreaFigures.In], Name: In), (Cut: figures[AreaFigures.Out], Name: Out) }.Where(one => one.Cut is not null).ToList();
        var periods = cuts.SelectMany(one => one.Cut!.Periods).Distinct().Order().ToList();
        return new(ChartKind.Bar, Year, [.. periods.Select(period => period.Label)],
            [.. cuts.Select(one => new Series(one.Name, [.. periods.Select(period => one.Cut!.Reading(key, period))]))])
        {
            Unit = People,
        };
    }

    /// <summary>One direction with the parts of a wider region on top of each other.</summary>
    public static Chart? Stacked(KeyedFigures figures, string code, IReadOnlyList<Area> parts)
    {
        if (figures[code] is not { } cut) return null;
        var shown = parts.Where(part => cut.Of(part.Code).Count > 0).ToList();
        return shown.Count == 0 ? null : new(ChartKind.Stacked, Year, [.. cut.Periods.Select(period => period.Label)],
            [.. shown.Select(part => new Series(part.Name, [.. cut.Periods.Select(period => cut.Reading(part.Code, period))]))])
        {
            Unit = People,
        };
    }

    private static Text In { get; } = ("受入", "Incoming");

    private static Text Out { get; } = ("派遣", "Outgoing");

    private static Text Year { get; } = ("年度", "Fiscal year");

    private static Text People { get; } = ("人", " people");
}

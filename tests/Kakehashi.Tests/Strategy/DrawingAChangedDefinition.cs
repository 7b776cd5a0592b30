using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Indicators;
using Kakehashi.Tests.Analytics;

namespace Kakehashi.Tests.Strategy;

public sealed class DrawingAChangedDefinition
{
    private static readonly Indicator First = IndicatorCatalogue.Load(ShippedIndicators.Folder, FactSchemas.All).Catalogue!.Versions("FL-01")[^1];

    [Fact]
    public void Marks_the_first_period_of_the_new_one_and_no_other()
    {
        var second = First with { Version = First.Version + 1 };
        var mark = Assert.Single(Chart(First, First, second, second).Marks);
        Assert.Equal(2, mark.Category);
        Assert.Equal(($"定義変更(第{second.Version}版)", $"New definition (version {second.Version})"), (mark.Label.Ja, mark.Label.En));
    }

    [Fact]
    public void Marks_nothing_where_all_periods_have_one_definition() => Assert.Empty(Chart(First, First, First).Marks);

    private static Platform.Pages.Figures.Chart Chart(params Indicator[] definitions)
    {
        List<Figure> figures = [.. definitions.Select((indicator, i) => new Figure { Subject = new(indicator, Period.Fiscal(2020 + i), null, []), Value = 10 + i })];
        var view = new IndicatorView
        {
            Address = new(First.Code),
            Series = IndicatorSeries.Of(definitions[^1], figures, new(2026, 4, 1), YearStarts.Japan),
            Periods = [.. figures.Select(figure => figure.Subject.Period)],
            Units = [],
            Dimensions = [],
        };
        return SeriesChart.Of(view, null, new([], [], []), YearStarts.Japan);
    }
}

using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform.Facts;
using Kakehashi.Strategy.Closing;
using Kakehashi.Web.Tests.Places;

namespace Kakehashi.Web.Tests.Closing;

/// <summary>Several countries, of which one has too few people to be told.</summary>
public sealed class FreezingUnitsByDimensions(Atlas atlas) : IClassFixture<Atlas>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Keeps_what_the_page_of_each_unit_showed_with_what_it_hid()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (workspace, period) = (atlas.Workspace, Period.Fiscal(2024));
        var units = await new Dimensions(workspace).UnitsAsync(cancel);
        List<FigureQuery> queries =
        [
            .. from indicator in workspace.Indicators.All
               where indicator.PeriodKind == period.Kind && indicator.Dimensions.Contains("unit")
               from dimension in indicator.Dimensions
               where dimension != "unit"
               from unit in units
               select new FigureQuery(indicator.Code, [period]) { Scope = unit.Number, Breakdown = [dimension] },
        ];
        var shown = (await workspace.Figures.AskAsync(queries, Patience, cancel)).Value!.Cuts;
        await workspace.CloseAsync(period, null, Actor.Local, Patience, cancel);
        var closed = (await workspace.Figures.AskAsync(queries, Patience, cancel)).Value!.Cuts;
        Assert.Contains(shown.SelectMany(cut => cut), figure => figure.Nothing == Nothing.Suppressed);
        Assert.Contains(shown.SelectMany(cut => cut), figure => figure.Value > 20);
        foreach (var (before, after) in shown.Zip(closed))
        {
            Assert.Equal(before.Where(figure => figure.Nothing != Nothing.Missing).Select(Words).Order(StringComparer.Ordinal), after.Select(Words).Order(StringComparer.Ordinal));
            Assert.All(after, figure => Assert.Equal(1, figure.Revision));
        }
    }

    private static string Words(Figure figure) =>
        FormattableString.Invariant($"{figure.Subject.Indicator.Code} {figure.Subject.Unit} {figure.Subject.Keys[0]}: {figure.Value} = {figure.Numerator} / {figure.Denominator} {figure.Nothing} of {figure.Records}");
}

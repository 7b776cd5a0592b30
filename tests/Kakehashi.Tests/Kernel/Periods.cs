using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Kernel;

public sealed class Periods
{
    [Theory]
    [InlineData("2025-03-31", "FY2024")]
    [InlineData("2025-04-01", "FY2025")]
    [InlineData("2026-03-31", "FY2025")]
    public void A_Japanese_fiscal_year_runs_from_April_to_March(string day, string period) =>
        Assert.Equal(period, Period.Of(DateOnly.Parse(day, null), PeriodKind.FiscalYear, YearStarts.Japan).ToString());

    [Fact]
    public void The_first_of_May_lies_in_the_year_that_began_in_April()
    {
        var year = Period.Fiscal(2025);
        Assert.Equal(new(2025, 5, 1), year.On(5, 1, YearStarts.Japan));
        Assert.Equal(new(2026, 2, 28), year.On(2, 29, YearStarts.Japan));
    }

    [Fact]
    public void Every_day_lies_in_the_period_that_is_named_for_it() => Check.QuickThrowOnFailure(
        Prop.ForAll(Days().ToArbitrary(), day => Enum.GetValues<PeriodKind>().All(kind =>
        {
            var starts = new YearStarts(4, 9);
            var period = Period.Of(day, kind, starts);
            return period.From(starts) <= day && day <= period.To(starts)
                && period.Plus(1).From(starts) == period.To(starts).AddDays(1)
                && Period.Read(period.ToString()) == period
                && Period.FromKey(kind, period.Key) == period;
        })));

    [Theory]
    [InlineData("FY25")]
    [InlineData("2025Q5")]
    [InlineData("2025Q")]
    [InlineData("FY20255")]
    [InlineData("")]
    [InlineData("year")]
    public void What_is_no_period_is_not_read(string text) => Assert.Null(Period.Read(text));

    private static Gen<DateOnly> Days() => Gen.Choose(0, 60000).Select(day => new DateOnly(1950, 1, 1).AddDays(day));
}

using System.Globalization;
using Kakehashi.Education.Balance;
using Kakehashi.Education.Mobility;

namespace Kakehashi.Tests.Education;

public sealed class CountingStudentSemesters
{
    [Theory]
    [InlineData("2025-04-01", "2025-04-01", 0)] // one day
    [InlineData("2025-04-01", "2025-06-29", 0)] // a day less than three months
    [InlineData("2025-04-01", "2025-06-30", 1)] // three months
    [InlineData("2025-11-30", "2026-02-27", 1)] // the end of February is three months after the end of November
    [InlineData("2025-04-01", "2025-09-30", 1)] // half a year
    [InlineData("2025-09-01", "2026-03-31", 1)] // a semester that overruns by a month
    [InlineData("2025-09-01", "2026-04-01", 2)]
    [InlineData("2025-09-01", "2026-06-30", 2)] // an academic year of ten months
    [InlineData("2025-04-01", "2026-03-31", 2)] // a whole year
    [InlineData("2024-02-29", "2025-02-28", 2)] // a whole year from a leap day
    [InlineData("2025-04-01", "2026-04-30", 2)] // thirteen months
    [InlineData("2025-04-01", "2026-05-01", 3)]
    [InlineData("2025-04-01", "2027-03-31", 4)] // two years
    public void Takes_half_a_year_as_one(string from, string to, int semesters) => Assert.Equal(semesters, StudentSemesters.Of(Day(from), Day(to), null));

    [Theory]
    [InlineData(DurationBand.Under1Month, 0)]
    [InlineData(DurationBand.Months1To3, 0)]
    [InlineData(DurationBand.Months3To6, 1)]
    [InlineData(DurationBand.Months6To12, 1)]
    [InlineData(DurationBand.Months12OrMore, 2)]
    [InlineData(null, null)]
    public void Takes_the_shortest_stay_of_a_band_where_the_last_day_is_not_known(DurationBand? band, int? semesters) =>
        Assert.Equal(semesters, StudentSemesters.Of(Day("2025-04-01"), null, band));

    [Fact]
    public void Goes_by_the_days_where_a_band_says_otherwise() =>
        Assert.Equal(1, StudentSemesters.Of(Day("2025-04-01"), Day("2025-09-30"), DurationBand.Months12OrMore));

    [Fact]
    public void Never_counts_less_for_a_longer_stay()
    {
        var (from, before) = (Day("2024-01-31"), 0);
        for (var days = 0; days < 1_500; days++)
        {
            var semesters = StudentSemesters.Of(from, from.AddDays(days), null)!.Value;
            Assert.InRange(semesters, before, before + 1);
            before = semesters;
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

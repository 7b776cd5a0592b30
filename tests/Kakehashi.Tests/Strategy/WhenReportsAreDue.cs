using System.Globalization;
using Kakehashi.Strategy.Reports;

namespace Kakehashi.Tests.Strategy;

public sealed class WhenReportsAreDue
{
    [Theory]
    [InlineData(ReportRhythm.Weekly, "2026-11-02", "2026-11-02", "2026-11-02")]
    [InlineData(ReportRhythm.Weekly, "2026-11-02", "2026-11-08", "2026-11-02")]
    [InlineData(ReportRhythm.Weekly, "2026-11-02", "2026-11-23", "2026-11-23")]
    [InlineData(ReportRhythm.Monthly, "2026-01-31", "2026-02-27", "2026-01-31")]
    [InlineData(ReportRhythm.Monthly, "2026-01-31", "2026-02-28", "2026-02-28")]
    [InlineData(ReportRhythm.Monthly, "2026-01-31", "2026-03-30", "2026-02-28")]
    [InlineData(ReportRhythm.Monthly, "2026-01-31", "2026-03-31", "2026-03-31")]
    [InlineData(ReportRhythm.Monthly, "2025-12-15", "2026-01-14", "2025-12-15")]
    [InlineData(ReportRhythm.Quarterly, "2025-11-10", "2026-02-09", "2025-11-10")]
    [InlineData(ReportRhythm.Quarterly, "2025-11-10", "2026-02-10", "2026-02-10")]
    [InlineData(ReportRhythm.Quarterly, "2025-11-10", "2026-04-30", "2026-02-10")]
    [InlineData(ReportRhythm.Yearly, "2024-02-29", "2026-02-27", "2025-02-28")]
    [InlineData(ReportRhythm.Yearly, "2024-02-29", "2028-02-29", "2028-02-29")]
    [InlineData(ReportRhythm.Monthly, "2026-12-01", "2026-11-30", null)]
    public void Is_the_last_of_their_days(ReportRhythm rhythm, string first, string today, string? due) =>
        Assert.Equal(due is null ? null : Day(due), ReportCalendar.LastDue(Day(first), rhythm, Day(today)));

    [Theory]
    [InlineData(ReportRhythm.Weekly)]
    [InlineData(ReportRhythm.Monthly)]
    [InlineData(ReportRhythm.Quarterly)]
    [InlineData(ReportRhythm.Yearly)]
    public void Never_lies_in_the_future_nor_goes_back(ReportRhythm rhythm)
    {
        var (first, last) = (new DateOnly(2024, 1, 31), DateOnly.MinValue);
        for (var day = first; day < first.AddYears(5); day = day.AddDays(1))
        {
            var due = ReportCalendar.LastDue(first, rhythm, day)!.Value;
            Assert.InRange(due, last, day);
            last = due;
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

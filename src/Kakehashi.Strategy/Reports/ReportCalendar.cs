namespace Kakehashi.Strategy.Reports;

/// <summary>The days on which a report goes out.</summary>
public static class ReportCalendar
{
    /// <summary>The last of its days that is not after today; null where the first is still to come.</summary>
    public static DateOnly? LastDue(DateOnly first, ReportRhythm rhythm, DateOnly today)
    {
        if (first > today) return null;
        if (rhythm == ReportRhythm.Weekly) return today.AddDays(-((today.DayNumber - first.DayNumber) % 7));
        var step = rhythm switch
        {
            ReportRhythm.Monthly => 1,
            ReportRhythm.Quarterly => 3,
            _ => 12,
        };
        var months = ((today.Year - first.Year) * 12) + today.Month - first.Month;
        // counted from the first each time: the 31st stays the 31st after a short month
        var due = first.AddMonths(months - (months % step));
        return due <= today ? due : first.AddMonths(months - (months % step) - step);
    }
}

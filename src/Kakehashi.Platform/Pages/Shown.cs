using System.Globalization;

namespace Kakehashi.Platform.Pages;

/// <summary>How days, numbers and sizes are written on pages.</summary>
public static class Shown
{
    /// <summary>2026-04-01: in lists and tables, the same in both languages, sorts as it reads.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026年4月1日 / 1 April 2026: in sentences.</summary>
    public static string LongDay(DateOnly day) =>
        Speech.T(
            day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
            day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>2026-04-01 14:05, in the offset it comes with.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>1,234.5: grouped, rounded half away from zero once, here.</summary>
    public static string Number(decimal number, int decimals = 0) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero)
            .ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .Replace('-', '\u2212');

    /// <summary>How many rows, where counting stops at <paramref name="limit"/>.</summary>
    public static string Count(long count, long limit = 10_000) => count > limit
        ? Speech.T($"{Number(limit)}件以上", $"more than {Number(limit)}")
        : Speech.T($"{Number(count)}件", count == 1 ? "1 record" : $"{Number(count)} records");

    /// <summary>12 KB, 3.4 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => $"{Number(bytes / 1_000m)} KB",
        < 1_000_000_000 => $"{Number(bytes / 1_000_000m, 1)} MB",
        _ => $"{Number(bytes / 1_000_000_000m, 1)} GB",
    };
}

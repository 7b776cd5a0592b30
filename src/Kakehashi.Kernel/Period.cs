using System.Globalization;

namespace Kakehashi.Kernel;

/// <summary>What kind of year, or part of one, a figure is about.</summary>
public enum PeriodKind
{
    /// <summary>年度: starts on the first day of <see cref="YearStarts.Fiscal"/>; in Japan 1 April.</summary>
    FiscalYear,

    /// <summary>学年: starts on the first day of <see cref="YearStarts.Academic"/>.</summary>
    AcademicYear,

    /// <summary>暦年: January to December.</summary>
    CalendarYear,

    /// <summary>A quarter of the calendar year.</summary>
    Quarter,
}

/// <summary>The months in which this university's years start.</summary>
/// <param name="Fiscal">1 to 12; 4 in Japan.</param>
/// <param name="Academic">1 to 12; 4 in Japan, 9 in much of Europe.</param>
public sealed record YearStarts(int Fiscal = 4, int Academic = 4)
{
    /// <summary>Japan: both start in April.</summary>
    public static YearStarts Japan { get; } = new();

    internal int Month(PeriodKind kind) => kind switch
    {
        PeriodKind.FiscalYear => Fiscal,
        PeriodKind.AcademicYear => Academic,
        _ => 1,
    };
}

/// <summary>
/// A period that figures are given for, e.g. FY2025 (1 April 2025 to 31 March 2026 in Japan). A year is named by the
/// calendar year in which it starts.
/// </summary>
/// <param name="Kind">Which kind of year.</param>
/// <param name="Year">The calendar year of its first day.</param>
/// <param name="Part">1 to 4 for a quarter, else 0.</param>
public readonly record struct Period(PeriodKind Kind, int Year, int Part = 0) : IComparable<Period>
{
    /// <summary>The fiscal year that starts in <paramref name="year"/>.</summary>
    public static Period Fiscal(int year) => new(PeriodKind.FiscalYear, year);

    /// <summary>The period of this kind that a day lies in.</summary>
    public static Period Of(DateOnly day, PeriodKind kind, YearStarts starts)
    {
        if (kind == PeriodKind.Quarter) return new(kind, day.Year, (day.Month + 2) / 3);
        return new(kind, day.Month >= starts.Month(kind) ? day.Year : day.Year - 1);
    }

    /// <summary>The first day.</summary>
    public DateOnly From(YearStarts starts) =>
        Kind == PeriodKind.Quarter ? new(Year, Part * 3 - 2, 1) : new(Year, starts.Month(Kind), 1);

    /// <summary>The last day, itself within the period.</summary>
    public DateOnly To(YearStarts starts) => From(starts).AddMonths(Kind == PeriodKind.Quarter ? 3 : 12).AddDays(-1);

    /// <summary>
    /// The day within this period that has the given month and day: what a stock "as of 1 May" is read on. For a fiscal
    /// year that starts in April, 1 May 2025 belongs to FY2025 and 1 February 2026 does too.
    /// </summary>
    public DateOnly On(int month, int day, YearStarts starts)
    {
        var first = From(starts);
        var year = month >= first.Month ? first.Year : first.Year + 1;
        return new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>The period of the same kind, <paramref name="count"/> later (or earlier, where negative).</summary>
    public Period Plus(int count)
    {
        if (Kind != PeriodKind.Quarter) return this with { Year = Year + count };
        var quarters = Year * 4 + Part - 1 + count;
        return this with { Year = quarters / 4, Part = quarters % 4 + 1 };
    }

    /// <summary>The period as a whole number that sorts and stores: the year, or year × 10 + quarter.</summary>
    public int Key => Kind == PeriodKind.Quarter ? Year * 10 + Part : Year;

    /// <summary>The period of a kind from its <see cref="Key"/>.</summary>
    public static Period FromKey(PeriodKind kind, int key) =>
        kind == PeriodKind.Quarter ? new(kind, key / 10, key % 10) : new(kind, key);

    /// <summary>FY2025, AY2025, 2025, 2025Q2.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.FiscalYear => string.Create(CultureInfo.InvariantCulture, $"FY{Year}"),
        PeriodKind.AcademicYear => string.Create(CultureInfo.InvariantCulture, $"AY{Year}"),
        PeriodKind.CalendarYear => Year.ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Part}"),
    };

    /// <summary>What a person reads: 2025年度 / FY2025.</summary>
    public Text Label => Kind switch
    {
        PeriodKind.FiscalYear => ($"{Year}年度", $"FY{Year}"),
        PeriodKind.AcademicYear => ($"{Year}学年", $"AY{Year}"),
        PeriodKind.CalendarYear => ($"{Year}年", $"{Year}"),
        _ => ($"{Year}年第{Part}四半期", $"{Year} Q{Part}"),
    };

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static Period? Read(string? text)
    {
        if (text is null || text.Length < 4) return null;
        var kind = text.StartsWith("FY", StringComparison.Ordinal) ? PeriodKind.FiscalYear
            : text.StartsWith("AY", StringComparison.Ordinal) ? PeriodKind.AcademicYear
            : text.Length == 6 && text[4] == 'Q' ? PeriodKind.Quarter
            : PeriodKind.CalendarYear;
        var year = kind is PeriodKind.FiscalYear or PeriodKind.AcademicYear ? text[2..] : text[..4];
        if (year.Length != 4 || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return null;
        if (kind == PeriodKind.CalendarYear && text.Length != 4) return null;
        if (kind != PeriodKind.Quarter) return new(kind, number);
        return text[5] is >= '1' and <= '4' ? new(kind, number, text[5] - '0') : null;
    }

    /// <inheritdoc/>
    public int CompareTo(Period other) => (Kind, Key).CompareTo((other.Kind, other.Key));

    /// <summary>Earlier than.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;
}

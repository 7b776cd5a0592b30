using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Records.Values;

/// <summary>How a file writes days whose order cannot be seen from the text.</summary>
public enum DayOrder
{
    /// <summary>Only forms that can be read in one way: year first, or a Japanese era.</summary>
    YearFirst,

    /// <summary>31/12/2025, 31.12.2025.</summary>
    DayFirst,

    /// <summary>12/31/2025.</summary>
    MonthFirst,

    /// <summary>民國114年12月31日, 114/12/31: years of the Republic of China.</summary>
    RepublicOfChina,
}

/// <summary>Reads days as offices write them.</summary>
public static partial class DayText
{
    /// <summary>The first year of each Japanese era, by the letters and characters it is written with.</summary>
    private static readonly (string Kanji, char Letter, int FirstYear)[] Eras =
        [("令和", 'R', 2019), ("平成", 'H', 1989), ("昭和", 'S', 1926), ("大正", 'T', 1912), ("明治", 'M', 1868)];

    /// <summary>
    /// Reads 2025-04-01, 2025/4/1, 20250401, 2025年4月1日, 令和7年4月1日, R7.4.1, 2019-09-01T02:00Z (the date in front counts);
    /// null where it is none of these, or a day that does not exist.
    /// </summary>
    public static DateOnly? Read(string text, DayOrder order = DayOrder.YearFirst)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return iso;
        text = text.Normalize(NormalizationForm.FormKC).Trim();
        if (Era(text) is { } era) return era;
        if (Compact().Match(text) is { Success: true } compact) return Day(compact, 0);
        if (YearFirst().Match(text) is { Success: true } year) return Day(year, 0);
        return order switch
        {
            DayOrder.DayFirst or DayOrder.MonthFirst => YearLast().Match(text) is { Success: true } last ? Day(last, order) : null,
            DayOrder.RepublicOfChina => Roc().Match(text) is { Success: true } roc ? Day(roc, 1911) : null,
            _ => null,
        };
    }

    private static DateOnly? Era(string text)
    {
        if (EraDay().Match(text) is not { Success: true } match) return null;
        var name = match.Groups["era"].Value;
        var era = Eras.First(era => era.Kanji == name || era.Letter == char.ToUpperInvariant(name[0]));
        var year = match.Groups["y"].Value == "元" ? 1 : Number(match, "y");
        return Exists(era.FirstYear + year - 1, Number(match, "m"), Number(match, "d"));
    }

    private static DateOnly? Day(Match match, int plus) => Exists(Number(match, "y") + plus, Number(match, "m"), Number(match, "d"));

    private static DateOnly? Day(Match match, DayOrder order) => order == DayOrder.DayFirst
        ? Exists(Number(match, "y"), Number(match, "b"), Number(match, "a"))
        : Exists(Number(match, "y"), Number(match, "a"), Number(match, "b"));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static DateOnly? Exists(int year, int month, int day) =>
        year is > 0 and < 10_000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : null;

    [GeneratedRegex(@"^(?<y>[0-9]{4})\s*[-/.年]\s*(?<m>[0-9]{1,2})\s*[-/.月]\s*(?<d>[0-9]{1,2})日?(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})$")]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})[-/.](?<b>[0-9]{1,2})[-/.](?<y>[0-9]{4})(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?$")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^(?:民國|民国)?(?<y>[0-9]{2,3})[-/.年](?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})日?$")]
    private static partial Regex Roc();

    [GeneratedRegex(@"^(?<era>令和|平成|昭和|大正|明治|[RHSTMrhstm])\.?\s*(?<y>[0-9]{1,2}|元)\s*[-/.年]\s*(?<m>[0-9]{1,2})\s*[-/.月]\s*(?<d>[0-9]{1,2})日?$")]
    private static partial Regex EraDay();
}

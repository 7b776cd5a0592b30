using System.Globalization;
using System.Text.RegularExpressions;

namespace Kakehashi.ExportControl.Lists;

/// <summary>A date of birth as precisely as a list knows it.</summary>
/// <param name="AsGiven">The words of the list.</param>
/// <param name="Earliest">The first day it can be; null where the words tell no days.</param>
/// <param name="Latest">The last day it can be; null where the words tell no days.</param>
/// <param name="IsApproximate">The list says "circa" or "approximately": the days are a centre and no bound.</param>
public sealed partial record BirthDate(string AsGiven, DateOnly? Earliest = null, DateOnly? Latest = null, bool IsApproximate = false)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", "yyyy/M/d", "yyyy年M月d日"];
    private static readonly string[] Months = ["yyyy-MM", "MMM yyyy", "MMMM yyyy", "yyyy年M月"];
    private static readonly string[] Years = ["yyyy", "yyyy年"];

    /// <summary>
    /// Reads <c>1962</c>, <c>May 1962</c>, <c>Nov. 1962</c>, <c>11 May 1962</c>, <c>1962-05-11</c>, <c>circa 1962</c> and two of them with
    /// <c>to</c> between them; the bounds are null for any other words.
    /// </summary>
    public static BirthDate Read(string asGiven)
    {
        var given = asGiven.Trim();
        var parts = Between().Split(Circa().Replace(given, "").Replace(". ", " ", StringComparison.Ordinal)).Select(part => Span(part.Trim())).ToArray();
        var isKnown = parts.Length is 1 or 2 && parts.All(part => part is not null) && parts[0]!.Value.First <= parts[^1]!.Value.Last;
        return isKnown
            ? new(given, parts[0]!.Value.First, parts[^1]!.Value.Last, Circa().IsMatch(given))
            : new(given);
    }

    private static (DateOnly First, DateOnly Last)? Span(string text)
    {
        if (Parsed(text, Days) is { } day) return (day, day);
        if (Parsed(text, Months) is { } month) return (month, month.AddMonths(1).AddDays(-1));
        // the last day of the year 9999 is the last there is
        return Parsed(text, Years) is { } year ? (year, new(year.Year, 12, 31)) : null;
    }

    private static DateOnly? Parsed(string text, string[] formats) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year < 9999 ? date : null;

    [GeneratedRegex(@"\b(?:circa|approximately)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Circa();

    [GeneratedRegex(@"\s+to\s+|(?<=^\d{4})\s*[-–～〜]\s*(?=\d{4}$)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}

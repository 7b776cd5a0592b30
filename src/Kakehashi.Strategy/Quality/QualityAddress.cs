using System.Globalization;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Quality;
using Kakehashi.Kernel;
using Kakehashi.Platform.Quality;
using Microsoft.AspNetCore.WebUtilities;

namespace Kakehashi.Strategy.Quality;

/// <summary>Where the records behind the figures of the quality of data are listed.</summary>
public static class QualityAddress
{
    /// <summary>In place of a check: the records of a fact, or those without a value.</summary>
    public const string OfFact = "records";

    /// <summary>The page of a year.</summary>
    public static string Page(Period period) => $"quality?period={period}";

    /// <summary>A table of the page of a year, opened, for one unit.</summary>
    public static string Page(Period period, long? unit, SummaryColumn column) =>
        $"{Page(period)}&unit={unit?.ToString(CultureInfo.InvariantCulture) ?? QualityQuestion.NoUnit}&part={CodeNames.Of(column.Part)}#{column.Anchor}";

    /// <summary>The form to say whether a unit hands something in, or the record that says it.</summary>
    public static string Of(HandedIn one, Period period) => one.Number is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"coverage/{number}")
        : QueryHelpers.AddQueryString("coverage/new", new Dictionary<string, string?> { ["fact"] = one.Fact, ["unit"] = Word(one.Unit), ["period"] = period.ToString() });

    /// <summary>The records of a unit in a year that were entered at such a time.</summary>
    public static string Of(FactEntries entries, UnitEntries row, Period period, EntryTime time) => QueryHelpers.AddQueryString($"quality/{OfFact}", new Dictionary<string, string?>
    {
        ["type"] = entries.Fact.Name,
        ["unit"] = Word(row.Unit),
        ["period"] = period.ToString(),
        ["entered"] = CodeNames.Of(time),
    });

    /// <summary>The records that a check has found in a unit, of all years.</summary>
    public static string Of(CheckCount one) => QueryHelpers.AddQueryString($"quality/{one.Check.Code}", "unit", Word(one.Unit));

    /// <summary>Those of one year.</summary>
    public static string Of(CheckCount one, Period period) => QueryHelpers.AddQueryString(Of(one), "period", period.ToString());

    /// <summary>The records of a unit in a year, or those without a value in a column.</summary>
    public static string Of(FactFilling filling, long? unit, Period period, FactColumn? without = null)
    {
        var address = QueryHelpers.AddQueryString($"quality/{OfFact}", new Dictionary<string, string?> { ["type"] = filling.Fact.Name, ["unit"] = Word(unit), ["period"] = period.ToString() });
        return without is null ? address : QueryHelpers.AddQueryString(address, "without", without.Name);
    }

    private static string Word(long? unit) => unit?.ToString(CultureInfo.InvariantCulture) ?? "";
}

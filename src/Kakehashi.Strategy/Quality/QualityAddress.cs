using System.Globalization;
using Kakehashi.Analytics.Facts;
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

    /// <summary>The records that a check has found in a unit.</summary>
    public static string Of(CheckCount one) => QueryHelpers.AddQueryString($"quality/{one.Check.Code}", "unit", Word(one.Unit));

    /// <summary>The records of a unit in a year, or those without a value in a column.</summary>
    public static string Of(FactFilling filling, long? unit, Period period, FactColumn? without = null)
    {
        var address = QueryHelpers.AddQueryString($"quality/{OfFact}", new Dictionary<string, string?> { ["type"] = filling.Fact.Name, ["unit"] = Word(unit), ["period"] = period.ToString() });
        return without is null ? address : QueryHelpers.AddQueryString(address, "without", without.Name);
    }

    private static string Word(long? unit) => unit?.ToString(CultureInfo.InvariantCulture) ?? "";
}

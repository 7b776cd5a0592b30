using Kakehashi.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Kakehashi.Strategy.Comparing;

/// <summary>What is compared, as the address says it: a colleague who is sent the address sees the same.</summary>
/// <param name="Kind">Periods, units, countries or partners.</param>
/// <param name="Items">What was chosen or typed, in order; at most <see cref="Most"/>.</param>
/// <param name="Indicators">The codes of the indicators.</param>
/// <param name="Period">The period; null for the latest of each indicator.</param>
public sealed record CompareAddress(ComparedKind Kind, IReadOnlyList<string> Items, IReadOnlyList<string> Indicators, Period? Period)
{
    /// <summary>More columns cannot be read beside each other.</summary>
    public const int Most = 5;

    private const int MostIndicators = 12;

    public static CompareAddress Read(IQueryCollection query) => new(
        ComparedKind.All.FirstOrDefault(kind => kind.Code == query["of"]) ?? ComparedKind.Periods,
        [.. Given(query, "item").Take(Most)], [.. Given(query, "indicator").Take(MostIndicators)], Kernel.Period.Read(query["period"]));

    public string Page => Write("compare");

    /// <summary>The same as a file: csv or xlsx.</summary>
    public string File(string format) => Write("compare/figures." + format);

    private string Write(string path) => QueryHelpers.AddQueryString(path,
    [
        KeyValuePair.Create("of", (string?)Kind.Code),
        .. Items.Select(item => KeyValuePair.Create("item", (string?)item)),
        .. Indicators.Select(code => KeyValuePair.Create("indicator", (string?)code)),
        .. Period is { } period ? [KeyValuePair.Create("period", (string?)period.ToString())] : Array.Empty<KeyValuePair<string, string?>>(),
    ]);

    private static IEnumerable<string> Given(IQueryCollection query, string name) =>
        query[name].OfType<string>().Select(text => text.Trim()).Where(text => text.Length > 0).Distinct();
}

using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Kakehashi.Strategy.Scoring;

/// <summary>Which partners a list shows, and in what order, as its address says it.</summary>
/// <param name="Text">A part of the name.</param>
/// <param name="Country">The code of a country.</param>
/// <param name="Tier">The tier that counts.</param>
/// <param name="Unit">A unit that is in charge of agreements with them, with those below it.</param>
/// <param name="Sorted">The order.</param>
/// <param name="Page">From 1.</param>
public sealed record PartnershipQuestion(string? Text, string? Country, PartnerTier? Tier, long? Unit, Sorting Sorted, int Page)
{
    /// <summary>As many as one page shows.</summary>
    public const int Size = 50;

    private const string Route = "partnerships";

    private static readonly Sorting First = new("score", true);

    public static PartnershipQuestion Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (sort, page) = (query["sort"].ToString(), query["page"].ToString());
        return new(
            Given(query["q"]), Given(query["country"]), TierOf(query["tier"]),
            long.TryParse(query["unit"], NumberStyles.None, CultureInfo.InvariantCulture, out var unit) ? unit : null,
            sort.Length == 0 ? First : new(sort.TrimStart('-'), sort[0] == '-'),
            int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at > 0 ? at : 1);
    }

    /// <summary>Nothing is left out.</summary>
    public bool IsWhole => (Text, Country, Tier, Unit) is (null, null, null, null);

    /// <summary>The word of the order in an address.</summary>
    public string Sort => Sorted.Descending ? "-" + Sorted.Key : Sorted.Key;

    public string Href => QueryHelpers.AddQueryString(Route, new Dictionary<string, string?>
    {
        ["q"] = Text,
        ["country"] = Country,
        ["tier"] = Tier is { } tier ? CodeNames.Of(tier) : null,
        ["unit"] = Unit?.ToString(CultureInfo.InvariantCulture),
        ["sort"] = Sorted == First ? null : Sort,
        ["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>The rows it means, in its order.</summary>
    /// <param name="rows">All of them.</param>
    /// <param name="among">The partners of its unit; null where it asks for none.</param>
    public IReadOnlyList<PartnershipRow> Of(IReadOnlyList<PartnershipRow> rows, IReadOnlySet<long>? among) =>
        InOrder(rows.Where(row => (Country is null || row.Country == Country) && (Tier is null || row.Standing.Tier == Tier) && among?.Contains(row.Number) != false && IsNamed(row)));

    /// <summary>Its unit and those below it; null where it asks for none.</summary>
    public IReadOnlyCollection<long>? Within(IReadOnlyList<UnitName> units)
    {
        if (Unit is not { } unit) return null;
        var all = new HashSet<long> { unit };
        while (units.Where(one => one.Parent is { } parent && all.Contains(parent) && !all.Contains(one.Number)).Select(one => one.Number).ToList() is { Count: > 0 } more) all.UnionWith(more);
        return all;
    }

    /// <summary>The tier of a word in an address; null for none.</summary>
    public static PartnerTier? TierOf(string? word)
    {
        foreach (var tier in Enum.GetValues<PartnerTier>())
            if (CodeNames.Of(tier) == word) return tier;
        return null;
    }

    private bool IsNamed(PartnershipRow row) =>
        Text is not { } text || Languages.All.Any(language => row.Name.In(language).Contains(text, StringComparison.OrdinalIgnoreCase));

    private IReadOnlyList<PartnershipRow> InOrder(IEnumerable<PartnershipRow> rows)
    {
        // what has no value stands last whichever way one sorts
        return Sorted.Key switch
        {
            "name" => [.. Sorted.Descending ? rows.OrderByDescending(NameOf, StringComparer.CurrentCulture) : rows.OrderBy(NameOf, StringComparer.CurrentCulture)],
            "tier" => By(rows, row => (decimal?)row.Standing.Tier),
            "change" => By(rows, row => row.Change),
            "percentile" => By(rows, row => row.Standing.Score?.Percentile),
            _ => By(rows, row => row.Standing.Score?.Score),
        };
    }

    private IReadOnlyList<PartnershipRow> By(IEnumerable<PartnershipRow> rows, Func<PartnershipRow, decimal?> value)
    {
        var ordered = rows.OrderBy(row => value(row) is null);
        return [.. (Sorted.Descending ? ordered.ThenByDescending(value) : ordered.ThenBy(value)).ThenByDescending(row => row.Standing.Score?.Score).ThenBy(row => row.Number)];
    }

    private static string NameOf(PartnershipRow row) => row.Name.In(Speech.Spoken);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

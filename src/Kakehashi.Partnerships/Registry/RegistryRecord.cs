using System.Text.Json;
using Kakehashi.Matching.Entities;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.Partnerships.Registry;

/// <summary>One organisation of the registry, schema 2.</summary>
internal static class RegistryRecord
{
    /// <summary>Its names and place; null where it is active no more.</summary>
    /// <exception cref="KeyNotFoundException">A record of another schema.</exception>
    public static KnownEntity? Read(JsonElement record)
    {
        if (record.GetProperty("status").GetString() != "active") return null;
        var place = record.GetProperty("locations").EnumerateArray().Select(location => location.GetProperty("geonames_details")).FirstOrDefault();
        return new(record.GetProperty("id").GetString()!, [.. record.GetProperty("names").EnumerateArray().OrderByDescending(name => Has(name, "ror_display")).Select(name => new KnownName(Name.Of(name.GetProperty("value").GetString()!), UseOf(name)))])
        {
            Country = TextOf(place, "country_code"),
            CountryNames = TextOf(place, "country_name") is { } country ? [country] : [],
            City = TextOf(place, "name"),
            Parent = ParentOf(record),
            Teaches = AllOf(record, "types").Any(type => type.ValueEquals("education")),
            Renown = CountOf(record, "relationships") + AllOf(record, "external_ids").Sum(ids => CountOf(ids, "all")),
        };
    }

    private static NameUse UseOf(JsonElement name) => Has(name, "label") || Has(name, "ror_display") ? NameUse.Label : Has(name, "acronym") ? NameUse.Acronym : NameUse.Alias;

    private static bool Has(JsonElement name, string type) => name.GetProperty("types").EnumerateArray().Any(one => one.ValueEquals(type));

    // older records of the registry write Parent
    private static string? ParentOf(JsonElement record) =>
        AllOf(record, "relationships").Where(one => string.Equals(TextOf(one, "type"), "parent", StringComparison.OrdinalIgnoreCase)).Select(one => TextOf(one, "id")).FirstOrDefault();

    private static IEnumerable<JsonElement> AllOf(JsonElement of, string property) => of.TryGetProperty(property, out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray() : [];

    private static int CountOf(JsonElement of, string property) => AllOf(of, property).Count();

    private static string? TextOf(JsonElement of, string property) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

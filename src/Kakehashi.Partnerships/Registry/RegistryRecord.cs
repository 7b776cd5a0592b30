using System.Text.Json;
using Kakehashi.Matching.Entities;
using Kakehashi.Matching.Normalising;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records;

namespace Kakehashi.Partnerships.Registry;

/// <summary>One organisation of the registry, schema 2.</summary>
internal static class RegistryRecord
{
    /// <summary>What the registry says of it.</summary>
    /// <exception cref="KeyNotFoundException">A record of another schema.</exception>
    public static RegistryEntry Read(JsonElement record)
    {
        var place = record.GetProperty("locations").EnumerateArray().Select(location => location.GetProperty("geonames_details")).FirstOrDefault();
        var names = record.GetProperty("names").EnumerateArray().OrderByDescending(name => Has(name, "ror_display"))
            .Select(name => (Text: name.GetProperty("value").GetString()!, Language: TextOf(name, "lang"), Use: UseOf(name))).ToList();
        KnownEntity entity = new(record.GetProperty("id").GetString()!, [.. names.Select(name => new KnownName(Name.Of(name.Text), name.Use))])
        {
            Country = TextOf(place, "country_code"),
            CountryNames = TextOf(place, "country_name") is { } country ? [country] : [],
            City = TextOf(place, "name"),
            Parent = Related(record, "parent").FirstOrDefault(),
            Teaches = record.TryGetProperty("types", out var does) && does.EnumerateArray().Any(type => type.ValueEquals("education")),
            Renown = (record.TryGetProperty("relationships", out var relations) ? relations.GetArrayLength() : 0) + OtherIds(record).Count(),
        };
        return new(entity, StatusOf(record))
        {
            Names = names,
            Kinds = !record.TryGetProperty("types", out var types) ? [] : [.. types.EnumerateArray().SelectMany(type => Enum.TryParse<OrganisationKind>(type.GetString(), ignoreCase: true, out var kind) ? [kind] : Array.Empty<OrganisationKind>())],
            Location = PlaceOf(place),
            Website = !record.TryGetProperty("links", out var links) ? null : links.EnumerateArray().Where(link => TextOf(link, "type") == "website").Select(link => TextOf(link, "value")).FirstOrDefault(),
            FoundedIn = record.TryGetProperty("established", out var year) && year.ValueKind == JsonValueKind.Number ? year.GetInt32() : null,
            OtherIds = [.. OtherIds(record)],
            Successors = [.. Related(record, "successor")],
        };
    }

    private static OrganisationStatus StatusOf(JsonElement record) => record.GetProperty("status").GetString() switch
    {
        "active" => OrganisationStatus.Active,
        "inactive" => OrganisationStatus.Inactive,
        _ => OrganisationStatus.Withdrawn,
    };

    private static NameUse UseOf(JsonElement name) => Has(name, "label") || Has(name, "ror_display") ? NameUse.Label : Has(name, "acronym") ? NameUse.Acronym : NameUse.Alias;

    private static bool Has(JsonElement name, string type) => name.GetProperty("types").EnumerateArray().Any(one => one.ValueEquals(type));

    // older records of the registry write Parent
    private static IEnumerable<string> Related(JsonElement record, string kind) => !record.TryGetProperty("relationships", out var all) ? []
        : all.EnumerateArray().Where(one => string.Equals(TextOf(one, "type"), kind, StringComparison.OrdinalIgnoreCase)).Select(one => TextOf(one, "id")).OfType<string>();

    private static IEnumerable<string> OtherIds(JsonElement record) => !record.TryGetProperty("external_ids", out var all) ? []
        : from one in all.EnumerateArray() from id in one.GetProperty("all").EnumerateArray() select $"{TextOf(one, "type")}:{id.GetString()}";

    private static Place? PlaceOf(JsonElement place) =>
        place.ValueKind == JsonValueKind.Object && place.TryGetProperty("lat", out var lat) && place.TryGetProperty("lng", out var lng) && lat.ValueKind == JsonValueKind.Number && lng.ValueKind == JsonValueKind.Number
            ? new(lat.GetDouble(), lng.GetDouble()) : null;

    private static string? TextOf(JsonElement of, string property) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

using System.Globalization;
using System.Text.Json;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Registry;

namespace Kakehashi.Web.Demo;

/// <summary>A registry of invented organisations in the form of ROR's data dump, so that the demonstration has partners to be reconciled: the same, the same otherwise written, others of the like name.</summary>
internal static class DemoRegistry
{
    private const int Partners = 48;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task WriteAsync(string data, IReadOnlyList<DemoPartner> partners, CancellationToken cancel)
    {
        Directory.CreateDirectory(RegistryFolder.Of(data));
        await using var file = new StreamWriter(Path.Combine(RegistryFolder.Of(data), "demonstration.jsonl"));
        var made = 0;
        foreach (var partner in partners.Take(Partners))
            foreach (var entry in Entries(partner))
                await file.WriteLineAsync(JsonSerializer.Serialize(Record(Id(made++), entry.Name, entry.Country, partner), Json).AsMemory(), cancel);
    }

    private static IEnumerable<(string Name, string Country)> Entries(DemoPartner partner)
    {
        var (name, country, city) = (partner.Name, partner.Country, partner.City.En);
        switch (partner.Number % 6)
        {
            case 0:
                yield return (name, country);
                break;
            case 1:
                yield return (name.Replace("University of ", "", StringComparison.Ordinal) + " University", country);
                break;
            case 2:
                yield return ("The " + name, country);
                yield return (name + " Hospital", country);
                break;
            case 3:
                yield return (name.Replace("Institute", "Inst.", StringComparison.Ordinal), country);
                yield return ($"{city} Institute of Science", country);
                break;
            case 4:
                // of the same name, and elsewhere
                yield return (name, country == "NZ" ? "AU" : "NZ");
                break;
            default:
                break;
        }
    }

    private static object Record(string id, string name, string country, DemoPartner partner) => new
    {
        Id = id,
        Status = "active",
        Types = new[] { "education" },
        Established = 1900 + (int)(partner.Number % 100),
        Names = new[]
        {
            new { Value = name, Lang = "en", Types = new[] { "ror_display", "label" } },
            new { Value = string.Concat(name.Split(' ').Where(word => char.IsUpper(word[0])).Select(word => word[0])), Lang = (string?)null!, Types = new[] { "acronym" } },
        },
        Locations = new[] { new { GeonamesDetails = new { CountryCode = country, CountryName = new RegionInfo(country).EnglishName, Name = country == partner.Country ? partner.City.En : "New " + partner.City.En, Lat = partner.City.Latitude, Lng = partner.City.Longitude } } },
        Links = new[] { new { Type = "website", Value = $"https://www.{string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant()}.example/" } },
        ExternalIds = Array.Empty<object>(),
        Relationships = Array.Empty<object>(),
    };

    /// <summary>An id with right check digits, of letters that say that it is none.</summary>
    private static string Id(int number)
    {
        var seven = string.Create(CultureInfo.InvariantCulture, $"0dem{number:000}");
        return Enumerable.Range(0, 100).Select(check => RorId.Canonical(string.Create(CultureInfo.InvariantCulture, $"{seven}{check:00}"))).First(id => id is not null)!;
    }
}

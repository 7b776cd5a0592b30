using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Reconciling;

/// <summary>Partners without a ROR id, and a registry that has some of them.</summary>
public class PartnersAndARegistry : Observatory
{
    private static readonly string[] Education = ["education"], Shown = ["ror_display", "label"];

    public long Lyon { get; private set; }

    public long Virology { get; private set; }

    public long Sendai { get; private set; }

    public long Known { get; private set; }

    public long Nowhere { get; private set; }

    /// <summary>Puts a data dump in use.</summary>
    public void Publish(string file, params (string Id, string Name, string Country, string City, string Status)[] entries) => Publish(Workspace.Data, file, entries);

    internal static void Publish(string data, string file, params (string Id, string Name, string Country, string City, string Status)[] entries)
    {
        Directory.CreateDirectory(Path.Combine(data, "registry"));
        File.WriteAllLines(Path.Combine(data, "registry", file), entries.Select(entry => JsonSerializer.Serialize(new
        {
            id = "https://ror.org/" + entry.Id,
            status = entry.Status,
            types = Education,
            established = 1950,
            names = new[] { new { value = entry.Name, lang = "en", types = Shown } },
            locations = new[] { new { geonames_details = new { country_code = entry.Country, country_name = entry.Country, name = entry.City, lat = 45.75, lng = 4.85 } } },
            links = Array.Empty<object>(),
            external_ids = Array.Empty<object>(),
            relationships = Array.Empty<object>(),
        })));
    }

    protected override void EnterMore(ChangeSession session)
    {
        Lyon = Partner(session, "リヨン例示大学", "Exmaple University of Lyon", "FR");
        Virology = Partner(session, null, "Institute of Virology", "FR");
        Sendai = Partner(session, "仙台例示大学", "Sendai Example University", "JP");
        Nowhere = Partner(session, null, "Zzyzx Academy", "US");
        Known = Partner(session, null, "Old Name University", "DE");
        Publish("v1.jsonl", All);
    }

    internal static (string Id, string Name, string Country, string City, string Status)[] All =>
    [
        ("0dem00034", "Sendai Example University", "JP", "Sendai", "active"), ("0dem00131", "Example University of Lyon", "FR", "Lyon", "active"),
        ("0dem00325", "Institute of Virology", "FR", "Paris", "active"), ("0dem00422", "Institute of Virology", "FR", "Nice", "active"),
        ("0dem00616", "New Name University", "DE", "Berlin", "inactive"),
    ];

    private long Partner(ChangeSession session, string? ja, string en, string country) =>
        Create(session, "organisation", ("name", new Bilingual(ja, en)), ("kind", "education"), ("status", "active"), ("country", country));
}

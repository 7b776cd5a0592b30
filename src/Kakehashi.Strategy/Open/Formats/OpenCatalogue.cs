using System.Globalization;
using System.Security.Cryptography;
using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>The catalogue of what is published, in the European profile DCAT-AP 3.</summary>
internal static class OpenCatalogue
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";
    private static readonly Text Theme = ("教育、文化、スポーツ", "Education, culture and sport");

    public static IReadOnlyList<Thing> Of(University university, string site, IReadOnlyList<OpenCube> cubes, IReadOnlyList<OpenFile> files)
    {
        var publisher = new Thing($"{site}/#university", "foaf:Agent", [.. Both("foaf:name", university.Name)]);
        var sets = cubes.Select(cube => (Cube: cube, Address: $"{site}/open/indicators/{Uri.EscapeDataString(cube.Document.Indicator)}#dataset")).ToList();
        List<(string, Term)> catalogue =
        [
            .. Both("dct:title", ($"{university.Name.Ja} 国際交流データ", $"{university.Name.En}: international data")),
            .. Both("dct:description", ("公表している国際交流の指標。", "Published indicators on international exchange.")),
            ("dct:publisher", publisher), ("foaf:homepage", Page($"{site}/open")), .. Spoken(Languages.All), .. Places(university),
            .. sets.Select(one => ("dcat:dataset", (Term)new Iri(one.Address))),
        ];
        if (cubes.Count > 0) catalogue.AddRange([("dct:issued", Day(cubes.Min(one => one.Document.PublishedOn))), ("dct:modified", Day(cubes.Max(one => one.Document.PublishedOn)))]);
        if (Licence(university) is { } licence) catalogue.Add(("dct:license", licence));
        List<Thing> things = [new($"{site}/open/catalog.ttl#catalog", "dcat:Catalog", catalogue)];
        foreach (var (cube, address) in sets)
        {
            var held = files.Where(file => file.Indicator == cube.Document.Indicator).Select((file, i) => Distribution(university, site, address, file, i)).ToList();
            things.Add(DataSet(university, publisher, cube, address, site, held));
        }

        return Graph.Whole(things);
    }

    private static Thing DataSet(University university, Thing publisher, OpenCube cube, string address, string site, IEnumerable<Thing> held)
    {
        var document = cube.Document;
        List<(string, Term)> said =
        [
            .. Both("dct:title", document.Name.Text), .. Both("dct:description", document.Definition.Text), ("dct:identifier", new Literal(document.Indicator)),
            ("dct:publisher", publisher), ("dct:issued", Day(document.PublishedOn)), ("dct:modified", Day(document.PublishedOn)), ("dcat:version", new Literal($"{document.Edition}")),
            ("dcat:theme", new Thing($"{Authority}data-theme/EDUC", "skos:Concept", [.. Both("skos:prefLabel", Theme)])),
            ("dct:accessRights", Of("access-right/PUBLIC", "dct:RightsStatement")), .. Spoken(Languages.All), .. Places(university),
            ("dcat:landingPage", Page($"{site}/open/indicators/{Uri.EscapeDataString(document.Indicator)}")), ("dcat:contactPoint", Contact(university, site)),
            .. held.Select(one => ("dcat:distribution", (Term)one)),
        ];
        if (cube.Periods is [var first, ..])
            said.Add(("dct:temporal", new Thing(null, "dct:PeriodOfTime", [("dcat:startDate", Day(first.From)), ("dcat:endDate", Day(cube.Periods[^1].To))])));
        return new(address, "dcat:Dataset", said);
    }

    private static Thing Distribution(University university, string site, string set, OpenFile file, int number)
    {
        // said of everything there is, and asked for by the profile's shapes
        var address = new Thing(site + file.Address, "rdfs:Resource", []);
        List<(string, Term)> said =
        [
            ("dcat:accessURL", address), ("dcat:downloadURL", address), .. Both("dct:title", file.Name),
            ("dcat:mediaType", new Thing($"https://www.iana.org/assignments/media-types/{file.Media.Split(';')[0]}", "dct:MediaType", [])),
            ("dct:format", Of($"file-type/{FormatOf(file)}", "dct:MediaTypeOrExtent")), ("dcat:byteSize", new Literal(file.Bytes.Length.ToString(CultureInfo.InvariantCulture), Type: "xsd:nonNegativeInteger")),
            ("spdx:checksum", Checksum(file)), .. Spoken(file.Language is { } language ? [language] : Languages.All),
        ];
        if (file.Standard is { } standard) said.Add(("dct:conformsTo", new Thing(standard, "dct:Standard", [])));
        if (Licence(university) is { } licence) said.Add(("dct:license", licence));
        return new($"{set}-{number + 1}", "dcat:Distribution", said);
    }

    private static Thing Checksum(OpenFile file) => new(null, "spdx:Checksum",
    [
        ("spdx:algorithm", new Thing("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm", [])),
        ("spdx:checksumValue", new Literal(Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), Type: "xsd:hexBinary")),
    ]);

    // in the European list of kinds of files
    private static string FormatOf(OpenFile file) => Path.GetExtension(file.Path) switch { ".csv" => "CSV", ".xlsx" => "XLSX", _ => "JSON" };

    private static Thing Contact(University university, string site) =>
        new(null, "vcard:Kind", [.. Both("vcard:fn", university.Open.Contact ?? university.Name), ("vcard:hasURL", new Iri($"{site}/open"))]);

    private static Thing? Licence(University university) => university.Open.LicenceAddress is { } address ? new(address, "dct:LicenseDocument", []) : null;

    private static Thing Page(string address) => new(address, "foaf:Document", []);

    private static Thing Of(string name, string type) => new(Authority + name, type, []);

    private static IEnumerable<(string, Term)> Spoken(IEnumerable<Language> languages) =>
        languages.Select(language => ("dct:language", (Term)Of(language == Language.Ja ? "language/JPN" : "language/ENG", "dct:LinguisticSystem")));

    // the authority's countries have three letters; a region of the runtime knows them
    private static IEnumerable<(string, Term)> Places(University university) => [("dct:spatial", Of($"country/{new RegionInfo(university.HomeCountry).ThreeLetterISORegionName}", "dct:Location"))];

    private static IEnumerable<(string, Term)> Both(string property, Text text) => [(property, new Literal(text.Ja, "ja")), (property, new Literal(text.En, "en"))];

    private static Literal Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Type: "xsd:date");
}

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
        var sets = Sets(university, site, cubes, files);
        List<(string, Term)> catalogue =
        [
            .. Both("dct:title", ($"{university.Name.Ja} 国際交流データ", $"{university.Name.En}: international data")),
            .. Both("dct:description", ("公表している国際交流の指標。", "Published indicators on international exchange.")),
            ("dct:publisher", publisher), ("foaf:homepage", Page($"{site}/open")), .. Spoken(Languages.All), .. Places(university),
            .. sets.Select(one => ("dcat:dataset", (Term)new Iri(one.Address))),
        ];
        if (cubes.Count > 0) catalogue.AddRange([("dct:issued", Day(cubes.Min(one => one.Document.PublishedOn))), ("dct:modified", Day(cubes.Max(one => one.Document.PublishedOn)))]);
        if (Licence(university) is { } licence) catalogue.Add(("dct:license", licence));
        return Graph.Whole([new($"{site}/open/catalog.ttl#catalog", "dcat:Catalog", catalogue), .. sets.Select(set => DataSet(university, publisher, set, site))]);
    }

    /// <summary>One for each published indicator, all tables together, and the partners where they are shown.</summary>
    private static List<OpenSet> Sets(University university, string site, IReadOnlyList<OpenCube> cubes, IReadOnlyList<OpenFile> files)
    {
        List<OpenSet> sets = [.. cubes.Select(cube => OfCube(cube, site, [.. files.Where(file => file.Indicator == cube.Document.Indicator)]))];
        if (cubes.Count > 0)
        {
            sets.Add(new($"{site}/open#all-tables", "all-tables", ("公表している表のすべて", "All published tables"), ("公表している指標の表を、コードの一覧とともに1つのデータパッケージにまとめたもの。", "The tables of all published indicators with the lists of their codes, as one data package."),
                $"{site}/open", [.. files.Where(file => file.Path.StartsWith("datapackage.", StringComparison.Ordinal))])
            { Issued = cubes.Min(one => one.Document.PublishedOn), Modified = cubes.Max(one => one.Document.PublishedOn) });
        }

        // they change with the records, so that neither size nor hash can be promised
        if (university.Open.ShowsPartners)
        {
            sets.Add(new($"{site}/open/partners#dataset", "partners", ("協定校", "Partner institutions"), ("有効な協定のある相手機関。名称、国・地域、都市、ROR ID、協定の数。", "Institutions with an agreement in force: name, country or region, city, ROR ID and number of agreements."),
                $"{site}/open/partners", [.. OpenTables.Of([], isSynthetic: false)])
            { IsLive = true });
        }

        return sets;
    }

    private static OpenSet OfCube(OpenCube cube, string site, IReadOnlyList<OpenFile> files)
    {
        var (document, page) = (cube.Document, $"{site}/open/indicators/{Uri.EscapeDataString(cube.Document.Indicator)}");
        return new(page + "#dataset", document.Indicator, document.Name.Text, document.Definition.Text, page, files)
        {
            Issued = document.PublishedOn,
            Modified = document.PublishedOn,
            Edition = document.Edition,
            Covers = cube.Periods is [var first, ..] ? (first.From, cube.Periods[^1].To) : null,
        };
    }

    private static Thing DataSet(University university, Thing publisher, OpenSet set, string site)
    {
        List<(string, Term)> said =
        [
            .. Both("dct:title", set.Title), .. Both("dct:description", set.Description), ("dct:identifier", new Literal(set.Identifier)), ("dct:publisher", publisher),
            ("dcat:theme", new Thing($"{Authority}data-theme/EDUC", "skos:Concept", [.. Both("skos:prefLabel", Theme)])),
            ("dct:accessRights", Of("access-right/PUBLIC", "dct:RightsStatement")), .. Spoken(Languages.All), .. Places(university),
            ("dcat:landingPage", Page(set.Page)), ("dcat:contactPoint", Contact(university, site)),
            .. set.Files.Select((file, i) => ("dcat:distribution", (Term)Distribution(university, site, set, file, i))),
        ];
        if (set.Issued is { } issued) said.Add(("dct:issued", Day(issued)));
        if (set.Modified is { } modified) said.Add(("dct:modified", Day(modified)));
        if (set.Edition is { } edition) said.Add(("dcat:version", new Literal($"{edition}")));
        if (set.IsLive) said.Add(("dct:accrualPeriodicity", Of("frequency/CONT", "dct:Frequency")));
        if (set.Covers is var (from, to)) said.Add(("dct:temporal", new Thing(null, "dct:PeriodOfTime", [("dcat:startDate", Day(from)), ("dcat:endDate", Day(to))])));
        return new(set.Address, "dcat:Dataset", said);
    }

    private static Thing Distribution(University university, string site, OpenSet set, OpenFile file, int number)
    {
        // said of everything there is, and asked for by the profile's shapes
        var address = new Thing(site + file.Address, "rdfs:Resource", []);
        List<(string, Term)> said =
        [
            ("dcat:accessURL", address), ("dcat:downloadURL", address), .. Both("dct:title", file.Name),
            ("dcat:mediaType", new Thing($"https://www.iana.org/assignments/media-types/{file.Media.Split(';')[0]}", "dct:MediaType", [])),
            ("dct:format", Of($"file-type/{FormatOf(file)}", "dct:MediaTypeOrExtent")), .. Spoken(file.Language is { } language ? [language] : Languages.All),
        ];
        if (!set.IsLive) said.AddRange([("dcat:byteSize", new Literal(file.Bytes.Length.ToString(CultureInfo.InvariantCulture), Type: "xsd:nonNegativeInteger")), ("spdx:checksum", Checksum(file))]);
        if (file.Standard is { } standard) said.Add(("dct:conformsTo", new Thing(standard, "dct:Standard", [])));
        if (Licence(university) is { } licence) said.Add(("dct:license", licence));
        return new($"{set.Address}-{number + 1}", "dcat:Distribution", said);
    }

    private static Thing Checksum(OpenFile file) => new(null, "spdx:Checksum",
    [
        ("spdx:algorithm", new Thing("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm", [])),
        ("spdx:checksumValue", new Literal(Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), Type: "xsd:hexBinary")),
    ]);

    // in the European list of kinds of files
    private static string FormatOf(OpenFile file) => Path.GetExtension(file.Path) switch { ".csv" => "CSV", ".xlsx" => "XLSX", ".zip" => "ZIP", _ => "JSON" };

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

    /// <summary>What one dataset of the catalogue is.</summary>
    /// <param name="Address">Its identifier among all data there are.</param>
    /// <param name="Identifier">Its identifier here.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Description">What it is.</param>
    /// <param name="Page">The page about it.</param>
    /// <param name="Files">Its files.</param>
    private sealed record OpenSet(string Address, string Identifier, Text Title, Text Description, string Page, IReadOnlyList<OpenFile> Files)
    {
        public DateOnly? Issued { get; init; }

        public DateOnly? Modified { get; init; }

        public int? Edition { get; init; }

        /// <summary>The first and the last day that it tells of.</summary>
        public (DateOnly From, DateOnly To)? Covers { get; init; }

        /// <summary>It is as the records are at each moment.</summary>
        public bool IsLive { get; init; }
    }
}

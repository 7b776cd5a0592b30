using System.Globalization;
using System.Security.Cryptography;
using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>The catalogue of what is published, in the European profile DCAT-AP 3.</summary>
internal static class OpenCatalogue
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    public static IReadOnlyList<Thing> Of(University university, string site, IReadOnlyList<OpenCube> cubes, IReadOnlyList<OpenFile> files)
    {
        var publisher = new Thing($"{site}/#university", "foaf:Agent", [.. Both("foaf:name", university.Name)]);
        var sets = cubes.Select(cube => (Cube: cube, Address: $"{site}/open/indicators/{Uri.EscapeDataString(cube.Document.Indicator)}#dataset")).ToList();
        List<Thing> things = [publisher];
        List<(string, Term)> catalogue =
        [
            .. Both("dct:title", ($"{university.Name.Ja} 国際交流データ", $"{university.Name.En}: international data")),
            .. Both("dct:description", ("公表している国際交流の指標。", "Published indicators on international exchange.")),
            ("dct:publisher", new Iri(publisher.Address!)), ("foaf:homepage", new Iri($"{site}/open")), .. Languages(), .. Places(university),
            .. sets.Select(one => ("dcat:dataset", (Term)new Iri(one.Address))),
        ];
        if (cubes.Count > 0) catalogue.AddRange([("dct:issued", Day(cubes.Min(one => one.Document.PublishedOn))), ("dct:modified", Day(cubes.Max(one => one.Document.PublishedOn)))]);
        if (Licence(university) is { } licence) catalogue.Add(("dct:license", licence));
        things.Add(new($"{site}/open/catalog.ttl#catalog", "dcat:Catalog", catalogue));
        foreach (var (cube, address) in sets)
        {
            var held = files.Where(file => file.Indicator == cube.Document.Indicator).Select((file, i) => Distribution(university, site, address, file, i)).ToList();
            things.Add(DataSet(university, publisher, cube, address, site, held));
            things.AddRange(held);
        }

        return things;
    }

    private static Thing DataSet(University university, Thing publisher, OpenCube cube, string address, string site, IEnumerable<Thing> held)
    {
        var document = cube.Document;
        List<(string, Term)> said =
        [
            .. Both("dct:title", document.Name.Text), .. Both("dct:description", document.Definition.Text), ("dct:identifier", new Literal(document.Indicator)),
            ("dct:publisher", new Iri(publisher.Address!)), ("dct:issued", Day(document.PublishedOn)), ("dct:modified", Day(document.PublishedOn)), ("dcat:version", new Literal($"{document.Edition}")),
            ("dcat:theme", new Iri($"{Authority}data-theme/EDUC")), ("dct:accessRights", new Iri($"{Authority}access-right/PUBLIC")), .. Languages(), .. Places(university),
            ("dcat:landingPage", new Iri($"{site}/open/indicators/{Uri.EscapeDataString(document.Indicator)}")), ("dcat:contactPoint", Contact(university, site)),
            .. held.Select(one => ("dcat:distribution", (Term)new Iri(one.Address!))),
        ];
        if (cube.Periods is [var first, ..])
            said.Add(("dct:temporal", new Thing(null, "dct:PeriodOfTime", [("dcat:startDate", Day(first.From)), ("dcat:endDate", Day(cube.Periods[^1].To))])));
        return new(address, "dcat:Dataset", said);
    }

    private static Thing Distribution(University university, string site, string set, OpenFile file, int number)
    {
        var address = new Iri($"{site}/open/{file.Path}");
        List<(string, Term)> said =
        [
            ("dcat:accessURL", address), ("dcat:downloadURL", address), .. Both("dct:title", file.Name), ("dcat:mediaType", new Iri($"https://www.iana.org/assignments/media-types/{file.Media.Split(';')[0]}")),
            ("dct:format", new Iri($"{Authority}file-type/{(file.Path.EndsWith(".csv", StringComparison.Ordinal) ? "CSV" : "JSON")}")), ("dcat:byteSize", new Literal(file.Bytes.Length.ToString(CultureInfo.InvariantCulture), Type: "xsd:nonNegativeInteger")),
            ("spdx:checksum", new Thing(null, "spdx:Checksum", [("spdx:algorithm", new Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")), ("spdx:checksumValue", new Literal(Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), Type: "xsd:hexBinary"))])),
        ];
        if (file.Standard is { } standard) said.Add(("dct:conformsTo", new Thing(standard, "dct:Standard", [])));
        if (Licence(university) is { } licence) said.Add(("dct:license", licence));
        return new($"{set}-{number + 1}", "dcat:Distribution", said);
    }

    private static Thing Contact(University university, string site) =>
        new(null, "vcard:Organization", [.. Both("vcard:fn", university.Open.Contact ?? university.Name), ("vcard:hasURL", new Iri($"{site}/open"))]);

    private static Iri? Licence(University university) => university.Open.LicenceAddress is { } address ? new(address) : null;

    private static IEnumerable<(string, Term)> Languages() => [("dct:language", new Iri($"{Authority}language/JPN")), ("dct:language", new Iri($"{Authority}language/ENG"))];

    // the authority's countries have three letters; a region of the runtime knows them
    private static IEnumerable<(string, Term)> Places(University university) => [("dct:spatial", new Iri($"{Authority}country/{new RegionInfo(university.HomeCountry).ThreeLetterISORegionName}"))];

    private static IEnumerable<(string, Term)> Both(string property, Text text) => [(property, new Literal(text.Ja, "ja")), (property, new Literal(text.En, "en"))];

    private static Literal Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Type: "xsd:date");
}

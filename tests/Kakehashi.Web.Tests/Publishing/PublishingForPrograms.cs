using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Web.Tests.Publishing;

[Collection(nameof(APublicUniversity))]
public sealed class PublishingForPrograms(APublicUniversity university)
{
    public static TheoryData<string> Codes { get; } = [.. APublicUniversity.Choices.Select(choice => choice.Indicator)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Gives_the_same_cells_in_SDMX_CSV_and_JSON_as_in_the_document(string code)
    {
        var document = await university.Document(code);
        var hasParts = document.Observations.Any(one => one.Denominator is not null);
        var expected = document.Observations.Select(one => string.Join(' ', (string[])
            [.. document.Dimensions.Select(dimension => one.Keys.GetValueOrDefault(dimension.Code, "_T")), $"{one.Period[2..]}-A1", .. Numbers(one, hasParts), Status(one)])).Order(StringComparer.Ordinal).ToList();

        var rows = Rows(await university.Anybody.GetStringAsync($"/en/open/indicators/{code}.sdmx.csv", Cancel));
        string[] columns = [.. document.Dimensions.Select(dimension => dimension.Code.ToUpperInvariant()), "TIME_PERIOD", "OBS_VALUE", .. hasParts ? new[] { "NUMERATOR", "DENOMINATOR" } : [], "OBS_STATUS", "CONF_STATUS"];
        Assert.Equal(["STRUCTURE", "STRUCTURE_ID", "ACTION", .. columns, "UNIT_MEASURE", "DECIMALS", "REPORTING_YEAR_START_DAY"], rows[0]);
        Assert.All(rows.Skip(1), row => Assert.Equal(["dataflow", $"KAKEHASHI:{code}(1.0.0)", "I", document.Unit, "--04-01"], (string[])[row[0], row[1], row[2], row[^3], row[^1]]));
        Assert.Equal(expected, rows.Skip(1).Select(row => string.Join(' ', row[3..(columns.Length + 1)]) + $" {row[columns.Length + 1]}{row[columns.Length + 2]}").Order(StringComparer.Ordinal));

        var message = JsonNode.Parse(await university.Anybody.GetStringAsync($"/en/open/indicators/{code}.sdmx.json", Cancel))!;
        var structure = message["data"]!["structures"]![0]!;
        var (dimensions, attributes) = (structure["dimensions"]!["observation"]!.AsArray(), structure["attributes"]!["observation"]!.AsArray());
        var measures = structure["measures"]!["observation"]!.AsArray().Count;
        var read = message["data"]!["dataSets"]![0]!["observations"]!.AsObject().Select(cell =>
        {
            var key = cell.Key.Split(':').Select((place, i) => Id(dimensions[i]!, int.Parse(place, CultureInfo.InvariantCulture)));
            var numbers = Enumerable.Range(0, measures).Select(i => cell.Value![i]?.ToJsonString() ?? "");
            return $"{string.Join(' ', key.Concat(numbers))} {Id(attributes[0]!, cell.Value![measures]!.GetValue<int>())}{Id(attributes[1]!, cell.Value[measures + 1]!.GetValue<int>())}";
        });
        Assert.Equal(expected, read.Order(StringComparer.Ordinal));
        string Id(JsonNode component, int place) => component["values"]![place]!["id"]!.GetValue<string>();
    }

    [Fact]
    public async Task Has_cells_of_every_kind_to_be_given()
    {
        var all = new List<PublicObservation>();
        foreach (var choice in APublicUniversity.Choices) all.AddRange((await university.Document(choice.Indicator)).Observations);
        Assert.Superset(new HashSet<string> { "rounded", "suppressed", "undefined", "value" }, all.Select(one => one.Flag).ToHashSet());
        Assert.Contains(all, one => one.Keys.Count == 2);
        Assert.Contains(all, one => one is { Value: { } value, Denominator: not null } && value != decimal.Truncate(value));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Describes_every_column_of_the_data_in_the_structure(string code)
    {
        var data = JsonNode.Parse(await university.Anybody.GetStringAsync($"/en/open/indicators/{code}.structure.json", Cancel))!["data"]!;
        var parts = data["dataStructures"]![0]!["dataStructureComponents"]!;
        string[] ids = [.. parts["dimensionList"]!["dimensions"]!.AsArray().Select(Id), Id(parts["dimensionList"]!["timeDimension"]), .. parts["measureList"]!["measures"]!.AsArray().Select(Id), .. parts["attributeList"]!["attributes"]!.AsArray().Select(Id)];
        var rows = Rows(await university.Anybody.GetStringAsync($"/en/open/indicators/{code}.sdmx.csv", Cancel));
        Assert.Equal(rows[0][3..], ids);
        Assert.Equal(rows[0][3..].Order(), data["conceptSchemes"]![0]!["concepts"]!.AsArray().Select(Id).Order());
        // every code of the data stands in the list of its column
        foreach (var component in parts["dimensionList"]!["dimensions"]!.AsArray().Concat(parts["attributeList"]!["attributes"]!.AsArray()))
        {
            if (component!["localRepresentation"]!["enumeration"]?.GetValue<string>() is not { } urn) continue;
            var list = data["codelists"]!.AsArray().Single(one => urn.EndsWith($"={one!["agencyID"]}:{one["id"]}({one["version"]})", StringComparison.Ordinal))!;
            Assert.Superset(rows.Skip(1).Select(row => row[Array.IndexOf(rows[0], Id(component))]).ToHashSet(), list["codes"]!.AsArray().Select(Id).ToHashSet());
        }
    }

    [Fact]
    public async Task Names_the_values_of_dimensions_in_both_languages()
    {
        var data = JsonNode.Parse(await university.Anybody.GetStringAsync("/en/open/indicators/FL-01.structure.json", Cancel))!["data"]!;
        Assert.Contains(data["codelists"]!.AsArray(), list => Id(list) == "CL_FL-01_COUNTRY" && list!["codes"]!.AsArray().Any(code => Id(code) == "FR" && code!["names"]!["ja"]!.GetValue<string>() == "フランス"));
    }

    [Fact]
    public async Task Packs_the_tables_that_the_description_names_with_their_hashes_and_types()
    {
        using var zip = new ZipArchive(new MemoryStream(await university.Anybody.GetByteArrayAsync("/en/open/datapackage.zip", Cancel)));
        var package = JsonNode.Parse(Bytes("datapackage.json"))!;
        Assert.Equal(await university.Anybody.GetByteArrayAsync("/ja/open/datapackage.json", Cancel), Bytes("datapackage.json"));
        var tables = package["resources"]!.AsArray().ToDictionary(one => one!["name"]!.GetValue<string>(), one => (Resource: one!, Rows: Rows(Encoding.UTF8.GetString(Bytes(one!["path"]!.GetValue<string>())))));
        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Where(name => name != "datapackage.json").Order(), tables.Values.Select(one => one.Resource["path"]!.GetValue<string>()).Order());
        foreach (var (resource, rows) in tables.Values)
        {
            var bytes = Bytes(resource["path"]!.GetValue<string>());
            Assert.Equal((resource["bytes"]!.GetValue<int>(), resource["hash"]!.GetValue<string>()), (bytes.Length, $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}"));
            Assert.Equal(bytes, await university.Anybody.GetByteArrayAsync($"/en/open/{resource["path"]!.GetValue<string>()}", Cancel));
            var schema = resource["schema"]!;
            Assert.Equal(rows[0], schema["fields"]!.AsArray().Select(field => field!["name"]!.GetValue<string>()));
            Assert.All(rows.Skip(1), row => Assert.Equal(rows[0].Length, row.Length));
            foreach (var field in schema["fields"]!.AsArray()) AssertTyped(field!, rows.Skip(1).Select(row => row[Array.IndexOf(rows[0], field!["name"]!.GetValue<string>())]).ToList());
            var key = schema["primaryKey"]!.AsArray().Select(name => Array.IndexOf(rows[0], name!.GetValue<string>())).ToList();
            Assert.Equal(rows.Count - 1, rows.Skip(1).Select(row => string.Join('|', key.Select(i => row[i]))).Distinct().Count());
            foreach (var foreign in schema["foreignKeys"]?.AsArray() ?? [])
            {
                var other = foreign!["reference"]!["resource"]?.GetValue<string>() is { } named ? tables[named].Rows : rows;
                var column = Array.IndexOf(rows[0], foreign["fields"]![0]!.GetValue<string>());
                Assert.Superset(rows.Skip(1).Select(row => row[column]).Where(value => value.Length > 0).ToHashSet(), other.Skip(1).Select(row => row[0]).ToHashSet());
            }
        }

        foreach (var choice in APublicUniversity.Choices)
            Assert.Equal((await university.Document(choice.Indicator)).Observations.Count, tables[choice.Indicator.ToLowerInvariant()].Rows.Count - 1);
        byte[] Bytes(string name)
        {
            using var entry = zip.GetEntry(name)!.Open();
            using var whole = new MemoryStream();
            entry.CopyTo(whole);
            return whole.ToArray();
        }
    }

    [Fact]
    public async Task Lists_every_file_of_a_publication_in_the_catalogue_with_its_size_and_hash()
    {
        var things = JsonNode.Parse(await university.Anybody.GetStringAsync("/open/catalog.jsonld", Cancel))!["@graph"]!.AsArray().Where(thing => thing!["@id"] is not null).ToDictionary(thing => thing!["@id"]!.GetValue<string>(), thing => thing!);
        var sets = things.Values.Where(thing => thing["@type"]!.GetValue<string>() == "dcat:Dataset").ToList();
        Assert.Equal(APublicUniversity.Choices.Select(choice => choice.Indicator).Append("all-tables").Append("partners").Order(StringComparer.Ordinal), sets.Select(set => set["dct:identifier"]![0]!.GetValue<string>()).Order(StringComparer.Ordinal));
        foreach (var set in sets)
        {
            var held = set["dcat:distribution"]!.AsArray().Select(one => things[one!["@id"]!.GetValue<string>()]).ToList();
            var identifier = set["dct:identifier"]![0]!.GetValue<string>();
            string[] wanted = identifier switch { "all-tables" => ["json", "zip"], "partners" => ["csv", "csv", "xlsx", "xlsx"], _ => ["csv", "csv", "csv", "json", "json", "json", "xlsx", "xlsx"] };
            Assert.Equal(wanted, held.Select(one => Path.GetExtension(Address(one))[1..]).Order());
            foreach (var one in held)
            {
                var bytes = await university.Anybody.GetByteArrayAsync(Address(one), Cancel);
                // partners are as the records are now: nothing is promised of them
                if (identifier == "partners")
                {
                    Assert.Null(one["dcat:byteSize"]);
                    continue;
                }

                Assert.Equal(bytes.Length.ToString(CultureInfo.InvariantCulture), one["dcat:byteSize"]![0]!["@value"]!.GetValue<string>());
                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), one["spdx:checksum"]![0]!["spdx:checksumValue"]![0]!["@value"]!.GetValue<string>());
            }
        }

        static string Address(JsonNode distribution) => distribution["dcat:downloadURL"]![0]!["@id"]!.GetValue<string>();
    }

    [Theory]
    [InlineData("indicators/FL-01.sdmx.csv", "application/vnd.sdmx.data+csv; version=2.1.0")]
    [InlineData("indicators/FL-01.sdmx.json", "application/vnd.sdmx.data+json; version=2.1.0")]
    [InlineData("indicators/FL-01.structure.json", "application/vnd.sdmx.structure+json; version=2.1.0")]
    [InlineData("datapackage.json", "application/json")]
    [InlineData("datapackage.zip", "application/zip")]
    [InlineData("package/fl-01.csv", "text/csv")]
    [InlineData("catalog.ttl", "text/turtle")]
    [InlineData("catalog.jsonld", "application/ld+json")]
    public async Task May_be_kept_by_caches_and_asked_for_by_its_head(string path, string media)
    {
        using var answer = await university.Anybody.GetAsync($"/en/open/{path}", Cancel);
        Assert.Equal((HttpStatusCode.OK, media), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.True(answer.Headers.CacheControl!.Public);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/ja/open/{path}");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await university.Anybody.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/en/open/{path}");
        using var empty = await university.Anybody.SendAsync(head, Cancel);
        Assert.Equal((HttpStatusCode.OK, answer.Content.Headers.ContentLength), (empty.StatusCode, empty.Content.Headers.ContentLength));
        Assert.Empty(await empty.Content.ReadAsByteArrayAsync(Cancel));
    }

    private static void AssertTyped(JsonNode field, List<string> values)
    {
        var missing = field["missingValues"]?.AsArray().Select(one => one!.GetValue<string>()).ToHashSet() ?? [""];
        Assert.All(values.Where(value => !missing.Contains(value)), value => Assert.True(field["type"]!.GetValue<string>() switch
        {
            "number" => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
            "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", out _),
            _ => field["constraints"]?["enum"]?.AsArray().Any(one => one!.GetValue<string>() == value) ?? true,
        }, $"{value} is no {field["type"]} of {field["name"]}"));
        if (field["constraints"]?["required"] is not null) Assert.DoesNotContain("", values);
    }

    private static IEnumerable<string> Numbers(PublicObservation one, bool hasParts) =>
        (hasParts ? [one.Value, one.Numerator, one.Denominator] : new[] { one.Value }).Select(number => number?.ToString(CultureInfo.InvariantCulture) ?? "");

    // no text of these files needs quotes
    private static List<string[]> Rows(string csv)
    {
        Assert.DoesNotContain("\"", csv);
        return [.. csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
    }

    private static string Id(JsonNode? one) => one!["id"]!.GetValue<string>();

    private static string Status(PublicObservation one) => one.Flag switch { PublicDocument.Suppressed => "QC", "undefined" => "MF", "missing" => "OF", _ => "AF" };
}

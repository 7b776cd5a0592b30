using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>One public file.</summary>
/// <param name="Path">Below <c>/open/</c>.</param>
/// <param name="Media">Its media type.</param>
/// <param name="Name">What it is, in words.</param>
/// <param name="Bytes">What is in it.</param>
/// <param name="Indicator">Whose it is; null where it is about all.</param>
/// <param name="Standard">The address of what it conforms to.</param>
public sealed record OpenFile(string Path, string Media, Text Name, byte[] Bytes, string? Indicator = null, string? Standard = null)
{
    /// <summary>The language that it is in; null where it is the same in all.</summary>
    public Language? Language { get; init; }

    /// <summary>Where it is, below the site: /open/catalog.ttl, /en/open/indicators/FL-01/data.csv.</summary>
    public string Address => (Language is { } language ? $"/{language.Code()}" : "") + $"/open/{Path}";
}

/// <summary>What is published in the formats of statistics and of data portals, made from the documents alone.</summary>
public sealed class OpenStandards(Workspace workspace, PublicShelf shelf)
{
    private const string Sdmx31 = "https://sdmx.org/standards-2/";

    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    private (string Key, IReadOnlyList<OpenFile> Files)? made;

    /// <summary>All files; the catalogue names the addresses of the site.</summary>
    /// <param name="site">https://international.example.ac.jp, without a slash at its end.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<OpenFile>> AllAsync(string site, CancellationToken cancel)
    {
        var all = await shelf.AllAsync(cancel);
        var key = string.Join('\n', all.Select(one => one.Publication.Sha256).Append(site).Append(workspace.University.ToString()));
        if (made is { } known && known.Key == key) return known.Files;
        var files = Write(workspace.University, site, all);
        made = (key, files);
        return files;
    }

    private static List<OpenFile> Write(University university, string site, IReadOnlyList<OnShelf> all)
    {
        List<OpenCube> cubes = [.. all.Select(one => new OpenCube(one.Document, university.Years))];
        List<OpenFile> files = [.. all.SelectMany(OpenTables.Of), .. cubes.SelectMany(cube => OfIndicator(new(cube, university.Open.Agency), university, site))];
        var tables = cubes.SelectMany(DataPackage.Tables).ToList();
        if (tables.Count > 0)
        {
            var package = Json(DataPackage.Describe(university, cubes, tables.Select(one => one.Resource)));
            var zip = DataPackage.Zip([("datapackage.json", package), .. tables.Select(one => (one.Path, one.Bytes))], cubes.Max(cube => cube.Document.PublishedOn));
            files.Add(new("datapackage.json", "application/json", ("データパッケージの説明", "Description of the data package"), package, Standard: DataPackage.Profile));
            files.Add(new("datapackage.zip", "application/zip", ("データパッケージ(全表)", "Data package, all tables"), zip, Standard: DataPackage.Profile));
            files.AddRange(tables.Select(one => new OpenFile(one.Path, "text/csv", ("データパッケージの表", "Table of the data package"), one.Bytes)));
        }

        var catalogue = OpenCatalogue.Of(university, site, cubes, files);
        files.Add(new("catalog.jsonld", "application/ld+json", ("データカタログ(JSON-LD)", "Catalogue (JSON-LD)"), Json(Graph.JsonLd(catalogue))));
        files.Add(new("catalog.ttl", "text/turtle", ("データカタログ(Turtle)", "Catalogue (Turtle)"), Encoding.UTF8.GetBytes(Graph.Turtle(catalogue))));
        return files;
    }

    private static IEnumerable<OpenFile> OfIndicator(Sdmx sdmx, University university, string site)
    {
        var code = sdmx.Cube.Document.Indicator;
        var path = $"indicators/{code}";
        yield return new($"{path}.sdmx.csv", SdmxCsv.Media, ("SDMX-CSV", "SDMX-CSV"), SdmxCsv.Write(sdmx), code, Sdmx31);
        yield return new($"{path}.sdmx.json", SdmxData.Media, ("SDMX-JSON(データ)", "SDMX-JSON, data"), Json(SdmxData.Write(sdmx, university, site)), code, Sdmx31);
        yield return new($"{path}.structure.json", SdmxStructure.Media, ("SDMX-JSON(構造)", "SDMX-JSON, structure"), Json(SdmxStructure.Write(sdmx, university)), code, Sdmx31);
    }

    private static byte[] Json(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Form);
}

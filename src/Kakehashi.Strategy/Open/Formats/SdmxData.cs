using System.Globalization;
using System.Text.Json.Nodes;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>SDMX-JSON 2.1, data message: all cells flat, each dimension and attribute by the place of its value.</summary>
internal static class SdmxData
{
    public const string Media = "application/vnd.sdmx.data+json; version=2.1.0";
    private const string Schema = "https://json.sdmx.org/2.1/sdmx-json-data-schema.json";

    public static JsonObject Write(Sdmx sdmx, University university, string site) => new()
    {
        ["$schema"] = Schema,
        ["meta"] = sdmx.Meta(Schema, "DATA", university),
        ["data"] = new JsonObject { ["structures"] = new JsonArray(Structure(sdmx, site)), ["dataSets"] = new JsonArray(DataSet(sdmx, site)) },
    };

    private static JsonArray Links(Sdmx sdmx, string site)
    {
        return new(Link("dataflow", sdmx.FlowUrn), Link("datastructure", sdmx.StructureUrn));

        JsonObject Link(string to, string urn)
        {
            var link = new JsonObject { ["rel"] = to, ["urn"] = urn };
            // only whole addresses are allowed
            if (site.Length > 0) link["href"] = $"{site}/open/indicators/{Uri.EscapeDataString(sdmx.Cube.Document.Indicator)}.structure.json";
            return link;
        }
    }

    private static JsonObject Structure(Sdmx sdmx, string site)
    {
        var structure = Sdmx.Described(Sdmx.Named([], sdmx.Cube.Document.Name), sdmx.Cube.Document.Definition);
        structure["dataSets"] = new JsonArray(0);
        structure["links"] = Links(sdmx, site);
        structure["dimensions"] = new JsonObject { ["observation"] = new JsonArray([.. sdmx.Dimensions.Select(Dimension), Times(sdmx)]) };
        structure["measures"] = new JsonObject { ["observation"] = new JsonArray([.. sdmx.Measures.Select(one => Sdmx.Named(new() { ["id"] = one.Id }, one.Name))]) };
        structure["attributes"] = new JsonObject
        {
            ["dataSet"] = new JsonArray([.. sdmx.OfAll.Select(one => Attribute(one.Concept, "dataflow", one.Value))]),
            ["observation"] = new JsonArray([.. Sdmx.OfCells.Select(one => Attribute(one, "observation", null))]),
        };
        return structure;
    }

    private static JsonObject Dimension(SdmxConcept concept, int position)
    {
        var dimension = Sdmx.Named(new() { ["id"] = concept.Id }, concept.Name);
        dimension["keyPosition"] = position;
        dimension["values"] = new JsonArray([.. concept.Values!.Select(Code)]);
        return dimension;
    }

    private static JsonObject Times(Sdmx sdmx)
    {
        var time = Sdmx.Named(new() { ["id"] = Sdmx.Time.Id }, Sdmx.Time.Name);
        time["keyPosition"] = sdmx.Dimensions.Count;
        time["roles"] = new JsonArray(Sdmx.Time.Id);
        time["values"] = new JsonArray([.. sdmx.Cube.Periods.Select(period =>
        {
            var value = Sdmx.Named(new() { ["id"] = period.Id }, period.Value.Name);
            value["start"] = string.Create(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-dd}T00:00:00Z");
            value["end"] = string.Create(CultureInfo.InvariantCulture, $"{period.To:yyyy-MM-dd}T23:59:59Z");
            return value;
        })]);
        return time;
    }

    private static JsonObject Attribute(SdmxConcept concept, string attached, JsonNode? value)
    {
        var attribute = Sdmx.Named(new() { ["id"] = concept.Id }, concept.Name);
        attribute["relationship"] = new JsonObject { [attached] = new JsonObject() };
        attribute["values"] = new JsonArray(concept.Values is { } codes ? [.. codes.Select(Code)] : [new JsonObject { ["value"] = value?.DeepClone() }]);
        return attribute;
    }

    private static JsonObject Code(CubeCode code)
    {
        var value = Sdmx.Named(new() { ["id"] = code.Id }, code.Value.Name);
        if (code.Parent is { } parent) value["parent"] = parent;
        return value;
    }

    private static JsonObject DataSet(Sdmx sdmx, string site)
    {
        var cells = new JsonObject();
        var places = sdmx.Dimensions.Select(one => one.Values!.Select((code, i) => (code.Id, i)).ToDictionary(at => at.Id, at => at.i)).ToList();
        foreach (var cell in sdmx.Cube.Document.Observations)
        {
            var key = sdmx.Cube.KeyOf(cell).Select((code, i) => places[i][code.Id]).Append(sdmx.Cube.Periods.ToList().IndexOf(sdmx.Cube.PeriodOf(cell)));
            var status = OpenCube.StatusOf(cell);
            cells[string.Join(':', key)] = new JsonArray([.. sdmx.NumbersOf(cell).Select(number => (JsonNode?)number), Place(0, status.Observation), Place(1, status.Confidentiality)]);
        }

        return new() { ["structure"] = 0, ["action"] = "Information", ["links"] = Links(sdmx, site), ["attributes"] = new JsonArray([.. sdmx.OfAll.Select(_ => (JsonNode)0)]), ["observations"] = cells };
    }

    private static JsonNode Place(int attribute, string code) => Sdmx.OfCells[attribute].Values!.ToList().FindIndex(one => one.Id == code);
}

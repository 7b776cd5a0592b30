using System.Text.Json.Nodes;
using Kakehashi.Platform;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>SDMX-JSON 2.1, structure message: with it the data can be read without knowing this program.</summary>
internal static class SdmxStructure
{
    public const string Media = "application/vnd.sdmx.structure+json; version=2.1.0";
    private const string Schema = "https://json.sdmx.org/2.1/sdmx-json-structure-schema.json";

    public static JsonObject Write(Sdmx sdmx, University university) => new()
    {
        ["$schema"] = Schema,
        ["meta"] = sdmx.Meta(Schema, "STRUCTURE", university),
        ["data"] = new JsonObject
        {
            ["codelists"] = new JsonArray([.. Coded(sdmx).Select(concept => CodeList(sdmx, concept))]),
            ["conceptSchemes"] = new JsonArray(Concepts(sdmx)),
            ["dataStructures"] = new JsonArray(DataStructure(sdmx)),
            ["dataflows"] = new JsonArray(Flow(sdmx)),
        },
    };

    private static IEnumerable<SdmxConcept> Coded(Sdmx sdmx) => All(sdmx).Where(concept => concept.Values is not null);

    private static IEnumerable<SdmxConcept> All(Sdmx sdmx) =>
        sdmx.Dimensions.Append(Sdmx.Time).Concat(sdmx.Measures).Concat(Sdmx.OfCells).Concat(sdmx.OfAll.Select(one => one.Concept));

    private static JsonObject Maintained(string agency, string id, string version, PublicText name) =>
        Sdmx.Named(new() { ["id"] = id, ["agencyID"] = agency, ["version"] = version }, name);

    private static JsonObject CodeList(Sdmx sdmx, SdmxConcept concept)
    {
        var (agency, id, version) = sdmx.ListOf(concept);
        var list = Maintained(agency, id, version, concept.Name);
        if (Standard(concept.Id) is { } standard) Sdmx.Described(list, standard);
        // only the codes that are used
        list["isPartial"] = agency == "SDMX";
        list["codes"] = new JsonArray([.. concept.Values!.Select(code =>
        {
            var item = Sdmx.Named(new() { ["id"] = code.Id }, code.Value.Name);
            if (code.Parent is { } parent) item["parent"] = parent;
            return item;
        })]);
        return list;
    }

    private static PublicText? Standard(string dimension) => dimension switch
    {
        "COUNTRY" or "NATIONALITY" => new("ISO 3166-1の2文字の国コード。", "Countries by ISO 3166-1 alpha-2."),
        "REGION" => new("国連統計部M49の地域区分による。", "Regions as in UN M49."),
        "UNIT" => new("大学の組織のコード。", "Codes of the university's own units."),
        _ => null,
    };

    private static JsonObject Concepts(Sdmx sdmx)
    {
        var scheme = Maintained(sdmx.Agency, $"CS_{sdmx.Flow}", sdmx.Version, new("概念", "Concepts"));
        scheme["concepts"] = new JsonArray([.. All(sdmx).Select(concept => Sdmx.Named(new() { ["id"] = concept.Id }, concept.Name))]);
        return scheme;
    }

    private static JsonObject DataStructure(Sdmx sdmx)
    {
        var structure = Maintained(sdmx.Agency, $"DSD_{sdmx.Flow}", sdmx.Version, sdmx.Cube.Document.Name);
        var time = Component(sdmx, Sdmx.Time, "ObservationalTimePeriod");
        structure["dataStructureComponents"] = new JsonObject
        {
            ["dimensionList"] = new JsonObject
            {
                ["id"] = "DimensionDescriptor",
                ["dimensions"] = new JsonArray([.. sdmx.Dimensions.Select((concept, i) =>
                {
                    var dimension = Component(sdmx, concept, "String");
                    dimension["position"] = i;
                    return dimension;
                })]),
                ["timeDimension"] = time,
            },
            ["measureList"] = new JsonObject { ["id"] = "MeasureDescriptor", ["measures"] = new JsonArray([.. sdmx.Measures.Select(concept => Used(Component(sdmx, concept, "Decimal"), "optional"))]) },
            ["attributeList"] = new JsonObject
            {
                ["id"] = "AttributeDescriptor",
                ["attributes"] = new JsonArray(
                [
                    .. Sdmx.OfCells.Select(concept => Attached(Component(sdmx, concept, "String"), "observation")),
                    .. sdmx.OfAll.Select(one => Attached(OfAll(sdmx, one.Concept), "dataflow")),
                ]),
            },
        };
        return structure;
    }

    private static JsonObject Component(Sdmx sdmx, SdmxConcept concept, string type) => new()
    {
        ["id"] = concept.Id,
        ["conceptIdentity"] = sdmx.ConceptUrn(concept),
        ["localRepresentation"] = concept.Values is null ? new JsonObject { ["format"] = new JsonObject { ["dataType"] = type } } : new JsonObject { ["enumeration"] = sdmx.ListUrn(concept) },
    };

    private static JsonObject OfAll(Sdmx sdmx, SdmxConcept concept)
    {
        var attribute = Component(sdmx, concept, TypeOf(concept.Id));
        // the day on which years start is told once
        if (concept.Id == Sdmx.YearStart) attribute["localRepresentation"]!["maxOccurs"] = 1;
        return attribute;
    }

    private static string TypeOf(string attribute) => attribute switch
    {
        "DECIMALS" => "Integer",
        Sdmx.YearStart => "MonthDay",
        _ => "String",
    };

    private static JsonObject Used(JsonObject component, string usage)
    {
        component["usage"] = usage;
        return component;
    }

    private static JsonObject Attached(JsonObject attribute, string to)
    {
        attribute["attributeRelationship"] = new JsonObject { [to] = new JsonObject() };
        return Used(attribute, "mandatory");
    }

    private static JsonObject Flow(Sdmx sdmx)
    {
        var flow = Sdmx.Described(Maintained(sdmx.Agency, sdmx.Flow, sdmx.Version, sdmx.Cube.Document.Name), sdmx.Cube.Document.Definition);
        flow["structure"] = sdmx.StructureUrn;
        return flow;
    }
}

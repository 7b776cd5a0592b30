using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>One column of a data structure, with the concept that it stands for.</summary>
/// <param name="Id">OBS_VALUE.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Values">The codes that it takes; null for numbers and texts.</param>
internal sealed record SdmxConcept(string Id, PublicText Name, IReadOnlyList<CubeCode>? Values = null);

/// <summary>How a cube is named and described in SDMX 3.1: the same in CSV, JSON and the structure message.</summary>
internal sealed class Sdmx(OpenCube cube, string agency)
{
    /// <summary>The attribute that says when a year begins.</summary>
    public const string YearStart = "REPORTING_YEAR_START_DAY";

    private const string Package = "urn:sdmx:org.sdmx.infomodel.";

    public OpenCube Cube => cube;

    public string Agency => agency;

    public string Flow => OpenCube.Identifier(cube.Document.Indicator);

    /// <summary>Each edition may have other codes.</summary>
    public string Version => $"{cube.Document.Edition}.0.0";

    /// <summary>KAKEHASHI:FL-01(1.0.0).</summary>
    public string Reference => $"{agency}:{Flow}({Version})";

    public string FlowUrn => $"{Package}datastructure.Dataflow={Reference}";

    public string StructureUrn => $"{Package}datastructure.DataStructure={agency}:DSD_{Flow}({Version})";

    public static SdmxConcept Time { get; } = new("TIME_PERIOD", new("期間", "Time period"));

    public IReadOnlyList<SdmxConcept> Dimensions { get; } =
        [.. cube.Dimensions.Select(one => new SdmxConcept(one.Id, one.Of.Name, one.Codes))];

    public IReadOnlyList<SdmxConcept> Measures { get; } =
    [
        new("OBS_VALUE", new("値", "Observation value")),
        .. cube.HasParts ? new SdmxConcept[] { new("NUMERATOR", new("分子", "Numerator")), new("DENOMINATOR", new("分母", "Denominator")) } : [],
    ];

    public static IReadOnlyList<SdmxConcept> OfCells { get; } =
    [
        new("OBS_STATUS", new("値の状態", "Observation status"),
            [Code("A", ("通常の値", "Normal value")), Code("M", ("値なし(存在し得ない)", "Missing value; data cannot exist")), Code("O", ("値なし", "Missing value")), Code("Q", ("値なし(秘匿)", "Missing value; suppressed"))]),
        new("CONF_STATUS", new("秘匿の状態", "Confidentiality status"),
            [Code("C", ("秘匿(統計上の秘密)", "Confidential statistical information")), Code("F", ("公表可", "Free (free for publication)"))]),
    ];

    /// <summary>What is the same for all cells, with the value that it has.</summary>
    public IReadOnlyList<(SdmxConcept Concept, JsonNode Value)> OfAll
    {
        get
        {
            var document = cube.Document;
            List<(SdmxConcept, JsonNode)> all =
            [
                (new("UNIT_MEASURE", new("単位", "Unit of measure"), [Code(OpenCube.Identifier(document.Unit), Analytics.Indicators.IndicatorUnits.All.GetValueOrDefault(document.Unit, Text.Same(document.Unit)))]), OpenCube.Identifier(document.Unit)),
                (new("DECIMALS", new("小数点以下の桁数", "Decimals")), document.Decimals),
                (new(YearStart, new("年度の開始日", "Reporting year start day")), cube.YearStart),
            ];
            if (document.IsSynthetic) all.Add((new("COMMENT_DSET", new("データセットの注記", "Comment on the data set")), $"{SyntheticData.Notice.En} {SyntheticData.Notice.Ja}"));
            return all;
        }
    }

    public IEnumerable<decimal?> NumbersOf(PublicObservation one) => cube.HasParts ? [one.Value, one.Numerator, one.Denominator] : [one.Value];

    public string ConceptUrn(SdmxConcept concept) => $"{Package}conceptscheme.Concept={agency}:CS_{Flow}({Version}).{concept.Id}";

    /// <summary>The lists of the SDMX working group are its own; the others belong to the publication.</summary>
    public (string Agency, string Id, string Version) ListOf(SdmxConcept concept) => concept.Id switch
    {
        "OBS_STATUS" => ("SDMX", "CL_OBS_STATUS", "2.2"),
        "CONF_STATUS" => ("SDMX", "CL_CONF_STATUS", "1.3"),
        _ => (agency, $"CL_{Flow}_{concept.Id}", Version),
    };

    public string ListUrn(SdmxConcept concept)
    {
        var (owner, id, version) = ListOf(concept);
        return $"{Package}codelist.Codelist={owner}:{id}({version})";
    }

    public JsonObject Meta(string schema, string kind, University university) => new()
    {
        ["schema"] = schema,
        ["id"] = $"{kind}_{Flow}_{cube.Document.Edition}",
        ["test"] = cube.Document.IsSynthetic,
        ["prepared"] = $"{cube.Document.PublishedOn:yyyy-MM-dd}T00:00:00Z",
        ["contentLanguages"] = new JsonArray("en", "ja"),
        ["sender"] = Named(new() { ["id"] = OpenCube.Identifier(agency) }, university.Name),
    };

    /// <summary>With its name in both languages; the name alone is in English.</summary>
    public static JsonObject Named(JsonObject one, PublicText name)
    {
        one["name"] = name.En;
        one["names"] = new JsonObject { ["en"] = name.En, ["ja"] = name.Ja };
        return one;
    }

    public static JsonObject Described(JsonObject one, PublicText text)
    {
        one["description"] = text.En;
        one["descriptions"] = new JsonObject { ["en"] = text.En, ["ja"] = text.Ja };
        return one;
    }

    private static CubeCode Code(string id, Text name) => new(id, new(id, name), null);
}

using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Records.Values;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Platform.Import.Profiles;

/// <summary>A profile has a mistake; the message names the line.</summary>
public sealed class ProfileFault(string file, Mark mark, Text mistake)
    : Exception($"{file}, line {mark.Line}: {mistake.En}")
{
    /// <summary>The mistake with its place.</summary>
    public Text Mistake { get; } = ($"{file} の{mark.Line}行目: {mistake.Ja}", $"{file}, line {mark.Line}: {mistake.En}");
}

/// <summary>Reads a source profile from YAML; what it does not know it refuses, so that a misspelling is found at once.</summary>
internal sealed class ProfileReader(string file)
{
    private static readonly string[] TopKeys = ["code", "name", "record", "file", "days", "fields", "count_into", "skip", "duplicates"];
    private static readonly string[] FileKeys = ["kind", "sheet", "header_row", "header_contains", "encoding", "separator", "json_path", "footer_rows", "numbers_duplicate_headers"];
    private static readonly string[] CellKeys = ["column", "constant", "values", "none", "clean", "extract", "prefix", "suffix", "optional", "lenient", "row_key"];

    private readonly Dictionary<object, Mark> marks = new(ReferenceEqualityComparer.Instance);

    /// <summary>A fault at the place where a source was read from; at the head of the file where it was not.</summary>
    public ProfileFault FaultAt(object? source, Text message) => new(file, source is null ? new Mark(0, 1, 1) : marks.GetValueOrDefault(source, new Mark(0, 1, 1)), message);

    public SourceProfile Read(TextReader text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(text);
        }
        catch (YamlException fault)
        {
            throw new ProfileFault(file, fault.Start, ($"YAMLとして読めません({fault.Message})。", fault.Message));
        }

        var top = Map(stream.Documents.Count == 1 ? stream.Documents[0].RootNode : throw new ProfileFault(file, Mark.Empty, ("YAMLの文書は1つにしてください。", "one document is expected")), TopKeys);
        return new()
        {
            Code = Required(top, "code"),
            Name = Name(Node(top, "name") ?? throw Fault(top, Missing("name"))),
            Record = Required(top, "record"),
            Format = Node(top, "file") is { } format ? Format(Map(format, FileKeys)) : SourceFormat.Found,
            Days = Enum<DayOrder>(top, "days"),
            CountInto = Scalar(top, "count_into"),
            Duplicates = Enum<DuplicateRows>(top, "duplicates"),
            Skip = [.. Items(top, "skip").Select(item => Map(item, ["column", "is"])).Select(map => new RowCondition(Required(map, "column"), Texts(map, "is")))],
            Fields = Entries(Node(top, "fields") ?? throw Fault(top, Missing("fields"))).ToDictionary(entry => entry.Key, entry => Field(entry.Value)),
        };
    }

    private SourceFormat Format(YamlMappingNode map) => new()
    {
        Kind = Node(map, "kind") is null ? null : Enum<SourceKind>(map, "kind"),
        Sheet = Scalar(map, "sheet"),
        HeaderRow = Number(map, "header_row"),
        HeaderContains = Texts(map, "header_contains"),
        Encoding = Scalar(map, "encoding"),
        Separator = Scalar(map, "separator") is { Length: > 0 } separator ? (separator == "tab" ? '\t' : separator[0]) : null,
        JsonPath = Scalar(map, "json_path"),
        FooterRows = Number(map, "footer_rows") ?? 0,
        NumbersDuplicateHeaders = IsTrue(map, "numbers_duplicate_headers"),
    };

    private FieldSource Field(YamlNode node) => Marked(node, FieldAt(node));

    private T Marked<T>(YamlNode node, T source)
        where T : class
    {
        marks.TryAdd(source, node.Start);
        return source;
    }

    private FieldSource FieldAt(YamlNode node)
    {
        if (node is not YamlMappingNode map) return Cell(node);
        if (Node(map, "ja") is not null || Node(map, "en") is not null)
        {
            var sides = Map(map, ["ja", "en"]);
            return new BilingualSource(Node(sides, "ja") is { } ja ? Cell(ja) : null, Node(sides, "en") is { } en ? Cell(en) : null);
        }

        if (Node(map, "latitude") is { } latitude)
            return new PlaceSource(Cell(latitude), Cell(Node(map, "longitude") ?? throw Fault(map, Missing("longitude"))));
        if (Node(map, "parts") is not YamlSequenceNode parts) return Cell(map);
        Map(map, ["parts", "adds"]);
        return new PartsSource([.. parts.Children.Select(part => Part(Map(part, ["each", "needs", "fields"])))], IsTrue(map, "adds"));
    }

    private PartSource Part(YamlMappingNode map) => Marked(map, PartAt(map));

    private PartSource PartAt(YamlMappingNode map)
    {
        var fields = Entries(Node(map, "fields") ?? throw Fault(map, Missing("fields"))).ToDictionary(entry => entry.Key, entry => Cell(entry.Value));
        var needs = Required(map, "needs");
        if (!fields.ContainsKey(needs)) throw Fault(map, ($"needs の「{needs}」は、この部分の項目にありません。", $"needs names '{needs}', which is none of the part's fields"));
        return new(Scalar(map, "each"), fields, needs);
    }

    private CellSource Cell(YamlNode node) => Marked(node, CellAt(node));

    private CellSource CellAt(YamlNode node)
    {
        if (node is YamlScalarNode scalar) return new() { Columns = [scalar.Value ?? ""] };
        var map = Map(node, CellKeys);
        var cell = new CellSource
        {
            Columns = Texts(map, "column"),
            Constant = Scalar(map, "constant"),
            Values = Node(map, "values") is { } values ? Entries(values).ToDictionary(entry => entry.Key, entry => Plain(entry.Value)) : new Dictionary<string, string>(),
            None = Texts(map, "none"),
            Clean = Enum<Cleaning>(map, "clean"),
            Extract = Scalar(map, "extract"),
            Prefix = Scalar(map, "prefix") ?? "",
            Suffix = Scalar(map, "suffix") ?? "",
            Optional = IsTrue(map, "optional"),
            Lenient = IsTrue(map, "lenient"),
            IsRowKey = IsTrue(map, "row_key"),
        };
        if (cell.Columns.Count == 0 && cell.Constant is null && !cell.IsRowKey) throw Fault(map, ("値をどこから取るかを column、constant、row_key のいずれかで指定してください。", "say where the value comes from: column, constant or row_key"));
        return cell;
    }

    private Text Name(YamlNode node)
    {
        var map = Map(node, ["ja", "en"]);
        return new(Required(map, "ja"), Required(map, "en"));
    }

    private YamlMappingNode Map(YamlNode node, IReadOnlyCollection<string> known)
    {
        if (node is not YamlMappingNode map) throw Fault(node, ("ここには「名前: 値」の組を書いてください。", "a mapping is expected here"));
        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>())
            if (!known.Contains(key.Value)) throw Fault(key, ($"「{key.Value}」はここでは使えません。使えるもの: {string.Join(", ", known)}", $"'{key.Value}' is not known here; known: {string.Join(", ", known)}"));
        return map;
    }

    private IEnumerable<KeyValuePair<string, YamlNode>> Entries(YamlNode node) => node is YamlMappingNode map
        ? map.Children.Select(entry => KeyValuePair.Create(Plain(entry.Key), entry.Value))
        : throw Fault(node, ("ここには「名前: 値」の組を書いてください。", "a mapping is expected here"));

    private string Plain(YamlNode node) => node is YamlScalarNode one ? one.Value ?? "" : throw Fault(node, ("ここには文字列を1つ書いてください。", "one text is expected here"));

    private static IEnumerable<YamlNode> Items(YamlMappingNode map, string key) => Node(map, key) is YamlSequenceNode items ? items : [];

    private static YamlNode? Node(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static string? Scalar(YamlMappingNode map, string key) => (Node(map, key) as YamlScalarNode)?.Value;

    private string Required(YamlMappingNode map, string key) => Scalar(map, key) ?? throw Fault(map, Missing(key));

    private static IReadOnlyList<string> Texts(YamlMappingNode map, string key) => Node(map, key) switch
    {
        YamlScalarNode one => [one.Value ?? ""],
        YamlSequenceNode many => [.. many.OfType<YamlScalarNode>().Select(one => one.Value ?? "")],
        _ => [],
    };

    private int? Number(YamlMappingNode map, string key) => Scalar(map, key) is not { } text ? null
        : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw Fault(map, ($"{key} は数ではありません。", $"{key} is no number"));

    private static bool IsTrue(YamlMappingNode map, string key) => Scalar(map, key) is "true";

    private T Enum<T>(YamlMappingNode map, string key)
        where T : struct, Enum
    {
        if (Scalar(map, key) is not { } text) return default;
        foreach (var value in System.Enum.GetValues<T>())
            if (CodeNames.Of(value) == text) return value;
        var known = string.Join(", ", System.Enum.GetValues<T>().Select(CodeNames.Of));
        throw Fault(map, ($"「{text}」は {key} に使えません。使えるもの: {known}", $"'{text}' is no {key}; known: {known}"));
    }

    private static Text Missing(string key) => ($"{key} がありません。", $"{key} is missing");

    private ProfileFault Fault(YamlNode node, Text message) => new(file, node.Start, message);
}

using System.Globalization;
using Kakehashi.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Analytics.Indicators;

/// <summary>A mapping of a YAML file, read key by key; what is wrong is noted with its line and reading goes on.</summary>
public sealed class DefinitionMap
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly YamlMappingNode node;
    private readonly string file;
    private readonly char series;
    private readonly List<DefinitionMistake> mistakes;

    private DefinitionMap(YamlMappingNode node, string file, char series, List<DefinitionMistake> mistakes) =>
        (this.node, this.file, this.series, this.mistakes) = (node, file, series, mistakes);

    /// <summary>The mappings of a file, one for each document; whatever is none is noted.</summary>
    /// <param name="file">The name that mistakes are noted under.</param>
    /// <param name="yaml">Its text.</param>
    /// <param name="series">What the codes of mistakes begin with.</param>
    /// <param name="mistakes">Where they are noted.</param>
    public static IReadOnlyList<DefinitionMap> Read(string file, string yaml, char series, List<DefinitionMistake> mistakes)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        // the parser also lets exceptions of its own state out on broken flow mappings
        catch (Exception wrong) when (wrong is YamlException or InvalidOperationException or ArgumentException)
        {
            var line = wrong is YamlException { Start.Line: > 0 } at ? (int)at.Start.Line : 1;
            mistakes.Add(new($"{series}001", file, line, ($"YAMLとして読めません: {wrong.Message}", $"This is not YAML: {wrong.Message}")));
            return [];
        }

        foreach (var other in stream.Documents.Where(document => document.RootNode is not YamlMappingNode))
            mistakes.Add(new($"{series}001", file, (int)other.RootNode.Start.Line, ("定義は「項目: 値」の形で書いてください。", "A definition consists of keys and values.")));
        return [.. stream.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>().Select(root => new DefinitionMap(root, file, series, mistakes))];
    }

    internal int Line => (int)node.Start.Line;

    internal string File => file;

    /// <summary>Whether a key is there.</summary>
    public bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    /// <summary>Notes a mistake.</summary>
    public void Note(string code, int line, Text message) => mistakes.Add(new(code, file, line, message));

    /// <summary>The line of a key's value, or of the whole where it is not there.</summary>
    public int LineOf(string key) => Find(key) is { } found ? (int)found.Start.Line : Line;

    /// <summary>A text; null, and noted, where it is not there but required.</summary>
    public string? Scalar(string key, bool required = false)
    {
        switch (Get(key, required))
        {
            case null: return null;
            case YamlScalarNode { Value.Length: > 0 } scalar: return scalar.Value;
            case var other:
                Note($"{series}004", (int)other.Start.Line, ($"{key}には値を1つ書いてください。", $"{key} takes one value."));
                return null;
        }
    }

    /// <summary>A text in both languages: {ja: …, en: …}.</summary>
    public Text Bilingual(string key)
    {
        if (Map(key, required: true) is not { } map) return default;
        var (ja, en) = (map.Side("ja"), map.Side("en"));
        map.NoteUnknown();
        return (ja, en);
    }

    /// <summary>As <see cref="Bilingual"/>, or one text for both languages, e.g. a proper name.</summary>
    public Text BilingualOrName(string key) =>
        Find(key) is YamlScalarNode ? Text.Same(Scalar(key, required: true) ?? "") : Bilingual(key);

    /// <summary>A mapping within it; null, and noted, where it is not there but required.</summary>
    public DefinitionMap? Map(string key, bool required = false)
    {
        switch (Get(key, required))
        {
            case null: return null;
            case YamlMappingNode map: return new(map, file, series, mistakes);
            case var other:
                Note($"{series}004", (int)other.Start.Line, ($"{key}には{{…}}の形で書いてください。", $"{key} takes keys and values: {{…}}."));
                return null;
        }
    }

    /// <summary>A list of mappings.</summary>
    public IReadOnlyList<DefinitionMap> Maps(string key, bool required = true)
    {
        var maps = new List<DefinitionMap>();
        foreach (var item in Items(key, required))
        {
            if (item is YamlMappingNode map) maps.Add(new(map, file, series, mistakes));
            else Note($"{series}004", (int)item.Start.Line, ($"{key}の各項目は{{…}}の形で書いてください。", $"Each item of {key} has keys and values: {{…}}."));
        }

        return maps;
    }

    /// <summary>A list of words, each with its line; empty where the key is not there.</summary>
    public IReadOnlyList<(string Word, int Line)> Words(string key)
    {
        var words = new List<(string, int)>();
        foreach (var item in Items(key, required: false))
        {
            if (item is YamlScalarNode { Value.Length: > 0 } scalar) words.Add((scalar.Value, (int)scalar.Start.Line));
            else Note($"{series}004", (int)item.Start.Line, ($"{key}の各項目には語を1つ書いてください。", $"Each item of {key} is one word."));
        }

        return words;
    }

    /// <summary>A number within bounds; <paramref name="otherwise"/> where there is none, null there for required.</summary>
    internal decimal Number(string key, decimal least, decimal most, decimal? otherwise, int decimals = 6)
    {
        if (Scalar(key, required: otherwise is null) is not { } text) return otherwise ?? least;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number < least || number > most || decimal.Round(number, decimals) != number)
        {
            Note("I018", LineOf(key), ($"{key}は{least}以上{most}以下の数です(小数{decimals}桁まで)。「{text}」は使えません。", $"{key} is a number from {least} to {most} with at most {decimals} decimals, not \"{text}\"."));
            return otherwise ?? least;
        }

        return number;
    }

    internal int Whole(string key, int least, int most, int? otherwise) => (int)Number(key, least, most, otherwise, decimals: 0);

    /// <summary>One of the words of an enum, in snake case; null, and noted, where it is none of them.</summary>
    internal T? Word<T>(string key, string code) where T : struct, Enum
    {
        if (Scalar(key, required: true) is not { } text) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (CodeNames.Of(value) == text) return value;
        }

        var known = string.Join(", ", Enum.GetValues<T>().Select(value => CodeNames.Of(value)));
        Note(code, LineOf(key), ($"{key}に「{text}」は使えません。使えるもの: {known}", $"{key} cannot be \"{text}\". It is one of {known}."));
        return null;
    }

    /// <summary>Notes every key that nothing asked for.</summary>
    public void NoteUnknown()
    {
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "…";
            if (!asked.Contains(name)) Note($"{series}003", (int)key.Start.Line, ($"「{name}」という項目はここにはありません。", $"There is no key \"{name}\" here."));
        }
    }

    private string Side(string language)
    {
        asked.Add(language);
        if (Find(language) is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text)) return text;
        Note($"{series}005", Line, ($"{(language == "ja" ? "日本語(ja)" : "英語(en)")}がありません。", $"The {(language == "ja" ? "Japanese (ja)" : "English (en)")} text is missing."));
        return "";
    }

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    private YamlNode? Get(string key, bool required)
    {
        asked.Add(key);
        var found = Find(key);
        if (found is null && required) Note($"{series}002", Line, ($"{key}が必要です。", $"{key} is needed."));
        return found;
    }

    private IEnumerable<YamlNode> Items(string key, bool required)
    {
        switch (Get(key, required))
        {
            case null: return [];
            case YamlSequenceNode list: return list.Children;
            case var other:
                Note($"{series}004", (int)other.Start.Line, ($"{key}には[…]の形で書いてください。", $"{key} takes a list: […]."));
                return [];
        }
    }
}

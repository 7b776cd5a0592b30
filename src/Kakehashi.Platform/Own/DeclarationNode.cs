using System.Globalization;
using Kakehashi.Kernel;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Platform.Own;

/// <summary>One mapping of a declaration, read key by key; what is wrong is noted with its line, and reading goes on.</summary>
internal sealed class DeclarationNode(YamlMappingNode node, string file, List<OwnFieldMistake> mistakes)
{
    public int Line => (int)node.Start.Line;

    public void Note(string code, int line, Text message) => mistakes.Add(new(code, file, line, message));

    /// <summary>The line of a key, or of the whole where it is not there.</summary>
    public int LineOf(string key) => Find(key) is { } found ? (int)found.Start.Line : Line;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Notes every key that is none of these.</summary>
    public void Knows(IReadOnlyCollection<string> keys)
    {
        foreach (var key in node.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } name } || !keys.Contains(name)))
            Note("F003", (int)key.Start.Line, (
                $"「{key}」はここに書けません。書けるもの: {string.Join("、", keys)}。",
                $"“{key}” cannot be written here. What can: {string.Join(", ", keys)}."));
    }

    /// <summary>One word or text; null, and noted, where it is not there but needed.</summary>
    public string? Scalar(string key, bool needed = false)
    {
        switch (Find(key))
        {
            case YamlScalarNode { Value.Length: > 0 } scalar: return scalar.Value;
            case null:
                if (needed) Note("F002", Line, ($"{key} を書いてください。", $"{key} is missing."));
                return null;
            case var other:
                Note("F004", (int)other.Start.Line, ($"{key} には値を一つ書いてください。", $"{key} takes one value."));
                return null;
        }
    }

    /// <summary>yes or no; no where it is not there.</summary>
    public bool Flag(string key)
    {
        var text = Scalar(key);
        if (text is null or "true" or "false") return text == "true";
        Note("F004", LineOf(key), ($"{key} は true か false です(「{text}」ではなく)。", $"{key} is true or false, not “{text}”."));
        return false;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Whole(string key, int least, int most, int otherwise)
    {
        if (Scalar(key) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Note("F004", LineOf(key), ($"{key} は{least}から{most}までの整数です(「{text}」ではなく)。", $"{key} is a whole number from {least} to {most}, not “{text}”."));
        return otherwise;
    }

    /// <summary>A text in both languages.</summary>
    public Text? Both(string key, bool needed = false)
    {
        switch (Find(key))
        {
            case YamlMappingNode map: return new DeclarationNode(map, file, mistakes).Sides(key);
            case null:
                if (needed) Note("F002", Line, ($"{key} を日本語と英語で書いてください。例: {key}: {{ja: 宿舎, en: Housing}}", $"{key} is missing. Write it in Japanese and English: {key}: {{ja: 宿舎, en: Housing}}"));
                return null;
            case var other:
                Note("F005", (int)other.Start.Line, ($"{key} は日本語と英語で書いてください。例: {{ja: 宿舎, en: Housing}}", $"Write {key} in Japanese and English: {{ja: 宿舎, en: Housing}}"));
                return null;
        }
    }

    /// <summary>The entries of a mapping: what is called what, in both languages.</summary>
    public IReadOnlyList<(string Name, Text Label, int Line)> Words(string key)
    {
        if (Find(key) is not YamlMappingNode { Children.Count: > 0 } map)
        {
            Note(Has(key) ? "F004" : "F002", LineOf(key), (
                $"{key} に値と言葉を書いてください。例: {key}: {{dormitory: {{ja: 学生寮, en: Dormitory}}}}",
                $"Write the values and their words under {key}: {key}: {{dormitory: {{ja: 学生寮, en: Dormitory}}}}"));
            return [];
        }

        var words = new DeclarationNode(map, file, mistakes);
        return
        [
            .. from name in map.Children.Keys.OfType<YamlScalarNode>()
               let label = words.Both(name.Value ?? "", needed: true)
               where label is not null
               select (name.Value ?? "", label.Value, (int)name.Start.Line),
        ];
    }

    private Text? Sides(string key)
    {
        Knows(["ja", "en"]);
        var (ja, en) = ((Find("ja") as YamlScalarNode)?.Value?.Trim(), (Find("en") as YamlScalarNode)?.Value?.Trim());
        if (!string.IsNullOrEmpty(ja) && !string.IsNullOrEmpty(en)) return new(ja, en);
        Note("F005", Line, string.IsNullOrEmpty(ja)
            ? ($"{key} に日本語(ja)がありません。", $"The Japanese (ja) of {key} is missing.")
            : ($"{key} に英語(en)がありません。", $"The English (en) of {key} is missing."));
        return null;
    }

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
}

using Kakehashi.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Platform.Settings;

/// <summary>What has been set of a service. Every mistake is noted, so that whoever sets it up mends all at once.</summary>
public sealed class SettingsFile
{
    private const int NotReadable = 1;
    private const int Absent = 2;
    private const int Unknown = 3;
    private const int Wrong = 4;
    private const int OneLanguage = 5;
    private const int NoSecret = 6;

    private readonly Dictionary<string, (string Value, string Where)> values = [];
    private readonly List<SettingMistake> mistakes = [];
    private readonly SettingKeys keys;
    private readonly string file;

    private SettingsFile(SettingKeys keys, string file) => (this.keys, this.file) = (keys, file);

    /// <summary>What is wrong, in the order found.</summary>
    public IReadOnlyList<SettingMistake> Mistakes => mistakes;

    /// <summary>Nothing is set: the service is not used.</summary>
    public bool IsAbsent { get; private set; }

    /// <summary>The file could not be read at all: saying of each setting that it is missing would help nobody.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>Reads the file, and over it the variables.</summary>
    /// <param name="keys">What can be set.</param>
    /// <param name="folder">The folder of the records.</param>
    /// <param name="variable">The value of an environment variable, or null.</param>
    public static SettingsFile Read(SettingKeys keys, string folder, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var read = new SettingsFile(keys, Path.Combine(folder, keys.File));
        var isThere = File.Exists(read.file);
        if (isThere) read.TakeFile();
        foreach (var key in keys.InEnvironment)
        {
            var name = keys.Prefix + key.ToUpperInvariant();
            if (variable(name) is { Length: > 0 } value) read.values[key] = (value, name);
        }

        read.IsAbsent = !isThere && read.values.Count == 0;
        return read;
    }

    /// <summary>The value of a key, or null.</summary>
    public string? Value(string key) => values.TryGetValue(key, out var found) ? found.Value : null;

    /// <summary>The value of a key; null, and a mistake, where it is missing.</summary>
    public string? Needed(string key)
    {
        if (Value(key) is { } value) return value;
        Note(Absent, At(1), ($"{key} を書いてください。", $"{key} is missing."));
        return null;
    }

    /// <summary>Notes that the value of a key cannot stand there.</summary>
    public void Refuse(string key, Text message) => Note(Wrong, values[key].Where, message);

    /// <summary>The text in both languages; one that is not set is that of the default.</summary>
    public Text Label(Text otherwise) => (Value($"{keys.Label}_ja") ?? otherwise.Ja, Value($"{keys.Label}_en") ?? otherwise.En);

    /// <summary>The secret, from the environment or the file that is named; null where there is none. Reading fails with a mistake.</summary>
    public string? Secret()
    {
        if (Value(keys.Secret) is { } secret) return secret;
        if (!values.TryGetValue($"{keys.Secret}_file", out var named)) return null;
        try
        {
            if (File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, named.Value)).Trim() is { Length: > 0 } read) return read;
            Note(NoSecret, named.Where, ($"{named.Value} が空です。", $"{named.Value} is empty."));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Note(NoSecret, named.Where, ($"{named.Value} を読めません: {wrong.Message}", $"{named.Value} cannot be read: {wrong.Message}"));
        }

        return null;
    }

    /// <summary>The secret; null, and a mistake, where there is none.</summary>
    public string? NeededSecret()
    {
        var before = mistakes.Count;
        var secret = Secret();
        if (secret is null && mistakes.Count == before)
        {
            var variable = keys.Prefix + keys.Secret.ToUpperInvariant();
            Note(Absent, At(1), ($"シークレットがありません。{keys.Secret}_file か環境変数 {variable} で指定してください。", $"The secret is missing. Name its file with {keys.Secret}_file, or set {variable}."));
        }

        return secret;
    }

    private void TakeFile()
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(File.ReadAllText(file)));
        }
        // the parser also lets exceptions of its own state out on broken flow mappings
        catch (Exception wrong) when (wrong is YamlException or InvalidOperationException or ArgumentException)
        {
            NoteUnreadable(At(wrong is YamlException { Start.Line: > 0 } at ? at.Start.Line : 1), ($"YAMLとして読めません: {wrong.Message}", $"This is not YAML: {wrong.Message}"));
            return;
        }

        if (yaml.Documents is [{ RootNode: YamlMappingNode root }]) TakeAll(root);
        else NoteUnreadable(At(1), ($"設定を「{keys.LineExample}」の形で書いてください。", $"Write settings as “{keys.LineExample}”, one a line."));
    }

    private void TakeAll(YamlMappingNode root)
    {
        foreach (var (key, value) in root.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            var where = At(key.Start.Line);
            if (name == keys.Secret)
                Note(Wrong, where, (
                    $"シークレットはこのファイルに書かず、{name}_file か環境変数 {keys.Prefix}{name.ToUpperInvariant()} で指定してください。",
                    $"Do not write the secret into this file: name one with {name}_file, or set {keys.Prefix}{name.ToUpperInvariant()}."));
            else if (name == keys.Label)
                TakeLabel(value, where);
            else if (!keys.InFile.Contains(name))
                Note(Unknown, where, (
                    $"「{name}」という設定はありません。書けるもの: {string.Join("、", keys.InFile)}。",
                    $"There is no setting “{name}”. What can be written: {string.Join(", ", keys.InFile)}."));
            else if (value is YamlScalarNode { Value: { Length: > 0 } text })
                values[name] = (text, where);
            else
                Note(Wrong, where, ($"{name} には値を一つ書いてください。", $"{name} takes one value."));
        }
    }

    private void TakeLabel(YamlNode value, string where)
    {
        foreach (var language in Languages.All.Select(language => language.Code()))
        {
            if (value is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(language), out var side) && side is YamlScalarNode { Value: { Length: > 0 } text })
                values[$"{keys.Label}_{language}"] = (text, where);
            else
                Note(OneLanguage, where, (
                    $"{keys.Label} は日本語と英語で書いてください({language} がありません)。例: {keys.LabelExample}",
                    $"Write {keys.Label} in Japanese and English ({language} is missing): {keys.LabelExample}"));
        }
    }

    private string At(long line) => $"{file}({line})";

    private void NoteUnreadable(string where, Text message)
    {
        IsUnreadable = true;
        Note(NotReadable, where, message);
    }

    private void Note(int number, string where, Text message) => mistakes.Add(new($"{keys.Letter}{number:000}", where, message));
}

using Kakehashi.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Access.SignIn.Provider;

/// <summary>
/// Reads <c>oidc.yaml</c> beside the data, and over it the variables of the environment. Every mistake is noted, so that
/// whoever sets it up mends all at once.
/// </summary>
public sealed class OidcSettingsReader
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "oidc.yaml";

    private const string Prefix = "KAKEHASHI_OIDC_";

    private static readonly string[] Keys = ["issuer", "client_id", "client_secret", "client_secret_file", "label_ja", "label_en", "user_name_claim", "unknown"];

    private readonly Dictionary<string, (string Value, string Where)> values = [];
    private readonly List<OidcMistake> mistakes = [];
    private readonly string file;

    private OidcSettingsReader(string file) => this.file = file;

    /// <summary>The settings; null where there are none. Those with mistakes are not used.</summary>
    /// <param name="folder">The folder of the records.</param>
    /// <param name="variable">The value of an environment variable, or null.</param>
    public static (OidcSettings? Settings, IReadOnlyList<OidcMistake> Mistakes) Read(string folder, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var reader = new OidcSettingsReader(Path.Combine(folder, FileName));
        var isThere = File.Exists(reader.file);
        if (isThere) reader.TakeFile();
        foreach (var key in Keys)
        {
            var name = Prefix + key.ToUpperInvariant();
            if (variable(name) is { Length: > 0 } value) reader.values[key] = (value, name);
        }

        if (!isThere && reader.values.Count == 0) return (null, []);
        // a file that cannot be read at all misses everything: saying so eight times helps nobody
        var settings = reader.mistakes.Exists(mistake => mistake.Code == "O001") ? null : reader.Settings();
        return (reader.mistakes.Count == 0 ? settings : null, reader.mistakes);
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
            Note("O001", At(wrong is YamlException { Start.Line: > 0 } at ? at.Start.Line : 1), ($"YAMLとして読めません: {wrong.Message}", $"This is not YAML: {wrong.Message}"));
            return;
        }

        if (yaml.Documents is [{ RootNode: YamlMappingNode root }]) TakeAll(root);
        else Note("O001", At(1), ("設定を「issuer: https://…」の形で書いてください。", "Write settings as “issuer: https://…”, one a line."));
    }

    private void TakeAll(YamlMappingNode root)
    {
        foreach (var (key, value) in root.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            var where = At(key.Start.Line);
            if (name == "client_secret")
                Note("O004", where, ("シークレットはこのファイルに書かず、client_secret_file か環境変数 KAKEHASHI_OIDC_CLIENT_SECRET で指定してください。", "Do not write the secret into this file: name one with client_secret_file, or set KAKEHASHI_OIDC_CLIENT_SECRET."));
            else if (name == "label")
                TakeLabel(value, where);
            else if (!Keys.Contains(name) || name.StartsWith("label_", StringComparison.Ordinal))
                Note("O003", where, ($"「{name}」という設定はありません。書けるもの: issuer、client_id、client_secret_file、label、user_name_claim、unknown。", $"There is no setting “{name}”. What can be written: issuer, client_id, client_secret_file, label, user_name_claim, unknown."));
            else if (value is YamlScalarNode { Value: { Length: > 0 } text })
                values[name] = (text, where);
            else
                Note("O004", where, ($"{name} には値を一つ書いてください。", $"{name} takes one value."));
        }
    }

    private void TakeLabel(YamlNode value, string where)
    {
        foreach (var language in Languages.All.Select(language => language.Code()))
        {
            if (value is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(language), out var side) && side is YamlScalarNode { Value: { Length: > 0 } text })
                values["label_" + language] = (text, where);
            else
                Note("O005", where, ($"label は日本語と英語で書いてください({language} がありません)。例: {{ja: 東北大ID, en: Tohoku University ID}}", $"Write label in Japanese and English ({language} is missing): {{ja: 東北大ID, en: Tohoku University ID}}"));
        }
    }

    private OidcSettings? Settings()
    {
        var (issuer, client, secret) = (Issuer(), Needed("client_id"), Secret());
        var unknown = values.GetValueOrDefault("unknown");
        if (unknown.Value is not (null or "refuse" or "viewer"))
            Note("O004", unknown.Where, ($"unknown は refuse か viewer です(「{unknown.Value}」ではなく)。", $"unknown is refuse or viewer, not “{unknown.Value}”."));
        if (issuer is null || client is null || secret is null) return null;
        var settings = new OidcSettings(issuer, client, secret) { LetsUnknownIn = unknown.Value == "viewer" };
        if (Value("user_name_claim") is { } claim) settings = settings with { UserNameClaim = claim };
        return Value("label_ja") is null && Value("label_en") is null
            ? settings
            : settings with { Label = (Value("label_ja") ?? settings.Label.Ja, Value("label_en") ?? settings.Label.En) };
    }

    private Uri? Issuer()
    {
        if (Needed("issuer") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var issuer) && issuer.Query.Length + issuer.Fragment.Length == 0
            && (issuer.Scheme == Uri.UriSchemeHttps || (issuer.Scheme == Uri.UriSchemeHttp && PublicAddress.IsLoopback(issuer.Host)))) return issuer;
        Note("O004", values["issuer"].Where, ($"issuer は https のアドレスです(「{text}」ではなく)。", $"issuer is an https address, not “{text}”."));
        return null;
    }

    private string? Secret()
    {
        if (Value("client_secret") is { } secret) return secret;
        if (!values.TryGetValue("client_secret_file", out var named))
        {
            Note("O002", At(1), ("シークレットがありません。client_secret_file か環境変数 KAKEHASHI_OIDC_CLIENT_SECRET で指定してください。", "The secret is missing. Name its file with client_secret_file, or set KAKEHASHI_OIDC_CLIENT_SECRET."));
            return null;
        }

        try
        {
            if (File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, named.Value)).Trim() is { Length: > 0 } read) return read;
            Note("O006", named.Where, ($"{named.Value} が空です。", $"{named.Value} is empty."));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            Note("O006", named.Where, ($"{named.Value} を読めません: {wrong.Message}", $"{named.Value} cannot be read: {wrong.Message}"));
        }

        return null;
    }

    private string? Needed(string key)
    {
        if (Value(key) is { } value) return value;
        Note("O002", At(1), ($"{key} を書いてください。", $"{key} is missing."));
        return null;
    }

    private string? Value(string key) => values.TryGetValue(key, out var found) ? found.Value : null;

    private string At(long line) => $"{file}({line})";

    private void Note(string code, string where, Text message) => mistakes.Add(new(code, where, message));
}

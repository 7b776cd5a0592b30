using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Settings;

namespace Kakehashi.Access.SignIn.Provider;

/// <summary>Reads what is set of the sign-in service.</summary>
public static class OidcSettingsReader
{
    /// <summary>What can be set. Its mistakes are O001 to O006.</summary>
    public static SettingKeys Keys { get; } = new("oidc.yaml", "KAKEHASHI_OIDC_", 'O')
    {
        Plain = ["issuer", "client_id", "user_name_claim", "unknown"],
        Secret = "client_secret",
        Label = "label",
        LabelExample = "{ja: 東北大ID, en: Tohoku University ID}",
        LineExample = "issuer: https://…",
    };

    /// <summary>The settings; null where there are none. Those with mistakes are not used.</summary>
    /// <param name="folder">The folder of the records.</param>
    /// <param name="variable">The value of an environment variable, or null.</param>
    public static (OidcSettings? Settings, IReadOnlyList<SettingMistake> Mistakes) Read(string folder, Func<string, string?> variable)
    {
        var file = SettingsFile.Read(Keys, folder, variable);
        if (file.IsAbsent) return (null, []);
        var settings = file.IsUnreadable ? null : Settings(file);
        return (file.Mistakes.Count == 0 ? settings : null, file.Mistakes);
    }

    private static OidcSettings? Settings(SettingsFile file)
    {
        var (issuer, client, secret) = (Issuer(file), file.Needed("client_id"), file.NeededSecret());
        var unknown = file.Value("unknown");
        if (unknown is not (null or "refuse" or "viewer"))
            file.Refuse("unknown", ($"unknown は refuse か viewer です(「{unknown}」ではなく)。", $"unknown is refuse or viewer, not “{unknown}”."));
        if (issuer is null || client is null || secret is null) return null;
        var settings = new OidcSettings(issuer, client, secret) { LetsUnknownIn = unknown == "viewer" };
        if (file.Value("user_name_claim") is { } claim) settings = settings with { UserNameClaim = claim };
        return settings with { Label = file.Label(settings.Label) };
    }

    private static Uri? Issuer(SettingsFile file)
    {
        if (file.Needed("issuer") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var issuer) && issuer.Query.Length + issuer.Fragment.Length == 0
            && (issuer.Scheme == Uri.UriSchemeHttps || (issuer.Scheme == Uri.UriSchemeHttp && ThisMachine.IsMeantBy(issuer.Host)))) return issuer;
        file.Refuse("issuer", ($"issuer は https のアドレスです(「{text}」ではなく)。", $"issuer is an https address, not “{text}”."));
        return null;
    }
}

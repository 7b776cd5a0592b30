using System.Net;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Access.SignIn;

/// <summary>Where people reach the program.</summary>
/// <param name="Site">The address that they use; null where it is this machine's own.</param>
/// <param name="Proxies">Who may say in X-Forwarded-… whom a request is from; the machine itself always may.</param>
public sealed record PublicAddress(Uri? Site, IReadOnlyList<IPNetwork> Proxies)
{
    /// <summary>This machine alone.</summary>
    public static PublicAddress None { get; } = new(null, []);

    /// <summary>Everything goes over TLS.</summary>
    public bool IsSecure => Site?.Scheme == Uri.UriSchemeHttps;

    /// <summary>The name that passkeys belong to: no number can be one.</summary>
    public string PasskeyHost => Site?.IdnHost ?? "localhost";

    /// <summary>A cookie's name: over TLS with the prefix that keeps neighbours under the same domain from setting it.</summary>
    public string CookieName(string name) => IsSecure ? "__Host-" + name : name;

    /// <summary>A cookie for the server alone, sent back to this site alone.</summary>
    public void Guard(CookieBuilder cookie, string name)
    {
        ArgumentNullException.ThrowIfNull(cookie);
        cookie.Name = CookieName(name);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SecurePolicy = IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Whether passkeys can be used at the address that a page was asked for by.</summary>
    public bool HasPasskeysAt(HostString host) => string.Equals(host.Host, PasskeyHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of a page where passkeys can be used.</summary>
    public string WithPasskeys(HttpRequest request, string path)
    {
        ArgumentNullException.ThrowIfNull(request);
        var root = Site?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{new HostString(PasskeyHost, request.Host.Port ?? 80)}";
        return root + path;
    }
}

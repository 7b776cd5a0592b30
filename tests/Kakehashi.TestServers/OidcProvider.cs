using System.Globalization;

namespace Kakehashi.TestServers;

/// <summary>A real OpenID Connect provider (npm oidc-provider) for one test class.</summary>
public sealed class OidcProvider : IDisposable
{
    public const string ClientId = "kakehashi";
    public const string ClientSecret = "not-a-secret-for-loopback-only";

    private readonly NodeServer server;

    private OidcProvider(NodeServer server)
    {
        this.server = server;
        Issuer = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{server.Port}"));
    }

    public Uri Issuer { get; }

    /// <summary>Why there can be no provider here; null when there can.</summary>
    public static string? Missing { get; } = NodeServer.Missing("oidc-provider");

    /// <summary>Starts one; skips the running test where there can be none.</summary>
    public static async Task<OidcProvider> Start() => new(await NodeServer.Start("oidc-provider", "provider.mjs"));

    public void Dispose() => server.Dispose();
}

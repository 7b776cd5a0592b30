using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kakehashi.Access.SignIn.Provider;

/// <summary>
/// OpenID Connect by authorization code with PKCE and nonce, on the framework's handler for OAuth 2: that one keeps state and
/// correlation; here the id_token is checked (OpenID Connect Core 1.0, 3.1.3.7).
/// </summary>
internal sealed class OidcHandler(IOptionsMonitor<OidcOptions> options, ILoggerFactory loggers, UrlEncoder encoder) : OAuthHandler<OidcOptions>(options, loggers, encoder)
{
    private const string Nonce = ".nonce";

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    // none of those with a shared secret, and not "none"
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly string[] Kept = ["name", "email", "email_verified"];

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await MetadataAsync();
        await base.HandleChallengeAsync(properties);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await MetadataAsync();
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        // travels encrypted within the state
        properties.Items[Nonce] = nonce;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), "nonce", nonce);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var raw = tokens.Response?.RootElement.TryGetProperty("id_token", out var found) == true ? found.GetString() : null;
        var token = await CheckAsync(raw ?? throw new ProviderFault("the provider sent no id_token"));
        if (!properties.Items.Remove(Nonce, out var nonce) || !token.TryGetPayloadValue<string>("nonce", out var said) || said != nonce)
            throw new ProviderFault("the nonce of the id_token is not ours");
        identity.AddClaim(new(ClaimTypes.NameIdentifier, token.Subject, null, token.Issuer));
        foreach (var claim in token.Claims.Where(IsKept)) identity.AddClaim(new(claim.Type, claim.Value, null, token.Issuer));
        await AskAsync(identity, token, tokens.AccessToken);
        properties.StoreTokens([new() { Name = ProviderSignIn.IdToken, Value = raw }]);
        return await base.CreateTicketAsync(identity, properties, tokens);
    }

    private async Task<OpenIdConnectConfiguration> MetadataAsync()
    {
        var metadata = await Options.Metadata.GetConfigurationAsync(Context.RequestAborted);
        // the same each time, so that requests at once do not disturb each other
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (metadata.AuthorizationEndpoint, metadata.TokenEndpoint);
        return metadata;
    }

    private async Task<JsonWebToken> CheckAsync(string raw)
    {
        var result = await Tokens.ValidateTokenAsync(raw, Parameters(await MetadataAsync()));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // the provider has changed its keys
            Options.Metadata.RequestRefresh();
            result = await Tokens.ValidateTokenAsync(raw, Parameters(await MetadataAsync()));
        }

        return result.IsValid ? (JsonWebToken)result.SecurityToken : throw new ProviderFault("the id_token is not valid", result.Exception);
    }

    /// <summary>Many providers say name and e-mail there alone.</summary>
    private async Task AskAsync(ClaimsIdentity identity, JsonWebToken token, string? accessToken)
    {
        if ((await MetadataAsync()).UserInfoEndpoint is not { Length: > 0 } address) return;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", accessToken);
        using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
        answer.EnsureSuccessStatusCode();
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted));
        if (!said.RootElement.TryGetProperty("sub", out var subject) || subject.GetString() != token.Subject)
            throw new ProviderFault("the provider speaks of somebody else than the id_token");
        foreach (var property in said.RootElement.EnumerateObject())
        {
            var value = property.Value.ValueKind is JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
            if (!identity.HasClaim(claim => claim.Type == property.Name) && IsKept(new(property.Name, value))) identity.AddClaim(new(property.Name, value, null, token.Issuer));
        }
    }

    private bool IsKept(Claim claim) => Kept.Contains(claim.Type) || claim.Type == Options.UserNameClaim;

    private TokenValidationParameters Parameters(OpenIdConnectConfiguration metadata) => new()
    {
        ValidIssuer = metadata.Issuer,
        ValidAudience = Options.ClientId,
        IssuerSigningKeys = metadata.SigningKeys,
        ValidAlgorithms = Algorithms,
        ClockSkew = TimeSpan.FromMinutes(2),
    };
}

/// <summary>What the provider answered cannot be trusted.</summary>
internal sealed class ProviderFault(string message, Exception? cause = null) : AuthenticationFailureException(message, cause);

using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Kakehashi.Access.SignIn.Provider;

/// <summary>What the handler needs to know of the provider.</summary>
internal sealed class OidcOptions : OAuthOptions
{
    /// <summary>The framework asks at start-up that these be there; the handler takes them from what the provider says of itself.</summary>
    private const string FromMetadata = "https://from.metadata.invalid/";

    public OidcOptions()
    {
        CallbackPath = ProviderSignIn.Callback;
        UsePkce = true;
        (AuthorizationEndpoint, TokenEndpoint) = (FromMetadata, FromMetadata);
        Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "email"]) Scope.Add(scope);
    }

    /// <summary>What the provider says of itself, read when first needed and again now and then.</summary>
    public IConfigurationManager<OpenIdConnectConfiguration> Metadata { get; set; } = null!;

    /// <summary>The claim that holds the user name.</summary>
    public string UserNameClaim { get; set; } = "";

    /// <summary>Takes the settings over.</summary>
    public void Take(OidcSettings settings)
    {
        (ClientId, ClientSecret, UserNameClaim) = (settings.ClientId, settings.ClientSecret, settings.UserNameClaim);
        BackchannelTimeout = TimeSpan.FromSeconds(15);
        var address = settings.Issuer.AbsoluteUri.TrimEnd('/') + "/.well-known/openid-configuration";
        var documents = new HttpDocumentRetriever { RequireHttps = settings.Issuer.Scheme == Uri.UriSchemeHttps };
        Metadata = new ConfigurationManager<OpenIdConnectConfiguration>(address, new OpenIdConnectConfigurationRetriever(), documents);
    }
}

using Kakehashi.Kernel;

namespace Kakehashi.Access.SignIn.Provider;

/// <summary>The sign-in service of the university: an OpenID Connect provider.</summary>
/// <param name="Issuer">Its address, as it calls itself.</param>
/// <param name="ClientId">How it knows us.</param>
/// <param name="ClientSecret">What we share with it.</param>
public sealed record OidcSettings(Uri Issuer, string ClientId, string ClientSecret)
{
    /// <summary>What is on the button.</summary>
    public Text Label { get; init; } = ("大学のアカウントでサインイン", "Sign in with your university account");

    /// <summary>The claim that holds the user name.</summary>
    public string UserNameClaim { get; init; } = "preferred_username";

    /// <summary>Somebody without an account gets one as a viewer; else nobody comes in whom no administrator has added.</summary>
    public bool LetsUnknownIn { get; init; }

    /// <summary>Secrets are not written into logs.</summary>
    public override string ToString() => $"{Issuer} as {ClientId}";
}

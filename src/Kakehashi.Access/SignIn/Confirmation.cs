using System.Globalization;
using System.Security.Claims;
using Kakehashi.Access.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Kakehashi.Access.SignIn;

/// <summary>
/// Whether who sits at the screen has shown lately who they are, and how: a screen left open must not be enough to make
/// oneself a way in that stays (OWASP ASVS 3.7). The session remembers it.
/// </summary>
public sealed class Confirmation(TimeProvider clock)
{
    /// <summary>So long after somebody has shown it, it is not asked for again.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private const string At = "confirmed-at";

    /// <summary>Whether it need not be asked for. People of the demonstration have nothing to show.</summary>
    public bool IsFresh(HttpContext http, Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.IsPersona || (LastOf(Session(http)) is { } last && clock.GetUtcNow() - last <= Lasts);
    }

    /// <summary>Whether the session rests on more than a password: a passkey, or the university's sign-in service, which asks for what it finds right.</summary>
    public static bool IsStrong(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.User.FindFirstValue(ClaimTypes.AuthenticationMethod) is not (WayIn.Password or WayIn.Link);
    }

    /// <summary>Remembers that it has been shown just now.</summary>
    public async Task RememberAsync(HttpContext http, bool byPasskey)
    {
        if (Session(http) is not { Principal: { } principal, Properties: { } properties }) return;
        properties.Items[At] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, byPasskey ? ByPasskey(principal) : principal, properties);
    }

    /// <summary>The session is from now on one that was begun with a passkey.</summary>
    private static ClaimsPrincipal ByPasskey(ClaimsPrincipal principal)
    {
        var changed = principal.Clone();
        var identity = (ClaimsIdentity)changed.Identity!;
        foreach (var method in identity.FindAll(ClaimTypes.AuthenticationMethod).ToList()) identity.RemoveClaim(method);
        identity.AddClaim(new(ClaimTypes.AuthenticationMethod, WayIn.Passkey));
        return changed;
    }

    private static DateTimeOffset? LastOf(AuthenticateResult? session) =>
        session?.Properties is not { } properties ? null
        : properties.Items.TryGetValue(At, out var at) && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var confirmed) ? confirmed
        : properties.IssuedUtc;

    private static AuthenticateResult? Session(HttpContext http) => http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;
}

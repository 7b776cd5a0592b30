using Kakehashi.Access.People;
using Kakehashi.Access.SignIn.Passkeys;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Api;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Access.SignIn;

/// <summary>
/// Where the university wants it (<c>administrators_need_passkey</c>), who administers and has come by a password alone
/// reaches nothing but the page that asks for a passkey, or that adds the first (OWASP ASVS 4.3.1).
/// </summary>
internal static class StrongSignIn
{
    /// <summary>In the address: why the page is shown.</summary>
    public const string Needed = "needed";

    private static readonly string[] Open = ["/account/passkeys", "/account/confirm"];

    public static async Task Ask(HttpContext http, RequestDelegate next)
    {
        if (!IsAsked(http) || http.Features.Get<SignedIn>() is not { } signedIn)
        {
            await next(http);
            return;
        }

        var users = http.RequestServices.GetRequiredService<UserManager<Account>>();
        var hasPasskeys = await users.FindByIdAsync(signedIn.Account) is { } account && (await users.GetPasskeysAsync(account)).Count > 0;
        // who knows the password only must not add a passkey beside those that there are
        if (IsOpen(http) && (!hasPasskeys || http.Request.Path.StartsWithSegments("/account/confirm", StringComparison.Ordinal))) await next(http);
        else if (RecordsApi.IsFor(http.Request)) await RecordsApi.AnswerDeniedAsync(http, Refused);
        else if (!HttpMethods.IsGet(http.Request.Method)) http.Response.StatusCode = StatusCodes.Status403Forbidden;
        else http.Response.Redirect($"{Home(http)}/{(hasPasskeys ? "account/confirm" : PasskeyEndpoints.Page)}?{Needed}=true&back={Uri.EscapeDataString(Home(http) + http.Request.Path + http.Request.QueryString)}");
    }

    private static bool IsAsked(HttpContext http) =>
        Caller.OrNobody(http) is { } actor && actor.May(Right.Administer) && !Confirmation.IsStrong(http)
        && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null
        && http.RequestServices.GetRequiredService<Workspace>().University.AdministratorsNeedPasskey;

    private static bool IsOpen(HttpContext http) => Open.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));

    private static string Home(HttpContext http) => http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/" + Speech.Spoken.Code();

    private static Refusal Refused { get; } = new("sign-in.passkey-needed", (
        "管理者は、パスキーでサインインしてください。", "Administrators sign in with a passkey."));
}

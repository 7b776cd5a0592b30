using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Access.SignIn.Passkeys;

/// <summary>What the script asks for; each is a form with its token, so that no other site can send it.</summary>
internal static class PasskeyEndpoints
{
    /// <summary>The page with one's passkeys.</summary>
    public const string Page = "account/passkeys";

    public static void AddPasskeys(this IServiceCollection services, PublicAddress address)
    {
        services.AddScoped<PasskeyDesk>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = address.PasskeyHost;
            // who holds the device must show that it is theirs: it is the only thing asked for
            passkeys.UserVerificationRequirement = "required";
            // found by the device itself, without a user name
            passkeys.ResidentKeyRequirement = "required";
        });
    }

    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost("/sign-in/passkey/options", async (IFormCollection form, SignInManager<Account> signIn) => Json(await signIn.MakePasskeyRequestOptionsAsync(null))).AllowAnonymous();
        app.MapPost("/sign-in/passkey", Enter).AllowAnonymous().RequireRateLimiting(SigningIn.Attempts);
        app.MapPost("/account/passkeys/options", async Task<IResult> (IFormCollection form, HttpContext http, PasskeyDesk desk) =>
            await Of(http, desk) is not { } account ? TypedResults.NotFound() : IsFresh(http, account) ? Json(await desk.OptionsAsync(account)) : TypedResults.StatusCode(StatusCodes.Status403Forbidden));
        app.MapPost("/account/passkeys/add", Add);
        app.MapPost("/account/passkeys/remove", async Task<IResult> (IFormCollection form, HttpContext http, PasskeyDesk desk) =>
            await Of(http, desk) is not { } account ? TypedResults.NotFound() : IsFresh(http, account) ? Back(http, await desk.RemoveAsync(account, form["id"].ToString())) : Confirm(http));
        app.MapPost("/account/confirm/passkey", Show).RequireRateLimiting(SigningIn.Attempts);
    }

    private static async Task<IResult> Add(IFormCollection form, HttpContext http, PasskeyDesk desk, Confirmation confirmation)
    {
        if (await Of(http, desk) is not { } account) return TypedResults.NotFound();
        if (!IsFresh(http, account)) return Confirm(http);
        var refusal = await desk.AddAsync(account, form["credential"].ToString(), form["name"].ToString());
        // the device has just asked for a finger or a PIN
        if (refusal is null) await confirmation.RememberAsync(http, byPasskey: true);
        return Back(http, refusal);
    }

    /// <summary>Somebody who has signed in shows a passkey as well.</summary>
    private static async Task<IResult> Show(IFormCollection form, HttpContext http, PasskeyDesk desk, Confirmation confirmation)
    {
        if (await Of(http, desk) is not { } account) return TypedResults.NotFound();
        var back = form["back"].ToString() is var asked && Address.IsLocal(asked) ? asked : $"{http.Request.PathBase}/{Page}";
        if (!await desk.IsShownAsync(account, form["credential"].ToString()))
            return TypedResults.Redirect($"{http.Request.PathBase}/account/confirm{QueryString.Create("refused", SignInRefusals.Passkey.Code).Add("back", back)}");
        await confirmation.RememberAsync(http, byPasskey: true);
        return TypedResults.Redirect(back);
    }

    private static bool IsFresh(HttpContext http, Account account) => http.RequestServices.GetRequiredService<Confirmation>().IsFresh(http, account);

    private static RedirectHttpResult Confirm(HttpContext http) => TypedResults.Redirect($"{http.Request.PathBase}/{ConfirmHref(http)}");

    /// <summary>Where one shows who one is, and comes back to the passkeys.</summary>
    public static string ConfirmHref(HttpContext http) => $"account/confirm{QueryString.Create("back", $"{http.Request.PathBase}/{Page}")}";

    private static async Task<IResult> Enter(IFormCollection form, HttpContext http, PasskeyDesk desk)
    {
        if (await desk.EnterAsync(form["credential"].ToString()) is { } refusal) return TypedResults.Redirect($"{http.Request.PathBase}/sign-in/refused/{refusal.Code}");
        var back = form["back"].ToString();
        return TypedResults.Redirect(Address.IsLocal(back) ? back : $"{http.Request.PathBase}/");
    }

    private static RedirectHttpResult Back(HttpContext http, Refusal? refusal) =>
        TypedResults.Redirect($"{http.Request.PathBase}/{Page}{(refusal is null ? "" : "?refused=" + refusal.Code)}");

    /// <summary>Whose passkeys; of those who have come with a token, nobody's.</summary>
    private static async Task<Account?> Of(HttpContext http, PasskeyDesk desk) =>
        http.Request.Headers.Authorization.Count == 0 && http.Features.Get<SignedIn>() is { } signedIn ? await desk.FindAsync(signedIn.Account) : null;

    private static ContentHttpResult Json(string json) => TypedResults.Content(json, "application/json");
}

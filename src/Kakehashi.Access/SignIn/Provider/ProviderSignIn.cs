using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kakehashi.Access.SignIn.Provider;

/// <summary>The way in by the university's sign-in service, and the way out there.</summary>
internal static partial class ProviderSignIn
{
    /// <summary>The one address that the provider must know, in no language.</summary>
    public const string Callback = "/sign-in/callback";

    /// <summary>Where the way to the provider begins: not a form, whose policy would have to name all that the provider leads to.</summary>
    public const string Begin = "/sign-in/provider";

    public const string IdToken = "id_token";

    private const string Scheme = "provider";
    private const string Arrived = "/sign-in/arrived";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static void AddProvider(this IServiceCollection services, OidcSettings settings, PublicAddress address)
    {
        services.AddSingleton(settings);
        services.AddScoped<ProviderAccounts>();
        services.AddAuthentication().AddOAuth<OidcOptions, OidcHandler>(Scheme, options =>
        {
            options.Take(settings);
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.RemoteAuthenticationTimeout = Patience;
            options.CorrelationCookie.Name = address.CookieName("kakehashi.way.");
            options.CorrelationCookie.Path = "/";
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Events.OnRemoteFailure = Failed;
            options.Events.OnAccessDenied = denied =>
            {
                denied.HandleResponse();
                return Refuse(denied.HttpContext, denied.Properties, SignInRefusals.ProviderCancelled);
            };
        });
    }

    public static void MapProvider(this WebApplication app)
    {
        if (app.Services.GetService<OidcSettings>() is null) return;
        app.MapGet(Begin, Start).AllowAnonymous().RequireRateLimiting(SigningIn.Attempts);
        // answered by the handler, once the records are open
        app.MapGet(Callback, () => TypedResults.NotFound()).AllowAnonymous();
        app.MapGet(Arrived, Arrive).AllowAnonymous();
    }

    /// <summary>The address of the provider where somebody who has come from there signs out too; null where there is none.</summary>
    public static async Task<string?> LeaveAsync(HttpContext http)
    {
        if (http.RequestServices.GetService<OidcSettings>() is not { } settings) return null;
        if ((await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.GetTokenValue(IdToken) is not { } token) return null;
        if (await MetadataAsync(http) is not { EndSessionEndpoint: { Length: > 0 } address }) return null;
        return QueryHelpers.AddQueryString(address, new Dictionary<string, string?>
        {
            ["id_token_hint"] = token,
            ["client_id"] = settings.ClientId,
            ["post_logout_redirect_uri"] = $"{http.Request.Scheme}://{http.Request.Host}/",
        });
    }

    private static async Task<IResult> Start(HttpContext http, string? back, string? language)
    {
        var spoken = (Languages.Read(language) ?? Speech.Spoken).Code();
        var arrive = $"/{spoken}{Arrived}";
        var properties = new AuthenticationProperties { RedirectUri = back is not null && Address.IsLocal(back) ? QueryHelpers.AddQueryString(arrive, "back", back) : arrive };
        return await MetadataAsync(http) is null
            ? TypedResults.Redirect($"/{spoken}/sign-in/refused/{SignInRefusals.ProviderDown.Code}")
            : TypedResults.Challenge(properties, [Scheme]);
    }

    private static async Task<RedirectHttpResult> Arrive(HttpContext http, string? back, ProviderAccounts accounts, WayIn door)
    {
        var arrived = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        var refusal = arrived.Succeeded ? await EnterAsync(arrived, accounts, door) : SignInRefusals.Expired;
        if (refusal is not null) return TypedResults.Redirect($"{http.Request.PathBase}/sign-in/refused/{refusal.Code}");
        return TypedResults.Redirect(back is not null && Address.IsLocal(back) ? back : $"{http.Request.PathBase}/");
    }

    private static async Task<Refusal?> EnterAsync(AuthenticateResult arrived, ProviderAccounts accounts, WayIn door)
    {
        var found = await accounts.FindAsync(arrived.Principal!);
        if (!found.IsDone) return found.Refusal;
        var kept = new AuthenticationProperties();
        if (arrived.Properties?.GetTokenValue(IdToken) is { } token) kept.StoreTokens([new() { Name = IdToken, Value = token }]);
        return await door.EnterAsync(found.Value, WayIn.Provider, kept);
    }

    private static Task Failed(RemoteFailureContext failure)
    {
        failure.HandleResponse();
        var fault = failure.Failure;
        CannotSignIn(LoggerOf(failure.HttpContext), fault);
        var refusal = fault switch
        {
            ProviderFault => SignInRefusals.ProviderAnswer,
            HttpRequestException or InvalidOperationException or TaskCanceledException => SignInRefusals.ProviderDown,
            // the state is ours, encrypted, and bound to the browser by a cookie: what fails there is old or of another
            _ when failure.Properties is null || fault?.Message == "Correlation failed." => SignInRefusals.Expired,
            _ => SignInRefusals.ProviderAnswer,
        };
        return Refuse(failure.HttpContext, failure.Properties, refusal);
    }

    /// <summary>In the language in which the way began.</summary>
    private static Task Refuse(HttpContext http, AuthenticationProperties? properties, Refusal refusal)
    {
        var language = Languages.Read(properties?.RedirectUri?.Split('/') is [_, var first, ..] ? first : null) ?? Speech.Spoken;
        http.Response.Redirect($"/{language.Code()}/sign-in/refused/{refusal.Code}");
        return Task.CompletedTask;
    }

    /// <summary>What the provider says of itself; null where it cannot be reached.</summary>
    private static async Task<Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectConfiguration?> MetadataAsync(HttpContext http)
    {
        try
        {
            return await http.RequestServices.GetRequiredService<IOptionsMonitor<OidcOptions>>().Get(Scheme).Metadata.GetConfigurationAsync(http.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or HttpRequestException)
        {
            CannotSignIn(LoggerOf(http), fault);
            return null;
        }
    }

    private static ILogger LoggerOf(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderSignIn));

    [LoggerMessage(LogLevel.Warning, "Signing in at the provider failed")]
    private static partial void CannotSignIn(ILogger log, Exception? fault);
}

using System.Security.Claims;
using Kakehashi.Access.People;
using Kakehashi.Access.SignIn.Passkeys;
using Kakehashi.Access.SignIn.Provider;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Api;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Access.SignIn;

/// <summary>What the host needs so that only people with an account come in, and every request knows who asks.</summary>
public static class SigningIn
{
    /// <summary>The limit on attempts to sign in.</summary>
    public const string Attempts = "attempts";

    private const string Either = "either";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    public static void AddSigningIn(this IServiceCollection services, PublicAddress address, OidcSettings? provider)
    {
        services.AddSingleton(address);
        services.AddMemoryCache();
        services.AddDbContextFactory<AccountsContext>((provider, options) => provider.GetRequiredService<Workspace>().Database.Beside(options, AccountsContext.Store));
        services.AddSingleton<UnitTree>();
        services.AddSingleton<Actors>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Looks>();
        services.AddSingleton<SignInLog>();
        services.AddSingleton<FirstStart>();
        services.AddScoped<AccountDesk>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<CalendarAddresses>();
        services.AddSingleton<Leftovers>();
        services.AddSingleton<PeopleReader>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<ShownOnce>();
        services.AddScoped<WayIn>();
        services.AddSingleton<WayInLetters>();
        services.AddSingleton<Confirmation>();
        services.AddIdentityCore<Account>(Rules).AddEntityFrameworkStores<AccountsContext>().AddPasswordValidator<GuessablePasswords>().AddSignInManager().AddDefaultTokenProviders();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, scheme => scheme.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0 ? TokenSignIn.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.Name, null)
            .AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<Sessions>((options, sessions) => Cookie(options, sessions, address));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => address.Guard(options.Cookie, "kakehashi.passkey"));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, options => address.Guard(options.Cookie, "kakehashi.arrived"));
        services.AddPasskeys(address);
        if (provider is not null) services.AddProvider(provider, address);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddRateLimiter(Limits.Set);
    }

    /// <summary>After routing and once the records are open: finds out who asks, and turns away who may not.</summary>
    public static void UseSigningIn(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.Use(NameCaller);
        app.UseRateLimiter();
        app.UseAuthorization();
        app.Use(StrongSignIn.Ask);
        app.Use(AnswerDenied);
        app.Use(TurnAwayForeign);
    }

    /// <summary>Somebody as a request knows them, who may read but sees nothing personal: for pages that are written without the person.</summary>
    public static ClaimsPrincipal AsReader(string account) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account), new(TokenSignIn.ScopeClaim, nameof(TokenScope.Read))], "reader"));

    /// <summary>Addresses that are no pages.</summary>
    public static void MapSigningIn(this WebApplication app)
    {
        app.MapPost("/sign-out", async Task<IResult> (HttpContext http, SignInManager<Account> signIn) =>
        {
            var elsewhere = await ProviderSignIn.LeaveAsync(http);
            await signIn.SignOutAsync();
            if (elsewhere is not null) return new RazorComponentResult<LeavingPage>(new { Target = elsewhere });
            return TypedResults.Redirect($"{http.Request.PathBase}/sign-in");
        }).AllowAnonymous();
        Personas.Map(app);
        app.MapPasskeys();
        app.MapProvider();
    }

    /// <summary>What a name and a password must be; the version of the tables, with passkeys.</summary>
    public static void Rules(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.User.RequireUniqueEmail = false;
        identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@+";
        // length is what counts (OWASP ASVS 2.1); rules on the kinds of characters only make passwords worse
        (identity.Password.RequiredLength, identity.Password.RequiredUniqueChars) = (12, 5);
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        (identity.Lockout.MaxFailedAccessAttempts, identity.Lockout.DefaultLockoutTimeSpan) = (10, TimeSpan.FromMinutes(15));
    }

    private static void Cookie(CookieAuthenticationOptions options, Sessions sessions, PublicAddress address)
    {
        options.SessionStore = sessions;
        address.Guard(options.Cookie, "kakehashi.session");
        options.Cookie.SameSite = SameSiteMode.Lax;
        // however busy it is: a browser that is never closed is not signed in for ever (OWASP ASVS 3.3.2)
        (options.ExpireTimeSpan, options.SlidingExpiration) = (Kept, false);
        options.Events.OnRedirectToLogin = ToSignIn;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>A person gets the sign-in page and comes back; a program is told that it needs a token.</summary>
    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (RecordsApi.IsFor(request)) return RecordsApi.AnswerNobodyAsync(context.HttpContext);
        var home = request.PathBase.HasValue ? request.PathBase.Value : "/" + Speech.Spoken.Code();
        // a form is sent to the address of its page, which offers what the browser has kept of it
        var isPage = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        var back = (isPage || HttpMethods.IsGet(request.Method)) && request.Path != "/" ? "?back=" + Uri.EscapeDataString(home + request.Path.Value + request.QueryString) : "";
        context.Response.Redirect($"{home}/sign-in{back}");
        return Task.CompletedTask;
    }

    private static async Task NameCaller(HttpContext http, RequestDelegate next)
    {
        if (http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account)
        {
            var signedIn = await http.RequestServices.GetRequiredService<Actors>().OfAsync(account, http.RequestAborted);
            if (signedIn is null)
            {
                http.User = new(new ClaimsIdentity());
            }
            else
            {
                if (Enum.TryParse<TokenScope>(http.User.FindFirstValue(TokenSignIn.ScopeClaim), out var scope)) signedIn = signedIn with { Actor = Actors.Within(signedIn.Actor, scope) };
                Caller.Set(http, signedIn.Actor);
                http.Features.Set(signedIn);
            }
        }

        await next(http);
    }

    /// <summary>What a page did not ask about before is stopped where records are written; the answer is a page that says so.</summary>
    private static async Task AnswerDenied(HttpContext http, RequestDelegate next)
    {
        if (Caller.OrNobody(http) is { } actor && !actor.May(Right.See) && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            if (RecordsApi.IsFor(http.Request)) await RecordsApi.AnswerDeniedAsync(http, RightWords.Refuse(actor, Right.See));
            else http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        try
        {
            await next(http);
        }
        catch (NotAllowedException) when (!http.Response.HasStarted && !RecordsApi.IsFor(http.Request))
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }

    /// <summary>
    /// The API takes no form tokens: a change that comes with the cookie of a browser must come from a page of ours, which
    /// the browser says and no page of others can make it say otherwise.
    /// </summary>
    private static Task TurnAwayForeign(HttpContext http, RequestDelegate next)
    {
        var isChange = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (!isChange || !RecordsApi.IsFor(http.Request) || http.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none") return next(http);
        return RecordsApi.AnswerForeignAsync(http);
    }
}

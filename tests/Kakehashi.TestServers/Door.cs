using System.Security.Claims;
using System.Text.RegularExpressions;
using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kakehashi.TestServers;

/// <summary>Lets tests into a site: as somebody with the roles that they need.</summary>
public static partial class Door
{
    private const string SessionId = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";
    private static int count;

    /// <summary>The cookie of somebody new with these roles; the administrator of the whole university where none is named.</summary>
    public static async Task<string> Cookie(IServiceProvider services, params NewGrant[] grants) => (await Somebody(services, grants)).Cookie;

    /// <summary>Somebody new with these roles, who has signed in.</summary>
    public static async Task<(Account Account, string Cookie)> Somebody(IServiceProvider services, params NewGrant[] grants)
    {
        await using var scope = services.CreateAsyncScope();
        var of = scope.ServiceProvider;
        var name = $"tester{Interlocked.Increment(ref count)}";
        var added = await of.GetRequiredService<AccountDesk>().AddAsync(name, name, grants.Length == 0 ? [new(Role.Administrator, null)] : grants);
        var principal = await of.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(added.Value!);
        var now = of.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, IdentityConstants.ApplicationScheme);
        var key = await of.GetRequiredService<Sessions>().StoreAsync(ticket);
        var options = of.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var kept = new AuthenticationTicket(new(new ClaimsIdentity([new(SessionId, key)], IdentityConstants.ApplicationScheme)), null, IdentityConstants.ApplicationScheme);
        return (added.Value!, $"{options.Cookie.Name}={options.TicketDataFormat.Protect(kept)}");
    }

    /// <summary>Becomes one of the people of the demonstration, in a client that keeps cookies, as a person does on the page.</summary>
    public static async Task Become(HttpClient client, string persona, CancellationToken cancel)
    {
        var page = await client.GetStringAsync(new Uri("/en/sign-in", UriKind.Relative), cancel);
        using var form = new FormUrlEncodedContent([new("persona", persona), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        using var answer = await client.PostAsync(new Uri("/en/sign-in/as", UriKind.Relative), form, cancel);
        if ((int)answer.StatusCode >= 400) throw new InvalidOperationException($"{persona} was not let in: {answer.StatusCode}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

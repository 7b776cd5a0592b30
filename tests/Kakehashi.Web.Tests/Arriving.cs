using Kakehashi.Access.People;
using Kakehashi.TestServers;
using Microsoft.AspNetCore.Builder;

namespace Kakehashi.Web.Tests;

/// <summary>How clients of tests come in.</summary>
internal static class Arriving
{
    /// <summary>The client asks this site from now on as somebody with these roles; the administrator where none is named.</summary>
    public static async Task LetIn(this HttpClient client, WebApplication app, params NewGrant[] grants) =>
        client.DefaultRequestHeaders.Add("Cookie", await client.CookieOf(app, grants));

    /// <summary>The cookie of somebody with these roles.</summary>
    public static async Task<string> CookieOf(this HttpClient client, WebApplication app, params NewGrant[] grants)
    {
        client.BaseAddress = new Uri(app.Urls.Single());
        // the page waits until records and accounts are open
        using var answer = await client.GetAsync(new Uri("/en/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return await Door.Cookie(app.Services, grants);
    }
}

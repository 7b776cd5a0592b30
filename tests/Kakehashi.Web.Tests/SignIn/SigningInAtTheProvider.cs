using System.Net;
using System.Text.RegularExpressions;
using Kakehashi.Access.People;
using Kakehashi.TestServers;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.SignIn;

[Trait("Needs", "server")]
public sealed partial class SigningInAtTheProvider : IAsyncLifetime
{
    private OidcProvider provider = null!;
    private ASite site = null!;

    [Fact]
    public async Task Lets_somebody_in_whom_an_administrator_has_added_and_links_the_account()
    {
        await site.Add("hanako", password: null);
        using var page = await site.Get("/ja/sign-in?back=%2Fja%2Fagreements");
        var button = (await Website.Parse(page)).QuerySelector(".other-ways a")!;
        Assert.Equal("東北大IDでサインイン", button.TextContent);
        using var end = await Follow(button.GetAttribute("href")!, "hanako");
        Assert.Equal("/ja/agreements", end.Headers.Location?.OriginalString);
        Assert.True(await site.IsIn());
        Assert.Single(await site.With("hanako", (services, account) => services.GetRequiredService<UserManager<Account>>().GetLoginsAsync(account)));
    }

    [Fact]
    public async Task Again_finds_the_same_account_whatever_it_is_called_since()
    {
        await site.Add("taro", password: null);
        using (await Follow(Begin, "taro")) Assert.True(await site.IsIn());
        await site.With("taro", (services, account) => services.GetRequiredService<UserManager<Account>>().SetUserNameAsync(account, "taro.s"));
        using var out1 = await site.Send("/en/", "/en/sign-out", []);
        Assert.False(await site.IsIn());
        using var end = await Follow(Begin, "taro");
        Assert.True(await site.IsIn());
    }

    [Fact]
    public async Task Signs_out_there_too()
    {
        await site.Add("hanako", password: null);
        using (await Follow(Begin, "hanako")) Assert.True(await site.IsIn());
        using var answer = await site.Send("/en/", "/en/sign-out", []);
        var leaving = (await Website.Parse(answer)).QuerySelector("main a")!.GetAttribute("href")!;
        Assert.StartsWith($"{provider.Issuer}session/end?id_token_hint=", leaving);
        using var asked = await site.Get(leaving);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.False(await site.IsIn());
    }

    [Theory]
    [InlineData("nobody", "provider.unknown-account", "You have no account")]
    [InlineData("unverified", "provider.unverified", "has not verified")]
    [InlineData("misled", "provider.answer", "cannot be trusted")]
    [InlineData("left", "sign-in.disabled", "disabled")]
    [InlineData("taken", "provider.other-link", "somebody else")]
    public async Task Refuses_with_a_page_that_says_why(string name, string code, string words)
    {
        foreach (var known in (string[])["unverified", "misled", "left", "taken"]) await site.Add(known, password: null);
        await site.Disable("left");
        await site.With("taken", (services, account) => services.GetRequiredService<UserManager<Account>>().AddLoginAsync(account, new(provider.Issuer.AbsoluteUri, "another", null)));
        using var end = await Follow(Begin, name);
        Assert.Equal("/en/sign-in/refused/" + code, end.Headers.Location?.OriginalString);
        using var page = await site.Get(end.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains(words, (await Website.Parse(page)).QuerySelector("main")!.TextContent);
        Assert.False(await site.IsIn());
    }

    [Theory]
    [InlineData("nonce", "provider.answer")]
    [InlineData("state", "provider.expired")]
    public async Task With_another_nonce_or_state_than_ours_is_refused(string parameter, string code)
    {
        await site.Add("hanako", password: null);
        using var end = await Follow(Begin, "hanako", address => Regex.Replace(address, $"([?&]{parameter}=)[^&]+", "$1forged"));
        Assert.Equal("/en/sign-in/refused/" + code, end.Headers.Location?.OriginalString);
        Assert.False(await site.IsIn());
    }

    [Fact]
    public async Task That_another_browser_has_begun_is_refused()
    {
        await site.Add("hanako", password: null);
        using var other = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Browser.BaseAddress };
        using var begun = await other.GetAsync(Begin, TestContext.Current.CancellationToken);
        using var end = await Follow(begun.Headers.Location!.OriginalString, "hanako");
        Assert.Equal("/en/sign-in/refused/provider.expired", end.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task That_is_down_says_so()
    {
        provider.Dispose();
        using var answer = await site.Get(Begin);
        Assert.Equal("/en/sign-in/refused/provider.down", answer.Headers.Location?.OriginalString);
        using var page = await site.Get(answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        provider = await OidcProvider.Start();
    }

    [Fact]
    public async Task Makes_viewers_of_the_unknown_where_that_is_wanted()
    {
        await using var open = await ASite.Start(oidc: Settings(provider) + "unknown: viewer\n");
        (var closed, site) = (site, open);
        using (await Follow(Begin, "newcomer")) Assert.True(await open.IsIn());
        site = closed;
        Assert.Equal("山田 花子", await open.With("newcomer", (_, account) => Task.FromResult(account.DisplayName)));
    }

    public async ValueTask InitializeAsync()
    {
        provider = await OidcProvider.Start();
        site = await ASite.Start(oidc: Settings(provider));
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null) await site.DisposeAsync();
        provider?.Dispose();
    }

    private const string Begin = "/sign-in/provider?language=en";

    private static string Settings(OidcProvider provider)
    {
        var secret = Path.Combine(Directory.CreateTempSubdirectory("kakehashi-secret-").FullName, "secret");
        File.WriteAllText(secret, OidcProvider.ClientSecret + "\n");
        return $$"""
            issuer: {{provider.Issuer.AbsoluteUri.TrimEnd('/')}}
            client_id: {{OidcProvider.ClientId}}
            client_secret_file: {{secret}}
            label: {ja: 東北大IDでサインイン, en: Sign in with your university ID}

            """;
    }

    /// <summary>Goes as a browser does, signs in and consents at the provider, until the site sends on to one of its pages.</summary>
    private async Task<HttpResponseMessage> Follow(string address, string name, Func<string, string>? forged = null)
    {
        var answer = await site.Get(address);
        for (var step = 0; step < 15; step++)
        {
            var at = answer.RequestMessage!.RequestUri!;
            if (at.AbsolutePath.EndsWith("/arrived", StringComparison.Ordinal) || answer.Headers.Location?.OriginalString.Contains("/refused/", StringComparison.Ordinal) == true) return answer;
            using var old = answer;
            if (answer.Headers.Location is { } next)
            {
                var to = new Uri(at, next).AbsoluteUri;
                answer = await site.Get(to.StartsWith(provider.Issuer.AbsoluteUri + "auth?", StringComparison.Ordinal) && forged is not null ? forged(to) : to);
                continue;
            }

            var prompt = Prompt().Match(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
            using var form = new FormUrlEncodedContent([new("prompt", prompt), new("login", name), new("password", "x")]);
            answer = await site.Browser.PostAsync(at, form, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"stuck at {answer.RequestMessage!.RequestUri}");
    }

    [GeneratedRegex("name=\"prompt\" value=\"(\\w+)\"")]
    private static partial Regex Prompt();
}

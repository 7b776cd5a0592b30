using System.Net;
using System.Net.Sockets;

namespace Kakehashi.Web.Tests.SignIn;

public sealed class BehindAProxy : IAsyncLifetime
{
    private const string Address = "https://kakehashi.example.ac.jp";

    private static readonly (string, string)[] Proxied = [("Host", "kakehashi.example.ac.jp"), ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https")];

    private ASite site = null!;

    [Fact]
    public async Task Pages_say_that_the_site_is_reached_by_TLS_alone()
    {
        using var answer = await site.Get("/ja/sign-in", Proxied);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task Every_cookie_is_for_this_host_and_TLS_alone()
    {
        await site.Add("hanako");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Browser.BaseAddress };
        using var shown = await Ask(browser, HttpMethod.Get, "", null);
        var token = (await Website.Parse(shown)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var entered = await Ask(browser, HttpMethod.Post, Cookies(shown), new FormUrlEncodedContent([new("_handler", "sign-in"), new("user", "hanako"), new("password", ASite.Password), new("__RequestVerificationToken", token)]));
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        var all = shown.Headers.GetValues("Set-Cookie").Concat(entered.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(all, cookie => cookie.StartsWith("__Host-kakehashi.session=", StringComparison.Ordinal));
        Assert.Contains(all, cookie => cookie.StartsWith("__Host-kakehashi.form=", StringComparison.Ordinal));
        Assert.All(all, cookie => Assert.Contains("; secure", cookie));
        Assert.All(all, cookie => Assert.Contains("; path=/", cookie));
        Assert.All(all.Where(cookie => cookie.StartsWith("__Host-", StringComparison.Ordinal)), cookie => Assert.Contains("; httponly", cookie));
        Assert.All(all, cookie => Assert.Contains("; samesite=", cookie));
        // and the session remembers where the person is, not the proxy
        Assert.Equal(["203.0.113.7"], await site.With("hanako", (services, account) => Task.FromResult(SessionsOf(services, account.Id))));
    }

    [Fact]
    public async Task Redirects_stay_at_the_address_that_people_use()
    {
        using var answer = await site.Get("/ja/agreements", Proxied);
        Assert.StartsWith("/ja/sign-in", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_machine_itself_is_sent_there_too_but_may_ask_whether_all_is_well()
    {
        using var answer = await site.Get("/ja/agreements", ("Host", "127.0.0.1"));
        Assert.Equal(Address + "/ja/agreements", answer.Headers.Location?.OriginalString);
        using var health = await site.Get("/healthz", ("Host", "127.0.0.1"));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Another_name_is_turned_away()
    {
        using var answer = await site.Get("/en/", ("Host", "evil.example"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Who_comes_past_it_without_TLS_is_sent_to_the_address_before_typing_a_password()
    {
        await using var open = await ASite.Start(options => options with { Urls = ["http://0.0.0.0:0"], Site = Address });
        var own = Array.Find(await Dns.GetHostAddressesAsync(Dns.GetHostName(), TestContext.Current.CancellationToken), one => one.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(one));
        Assert.SkipWhen(own is null, "This machine has no address besides its own");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var root = $"http://{own}:{open.Browser.BaseAddress!.Port}";
        using var page = new HttpRequestMessage(HttpMethod.Get, root + "/ja/agreements?q=1") { Headers = { Host = "kakehashi.example.ac.jp" } };
        page.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await browser.SendAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal(Address + "/ja/agreements?q=1", answer.Headers.Location?.OriginalString);
        using var form = new HttpRequestMessage(HttpMethod.Post, root + "/ja/sign-in") { Headers = { Host = "kakehashi.example.ac.jp" } };
        using var refused = await browser.SendAsync(form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var call = new HttpRequestMessage(HttpMethod.Post, root + "/api/v1/agreements") { Headers = { Host = "kakehashi.example.ac.jp" } };
        using var told = await browser.SendAsync(call, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (told.StatusCode, told.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"Send it to {Address}", await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask InitializeAsync() => site = await ASite.Start(options => options with { Site = Address });

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    private static List<string?> SessionsOf(IServiceProvider services, string account)
    {
        var context = (global::Kakehashi.Access.People.AccountsContext)services.GetService(typeof(global::Kakehashi.Access.People.AccountsContext))!;
        return [.. context.Sessions.Where(session => session.Account == account).Select(session => session.Address)];
    }

    private static string Cookies(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    private static async Task<HttpResponseMessage> Ask(HttpClient browser, HttpMethod method, string cookies, HttpContent? form)
    {
        using var request = new HttpRequestMessage(method, "/en/sign-in") { Content = form };
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        foreach (var (name, value) in Proxied) request.Headers.TryAddWithoutValidation(name, value);
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

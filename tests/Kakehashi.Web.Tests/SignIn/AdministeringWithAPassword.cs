using System.Net;
using Kakehashi.Access.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.SignIn;

public sealed class AdministeringWithAPassword
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "/en/account/passkeys?needed=true")]
    [InlineData(true, "/en/account/confirm?needed=true")]
    public async Task Reaches_only_the_page_that_adds_the_first_passkey_or_asks_for_one_that_there_is(bool hasPasskey, string wanted)
    {
        await using var site = await ASite.Start(university: "administrators_need_passkey: true\n");
        await site.Add("taro", role: Role.Administrator);
        if (hasPasskey) await GivePasskey(site);
        using (await site.SignIn("taro")) Assert.False(await site.IsIn());
        foreach (var path in new[] { "/en/", "/en/people", "/en/account" })
        {
            using var away = await site.Get(path);
            Assert.StartsWith(wanted, away.Headers.Location!.ToString());
        }

        using (var api = await site.Get("/api/v1/org-units")) Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        using (var page = await site.Get(wanted))
        {
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains("dministrators", await page.Content.ReadAsStringAsync(Cancel));
        }

        // who knows the password only adds no passkey beside the one that there is
        using var options = await site.Send("/en/account/confirm", "/en/account/passkeys/options", []);
        Assert.Equal(hasPasskey ? HttpStatusCode.Forbidden : HttpStatusCode.OK, options.StatusCode);
        using var left = await site.Send("/en/account/confirm", "/en/sign-out", []);
        Assert.Equal("/en/sign-in", left.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Is_enough_where_the_university_does_not_ask_for_more_and_for_those_who_do_not_administer()
    {
        await using (var usual = await ASite.Start())
        {
            await usual.Add("taro", role: Role.Administrator);
            using (await usual.SignIn("taro")) Assert.True(await usual.IsIn());
        }

        await using var strict = await ASite.Start(university: "administrators_need_passkey: true\n");
        await strict.Add("hanako");
        using (await strict.SignIn("hanako")) Assert.True(await strict.IsIn());
    }

    private static Task<IdentityResult> GivePasskey(ASite site) => site.With("taro", (services, account) => services.GetRequiredService<UserManager<Account>>()
        .AddOrUpdatePasskeyAsync(account, new UserPasskeyInfo([1, 2, 3], [4, 5, 6], DateTimeOffset.UnixEpoch, 0, null, true, false, false, [], []) { Name = "Laptop" }));
}

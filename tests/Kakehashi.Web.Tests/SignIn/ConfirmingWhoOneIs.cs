using System.Net;
using Kakehashi.Access.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.SignIn;

public sealed class ConfirmingWhoOneIs
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_asked_before_a_passkey_is_added_or_removed_once_the_sign_in_is_some_minutes_old()
    {
        await using var site = await ASite.Start();
        await site.Add("hanako");
        using (await site.SignIn("hanako"))
            await Age(site, TimeSpan.FromMinutes(11));
        using (var page = await site.Get("/en/account/passkeys")) Assert.Contains("account/confirm?back=", await page.Content.ReadAsStringAsync(Cancel));
        using (var options = await site.Send("/en/account/passkeys", "/en/account/passkeys/options", [])) Assert.Equal(HttpStatusCode.Forbidden, options.StatusCode);
        foreach (var to in new[] { "add", "remove" })
        {
            using var refused = await site.Send("/en/account/passkeys", "/en/account/passkeys/" + to, [("id", "x"), ("credential", "{}"), ("name", "x")]);
            Assert.StartsWith("/en/account/confirm?back=", refused.Headers.Location!.ToString());
        }

        using (var wrong = await Confirm(site, "not my password")) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var right = await Confirm(site, ASite.Password)) Assert.Equal("/en/account/passkeys", right.Headers.Location!.ToString());
        using (var options = await site.Send("/en/account/passkeys", "/en/account/passkeys/options", [])) Assert.Equal(HttpStatusCode.OK, options.StatusCode);
    }

    [Fact]
    public async Task Is_not_asked_of_who_has_just_signed_in()
    {
        await using var site = await ASite.Start();
        await site.Add("hanako");
        using (await site.SignIn("hanako"))
        using (var options = await site.Send("/en/account/passkeys", "/en/account/passkeys/options", [])) Assert.Equal(HttpStatusCode.OK, options.StatusCode);
    }

    [Fact]
    public async Task Leaves_no_more_guesses_than_the_door_and_leads_only_back_to_us()
    {
        await using var site = await ASite.Start();
        await site.Add("hanako");
        using (await site.SignIn("hanako"))
        using (var away = await site.Send("/en/account/confirm", "/en/account/confirm?back=https%3A%2F%2Felsewhere.example", [("_handler", "confirm"), ("password", ASite.Password)]))
            Assert.Equal("/en/account/passkeys", away.Headers.Location!.ToString());
        for (var i = 0; i < 10; i++) using (await Confirm(site, $"guess number {i}")) { }
        using var locked = await Confirm(site, ASite.Password);
        Assert.Contains("Too many wrong attempts", await locked.Content.ReadAsStringAsync(Cancel));
    }

    private static Task<HttpResponseMessage> Confirm(ASite site, string password) =>
        site.Send("/en/account/confirm", "/en/account/confirm?back=%2Fen%2Faccount%2Fpasskeys", [("_handler", "confirm"), ("password", password)]);

    /// <summary>The sign-in is as old as this; no page has been asked for yet, so that nothing of it is held in memory.</summary>
    private static async Task Age(ASite site, TimeSpan by)
    {
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<AccountsContext>>().CreateDbContextAsync(Cancel);
        var session = await context.Sessions.SingleAsync(Cancel);
        var ticket = TicketSerializer.Default.Deserialize(session.Ticket)!;
        ticket.Properties.IssuedUtc -= by;
        session.Ticket = TicketSerializer.Default.Serialize(ticket);
        await context.SaveChangesAsync(Cancel);
    }
}

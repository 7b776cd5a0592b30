using System.Net;
using Kakehashi.Access.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Access;

public abstract class MyAccount(Workplace workplace)
{
    private const string Old = "the first password of all";
    private const string New = "quite another sentence";

    [Fact]
    public async Task Says_in_words_what_I_may_do()
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Contributor, workplace["ENG"]));
        using var _1 = visitor;
        var text = (await visitor.Page("/en/account")).QuerySelector("main")!.TextContent;
        foreach (var words in new[] { account.UserName!, "Contributor (Faculty ENG)", "Enter the records of units", "This browser" }) Assert.Contains(words, text);
        Assert.DoesNotContain("Administer", text);
        Assert.Contains("入力担当者（学部ENG）", (await visitor.Page("/ja/account")).QuerySelector("main")!.TextContent);
        Assert.NotNull((await visitor.Page("/en/")).QuerySelector(".user-menu a[href=account]"));
        Assert.Null((await visitor.Page("/en/")).QuerySelector(".sidenav a[href=people]"));
    }

    [Fact]
    public async Task Takes_another_password_from_who_knows_the_old_one_and_ends_my_other_sessions()
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Viewer, null));
        using var _1 = visitor;
        await Set(account, Old);
        using var other = workplace.Nobody();
        using (var signedIn = await other.Send("/en/sign-in", "sign-in", ("user", account.UserName!), ("password", Old))) Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.Contains("not your present password", await visitor.Refused("/en/account", "password", ("old", "something else"), ("new", New), ("again", New)));
        Assert.Contains("differ", await visitor.Refused("/en/account", "password", ("old", Old), ("new", New), ("again", New + "!")));
        Assert.Contains("12 characters", await visitor.Refused("/en/account", "password", ("old", Old), ("new", "short"), ("again", "short")));
        Assert.Equal(HttpStatusCode.OK, await other.Status("/en/account"));
        Assert.Contains("has been changed", (await visitor.Done("/en/account", "password", ("old", Old), ("new", New), ("again", New))).QuerySelector("main")!.TextContent);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (await visitor.Status("/en/account"), await other.Status("/en/account")));
        using var again = await other.Send("/en/sign-in", "sign-in", ("user", account.UserName!), ("password", New));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task Ends_one_of_my_other_sessions_or_all_of_them()
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Viewer, null));
        using var _1 = visitor;
        await Set(account, Old);
        using var second = await SignedIn(account);
        using var third = await SignedIn(account);
        var page = await visitor.Page("/en/account");
        Assert.Contains("Firefox on Linux", page.QuerySelector("main")!.TextContent);
        var sessions = page.QuerySelectorAll("button[name=session]").Select(button => button.GetAttribute("value")!).ToList();
        Assert.Equal(2, sessions.Count);
        await visitor.Done("/en/account", "sessions", ("session", sessions[0]));
        Assert.Single(new[] { await second.Status("/en/account"), await third.Status("/en/account") }, HttpStatusCode.Found);
        await visitor.Done("/en/account", "sessions", ("all", "true"));
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found, HttpStatusCode.OK), (await second.Status("/en/account"), await third.Status("/en/account"), await visitor.Status("/en/account")));
    }

    [Fact]
    public async Task Ends_no_session_of_somebody_else()
    {
        var (visitor, _) = await workplace.New(new NewGrant(Role.Viewer, null));
        var (other, of) = await workplace.New(new NewGrant(Role.Viewer, null));
        using var _1 = visitor;
        using var _2 = other;
        var session = Assert.Single(await workplace.Office.Services.GetRequiredService<Kakehashi.Access.SignIn.Sessions>().OfAsync(of.Id, TestContext.Current.CancellationToken));
        await visitor.Done("/en/account", "sessions", ("session", session.Id));
        Assert.Equal(HttpStatusCode.OK, await other.Status("/en/account"));
    }

    [Fact]
    public async Task Makes_a_token_that_is_shown_once_and_revokes_it()
    {
        var (visitor, _) = await workplace.New(new NewGrant(Role.Viewer, workplace["ENG"]));
        using var _1 = visitor;
        Assert.Contains("Give the token a name", await visitor.Refused("/en/account", "token", ("token-name", " ")));
        var page = await visitor.Done("/en/account", "token", ("token-name", "Yearly report"), ("scope", "read"), ("days", "365"));
        var token = page.QuerySelector("input.secret")!.GetAttribute("value")!;
        var kept = await visitor.Page("/en/account");
        Assert.Null(kept.QuerySelector("input.secret"));
        var row = kept.QuerySelector("button[name=token]")!.ParentElement!.ParentElement!.TextContent;
        Assert.Contains("Yearly report", row);
        Assert.Contains("…" + token[^4..], row);
        using var program = new HttpClient { BaseAddress = workplace.Site };
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Contains("AG-ENG", await program.GetStringAsync(new Uri("/api/v1/agreements", UriKind.Relative), TestContext.Current.CancellationToken));
        await visitor.Done("/en/account", "revoke", ("token", kept.QuerySelector("button[name=token]")!.GetAttribute("value")!));
        using var answer = await program.GetAsync(new Uri("/api/v1/agreements", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<Visitor> SignedIn(Account account)
    {
        var visitor = workplace.Nobody();
        using var signedIn = await visitor.Send("/en/sign-in", "sign-in", ("user", account.UserName!), ("password", Old));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        return visitor;
    }

    private async Task Set(Account account, string password)
    {
        await using var scope = workplace.Office.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var known = await users.FindByIdAsync(account.Id);
        // as its holder has it: the same stamp as in the session
        var stamp = known!.SecurityStamp;
        Assert.True((await users.AddPasswordAsync(known, password)).Succeeded);
        known.SecurityStamp = stamp;
        Assert.True((await users.UpdateAsync(known)).Succeeded);
    }
}

public sealed class MyAccountInSqlite(Workplace workplace) : MyAccount(workplace);

[Collection(nameof(OnPostgres))]
[Trait("Needs", "server")]
public sealed class MyAccountInPostgres : MyAccount
{
    public MyAccountInPostgres(WorkplaceOnPostgres workplace)
        : base(workplace) => TestServers.PostgresServer.Skip();
}

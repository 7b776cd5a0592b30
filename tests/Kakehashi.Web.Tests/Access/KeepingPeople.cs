using System.Net;
using System.Text.RegularExpressions;
using Kakehashi.Access.People;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Access;

public abstract class KeepingPeople(Workplace workplace)
{
    private const string Password = "a bridge over the river";

    [Fact]
    public async Task Adds_somebody_who_takes_up_the_link_that_is_shown_once()
    {
        using var administrator = await Administrator();
        var page = await administrator.Done("/en/people/new", "person", ("name", "Hanako Sato"), ("user", "hanako"), ("role.0", "contributor"), Unit(0, "ENG"), ("role.1", "viewer"));
        var link = new Uri(page.QuerySelector("input.secret")!.GetAttribute("value")!);
        var here = Here(await administrator.Page("/en/people?q=hanako"));
        Assert.Null((await administrator.Page("/en/" + here)).QuerySelector("input.secret"));
        var row = (await administrator.Page("/en/people?q=SATO")).QuerySelector(".data-table tbody tr")!.TextContent;
        Assert.Contains("Contributor (Faculty ENG)", row);
        Assert.Contains("Viewer (Whole university)", row);
        Assert.Contains("Invited", row);

        using var hanako = workplace.Nobody();
        using (var taken = await hanako.Send(link.PathAndQuery, "welcome", ("password", Password), ("again", Password))) Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await hanako.Status($"/en/agreements/{workplace["AG-ENG"]}/edit"));
        Assert.Equal(HttpStatusCode.Forbidden, await hanako.Status($"/en/agreements/{workplace["AG-LAW"]}/edit"));
        Assert.Equal(HttpStatusCode.Gone, await hanako.Status(link.PathAndQuery));
    }

    [Fact]
    public async Task Refuses_with_words_and_leaves_nothing_half_done()
    {
        using var administrator = await Administrator();
        var (_, taken) = await workplace.New(new NewGrant(Role.Viewer, null));
        Assert.Contains("Enter the person’s name", await administrator.Refused("/en/people/new", "person", ("user", "half1"), ("role.0", "viewer")));
        Assert.Contains("Choose at least one role", await administrator.Refused("/en/people/new", "person", ("name", "Half"), ("user", "half2")));
        Assert.Contains("Choose the role", await administrator.Refused("/en/people/new", "person", ("name", "Half"), ("user", "half3"), ("role.0", "viewer"), Unit(1, "LAW")));
        Assert.Contains("no such unit", await administrator.Refused("/en/people/new", "person", ("name", "Half"), ("user", "half4"), ("role.0", "viewer"), ("unit.0", "424242")));
        Assert.Contains("unaccented letters", await administrator.Refused("/en/people/new", "person", ("name", "Half"), ("user", "半分"), ("role.0", "viewer")));
        Assert.Contains("is taken", await administrator.Refused("/en/people/new", "person", ("name", "Half"), ("user", taken.UserName!), ("role.0", "viewer")));
        Assert.Empty((await administrator.Page("/en/people?q=half")).QuerySelectorAll(".data-table tbody tr"));
    }

    [Fact]
    public async Task Gives_other_roles_ends_sessions_and_shuts_out()
    {
        using var administrator = await Administrator();
        var (visitor, account) = await workplace.New(new NewGrant(Role.Officer, null));
        using var _1 = visitor;
        await visitor.Page("/en/agreements");
        var here = $"/en/people/{account.Id}";
        await administrator.Done(here, "person", ("name", "Other Name"), ("role.0", "viewer"), Unit(0, "LAW"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status($"/en/agreements/{workplace["AG-ENG"]}"));
        Assert.Contains("Other Name", (await visitor.Page("/en/account")).QuerySelector("main")!.TextContent);

        Assert.Contains("Signed out there", (await administrator.Done(here, "sessions", ("all", "true"))).QuerySelector("main")!.TextContent);
        Assert.Equal(HttpStatusCode.Found, await visitor.Status("/en/agreements"));

        var invited = await administrator.Done(here, "invite");
        var link = new Uri(invited.QuerySelector("input.secret")!.GetAttribute("value")!).PathAndQuery;
        Assert.Contains("account is disabled", (await administrator.Done(here, "disable")).QuerySelector("main")!.TextContent);
        Assert.Equal(HttpStatusCode.Gone, await visitor.Status(link));
        Assert.Null((await administrator.Page(here)).QuerySelector("input[value=invite]"));
        Assert.Contains("enabled again", (await administrator.Done(here, "enable")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Says_when_somebody_was_last_here_also_after_they_have_signed_out()
    {
        using var administrator = await Administrator();
        var (visitor, account) = await workplace.New(new NewGrant(Role.Viewer, null));
        using var _1 = visitor;
        using (var left = await visitor.Client.PostAsync(new Uri("/en/sign-out", UriKind.Relative), null, TestContext.Current.CancellationToken)) Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Equal(HttpStatusCode.Found, await visitor.Status("/en/agreements"));
        Assert.Matches("[0-9]:[0-9]{2}", await Row(administrator, account));
        // and whoever changes the account does not put it back
        await administrator.Done($"/en/people/{account.Id}", "person", ("name", "Another Name"));
        Assert.Matches("Another Name.*[0-9]:[0-9]{2}", await Row(administrator, account));
    }

    [Fact]
    public async Task Says_when_a_program_was_last_here_in_the_name_of_somebody_also_after_its_token_is_gone()
    {
        using var administrator = await Administrator();
        await using var scope = workplace.Office.Services.CreateAsyncScope();
        var account = (await scope.ServiceProvider.GetRequiredService<AccountDesk>().AddAsync($"absent{Guid.NewGuid():N}", "Absent", [new(Role.Viewer, null)])).Value!;
        Assert.DoesNotMatch("[0-9]:[0-9]{2}", await Row(administrator, account));
        var tokens = scope.ServiceProvider.GetRequiredService<AccessTokens>();
        var token = (await tokens.MakeAsync(account.Id, "test", TokenScope.Read, 1)).Value!;
        using (var program = new HttpClient { BaseAddress = workplace.Site })
        {
            program.DefaultRequestHeaders.Authorization = new("Bearer", token.Text);
            await program.GetStringAsync(new Uri("/api/v1/agreements", UriKind.Relative), TestContext.Current.CancellationToken);
        }

        await tokens.RevokeAsync(account.Id, token.Kept.Id);
        Assert.Matches("[0-9]:[0-9]{2}", await Row(administrator, account));
    }

    [Fact]
    public async Task Never_loses_the_last_administrator()
    {
        await using var office = await workplace.Another();
        var (account, cookie) = await TestServers.Door.Somebody(office.Services);
        using var administrator = new Visitor(office.Client.BaseAddress!, cookie);
        var unit = (await office.Unit("U1")).Id;
        // the office itself was opened by an administrator, who goes first
        var others = (await administrator.Page("/en/people")).QuerySelectorAll(".data-table tbody th a").Select(link => "/en/" + link.GetAttribute("href")).Where(path => !path.EndsWith(account.Id, StringComparison.Ordinal));
        foreach (var other in others) await administrator.Done(other, "disable");
        var here = $"/en/people/{account.Id}";
        using (var refused = await administrator.Send(here, "disable")) Assert.Contains("Nobody would administer", await Said(refused));
        using (var refused = await administrator.Send(here, "person", ("role.0", "officer"))) Assert.Contains("Nobody would administer", await Said(refused));
        using (var refused = await administrator.Send(here, "person", ("unit.0", $"{unit}"))) Assert.Contains("Nobody would administer", await Said(refused));
        Assert.Equal(HttpStatusCode.OK, await administrator.Status("/en/people"));
    }

    private static async Task<string> Row(Visitor administrator, Account account) =>
        Regex.Replace((await administrator.Page("/en/people?q=" + account.UserName)).QuerySelectorAll(".data-table tbody tr").Single().TextContent, @"\s+", " ");

    private static async Task<string> Said(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await Website.Parse(answer)).QuerySelector("main [role=alert]")!.TextContent;
    }

    private static string Here(AngleSharp.Dom.IDocument list) => Regex.Match(list.QuerySelector(".data-table tbody th a")!.GetAttribute("href")!, "people/[0-9a-f-]+").Value;

    private async Task<Visitor> Administrator() => (await workplace.New(new NewGrant(Role.Administrator, null))).Visitor;

    private (string, string) Unit(int row, string code) => ($"unit.{row}", workplace[code].ToString(System.Globalization.CultureInfo.InvariantCulture));
}

public sealed class KeepingPeopleInSqlite(Workplace workplace) : KeepingPeople(workplace);

[Collection(nameof(OnPostgres))]
[Trait("Needs", "server")]
public sealed class KeepingPeopleInPostgres : KeepingPeople
{
    public KeepingPeopleInPostgres(WorkplaceOnPostgres workplace)
        : base(workplace) => TestServers.PostgresServer.Skip();
}

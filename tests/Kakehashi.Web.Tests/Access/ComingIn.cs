using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Web.Tests.Api;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Access;

public abstract class ComingIn(Workplace workplace)
{
    [Fact]
    public async Task Ends_with_the_next_request_once_the_account_is_disabled()
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Officer, null));
        using var _1 = visitor;
        using var program = With(await Token(account, TokenScope.Read));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await visitor.Status("/en/agreements"), await Ask(program, "agreements")));
        await Turn(account, isDisabled: true);
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Unauthorized), (await visitor.Status("/en/agreements"), await Ask(program, "agreements")));
        await Turn(account, isDisabled: false);
        // the session stays ended
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.OK), (await visitor.Status("/en/agreements"), await Ask(program, "agreements")));
    }

    [Fact]
    public async Task Ends_with_the_next_request_once_the_session_is_ended()
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Viewer, null));
        using var _1 = visitor;
        Assert.Equal(HttpStatusCode.OK, await visitor.Status("/en/agreements"));
        await workplace.Office.Services.GetRequiredService<Sessions>().EndAllAsync(account.Id);
        Assert.Equal(HttpStatusCode.Found, await visitor.Status("/en/agreements"));
    }

    [Fact]
    public async Task Follows_a_change_of_roles_at_the_next_request()
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Officer, null));
        using var _1 = visitor;
        Assert.Equal(HttpStatusCode.OK, await visitor.Status($"/en/agreements/{workplace["AG-LAW"]}/edit"));
        await using var scope = workplace.Office.Services.CreateAsyncScope();
        var again = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(account.Id);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<AccountDesk>().ChangeAsync(again!, "Somebody", [new(Role.Viewer, workplace["ENG"])]));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status($"/en/agreements/{workplace["AG-LAW"]}"));
        Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status($"/en/agreements/{workplace["AG-ENG"]}/edit"));
    }

    [Fact]
    public async Task With_a_token_is_turned_away_once_it_has_expired_or_is_revoked_or_unknown()
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Viewer, null));
        visitor.Dispose();
        var tokens = workplace.Office.Services.GetRequiredService<AccessTokens>();
        var expired = (await tokens.MakeAsync(account.Id, "old", TokenScope.Read, -1)).Value!;
        var good = (await tokens.MakeAsync(account.Id, "good", TokenScope.Read, 1)).Value!;
        using (var program = With(expired.Text)) Assert.Equal(HttpStatusCode.Unauthorized, await Ask(program, "agreements"));
        using (var program = With("kkh_unknown")) Assert.Equal(HttpStatusCode.Unauthorized, await Ask(program, "agreements"));
        using (var program = With(good.Text))
        {
            Assert.Equal(HttpStatusCode.OK, await Ask(program, "agreements"));
            await tokens.RevokeAsync(account.Id, good.Kept.Id);
            Assert.Equal(HttpStatusCode.Unauthorized, await Ask(program, "agreements"));
        }
    }

    [Theory]
    [InlineData(TokenScope.Read, false, false)]
    [InlineData(TokenScope.ReadPersonal, true, false)]
    [InlineData(TokenScope.Write, true, true)]
    public async Task With_a_token_gives_no_more_than_its_scope(TokenScope scope, bool seesPersonal, bool writes)
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Administrator, null));
        visitor.Dispose();
        using var program = With(await Token(account, scope));
        var stay = await program.GetStringAsync(new Uri($"/api/v1/mobility-periods/{workplace["S-LAW-1"]}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(seesPersonal, stay.Contains("P-S-LAW-1", StringComparison.Ordinal));
        Assert.Equal(writes ? HttpStatusCode.Created : HttpStatusCode.Forbidden, await Send(program, "agreements", Office.AnAgreement($"T-{scope}", workplace["LAW"])));
        Assert.Equal(writes ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await Page(program, "/en/agreements/new"));
        // what is for a person at the keyboard is for no program
        Assert.Equal(HttpStatusCode.Forbidden, await Send(program, $"mobility-periods/{workplace["S-LAW-1"]}/erase", new() { ["reason"] = "no" }));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(program, "org-units", Office.AUnit($"T-{scope}")));
        foreach (var path in new[] { "/en/people", "/en/people/looks", "/en/account" }) Assert.Equal(HttpStatusCode.Forbidden, await Page(program, path));
    }

    [Fact]
    public async Task With_a_token_gives_no_more_than_the_person_may()
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Viewer, workplace["ENG"]));
        visitor.Dispose();
        using var program = With(await Token(account, TokenScope.Write));
        Assert.Equal(HttpStatusCode.NotFound, await Ask(program, $"agreements/{workplace["AG-LAW"]}"));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(program, "agreements", Office.AnAgreement("T-NO", workplace["ENG"])));
    }

    [Theory]
    [InlineData("/en/agreements/new?country=DE", "/en/sign-in?back=%2Fen%2Fagreements%2Fnew%3Fcountry%3DDE")]
    // what is no page cannot be come back to
    [InlineData("/en/account/passkeys/add", "/en/sign-in")]
    public async Task With_a_form_that_was_sent_after_the_session_has_ended_leads_back_to_its_page(string form, string expected)
    {
        using var visitor = workplace.Nobody();
        using var content = new FormUrlEncodedContent([new("_handler", "record")]);
        using var answer = await visitor.Client.PostAsync(new Uri(form, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.SeeOther, expected), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private async Task<string> Token(Account account, TokenScope scope) =>
        (await workplace.Office.Services.GetRequiredService<AccessTokens>().MakeAsync(account.Id, "test", scope, 1)).Value!.Text;

    private HttpClient With(string token)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = workplace.Site };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    private async Task Turn(Account account, bool isDisabled)
    {
        await using var scope = workplace.Office.Services.CreateAsyncScope();
        var again = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(account.Id);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<AccountDesk>().DisableAsync(again!, isDisabled));
    }

    private static Task<HttpStatusCode> Ask(HttpClient client, string path) => Page(client, "/api/v1/" + path);

    private static async Task<HttpStatusCode> Page(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> Send(HttpClient client, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/" + path) { Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json")) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

public sealed class ComingInInSqlite(Workplace workplace) : ComingIn(workplace);

[Collection(nameof(OnPostgres))]
[Trait("Needs", "server")]
public sealed class ComingInInPostgres : ComingIn
{
    public ComingInInPostgres(WorkplaceOnPostgres workplace)
        : base(workplace) => TestServers.PostgresServer.Skip();
}

using System.Net;
using System.Text.Json.Nodes;
using Kakehashi.Access.People;
using Kakehashi.Web.Tests.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Api;

public sealed class TurningAProgramAway(Workplace workplace)
{
    [Theory]
    [InlineData("en", "Unauthorized", "page of your account")]
    [InlineData("ja", "認証が必要です", "「アカウント」のページで発行")]
    public async Task Without_a_token_says_where_one_is_made(string language, string title, string remedy)
    {
        var said = await Said(HttpStatusCode.Unauthorized, Request(HttpMethod.Get, "agreements", language));
        Assert.Equal("api.no-token", said.Code);
        Assert.Equal(title, said.Title);
        Assert.Contains(remedy, said.Detail);
    }

    [Fact]
    public async Task Whose_token_has_expired_says_the_same()
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Viewer, null));
        visitor.Dispose();
        var said = await Said(HttpStatusCode.Unauthorized, Request(HttpMethod.Get, "agreements", "en", await Token(account, TokenScope.Read, days: -1)));
        Assert.Equal("api.no-token", said.Code);
        Assert.Contains("expired", said.Detail);
    }

    [Theory]
    [InlineData("en", "Forbidden", "make a token with more on the page of your account")]
    [InlineData("ja", "権限がありません", "「アカウント」のページで、範囲の広いトークンを発行してください")]
    public async Task Whose_token_reaches_less_far_than_its_person_says_to_make_another(string language, string title, string remedy)
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Officer, null));
        visitor.Dispose();
        var said = await Said(HttpStatusCode.Forbidden, Request(HttpMethod.Post, "agreements", language, await Token(account, TokenScope.Read), Office.AnAgreement("NO-1")));
        Assert.Equal("access.token-scope", said.Code);
        Assert.Equal(title, said.Title);
        Assert.Contains(remedy, said.Detail);
    }

    [Fact]
    public async Task That_wants_what_no_token_may_says_to_do_it_on_a_page()
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Administrator, null));
        visitor.Dispose();
        var said = await Said(HttpStatusCode.Forbidden, Request(HttpMethod.Post, "org-units", "en", await Token(account, TokenScope.Write), Office.AUnit("NO-2")));
        Assert.Equal("access.token-scope", said.Code);
        Assert.Contains("sign in and do it on its page", said.Detail);
    }

    [Theory]
    [InlineData("en", "Ask an administrator")]
    [InlineData("ja", "管理者に依頼してください")]
    public async Task Whose_person_has_no_right_to_it_names_the_right_and_who_gives_it(string language, string remedy)
    {
        var (visitor, account) = await workplace.New(new NewGrant(Role.Viewer, null));
        visitor.Dispose();
        var said = await Said(HttpStatusCode.Forbidden, Request(HttpMethod.Post, "agreements", language, await Token(account, TokenScope.Write), Office.AnAgreement("NO-3")));
        Assert.Equal("access.denied", said.Code);
        Assert.Contains(remedy, said.Detail);
    }

    [Theory]
    [InlineData("en", "Forbidden", "Send an access token")]
    [InlineData("ja", "権限がありません", "アクセストークンを付け")]
    public async Task That_is_a_page_of_another_site_says_how_a_program_comes(string language, string title, string remedy)
    {
        var (visitor, _) = await workplace.New(new NewGrant(Role.Officer, null));
        using var _1 = visitor;
        foreach (var from in new[] { "cross-site", "same-site" })
        {
            var request = Request(HttpMethod.Post, "agreements", language, body: Office.AnAgreement("NO-4"));
            request.Headers.Add("Sec-Fetch-Site", from);
            var said = await Said(HttpStatusCode.Forbidden, request, visitor.Client);
            Assert.Equal("api.foreign-origin", said.Code);
            Assert.Equal(title, said.Title);
            Assert.Contains(remedy, said.Detail);
        }
    }

    [Fact]
    public async Task From_an_address_that_is_none_of_the_APIs_is_no_page_either()
    {
        var (visitor, _) = await workplace.New(new NewGrant(Role.Viewer, null));
        using var _1 = visitor;
        Assert.Equal("api.no-such-address", (await Said(HttpStatusCode.NotFound, Request(HttpMethod.Get, "/openapi/v2.json", "en"), visitor.Client)).Code);
        Assert.Equal("api.wrong-method", (await Said(HttpStatusCode.MethodNotAllowed, Request(HttpMethod.Post, "/openapi/v1.json", "en"), visitor.Client)).Code);
    }

    private async Task<string> Token(Account account, TokenScope scope, int days = 1) =>
        (await workplace.Office.Services.GetRequiredService<AccessTokens>().MakeAsync(account.Id, "test", scope, days)).Value!.Text;

    private static HttpRequestMessage Request(HttpMethod method, string path, string language, string? token = null, JsonNode? body = null)
    {
        var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : "/api/v1/" + path) { Content = body is null ? null : new StringContent(body.ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("Accept-Language", language);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return request;
    }

    private async Task<(string Code, string Title, string Detail)> Said(HttpStatusCode status, HttpRequestMessage request, HttpClient? client = null)
    {
        using var nobody = workplace.Nobody();
        using var answer = await (client ?? nobody.Client).SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(request.Headers.AcceptLanguage.Single().Value, answer.Content.Headers.ContentLanguage.Single());
        var problem = JsonNode.Parse(text)!;
        request.Dispose();
        return (Of("code"), Of("title"), Of("detail"));

        string Of(string name) => problem[name]!.GetValue<string>();
    }
}

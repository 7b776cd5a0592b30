using System.Net;
using System.Text.Json;

namespace Kakehashi.Web.Tests.SignIn;

public sealed class TryingTooOften
{
    [Fact]
    public async Task A_password_of_one_account_locks_it_for_a_while()
    {
        await using var site = await ASite.Start();
        await site.Add("hanako");
        for (var attempt = 0; attempt < 10; attempt++)
        {
            using var wrong = await site.SignIn("hanako", "not the password at all");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var right = await site.SignIn("hanako");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.Contains("Too many wrong attempts", await right.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Passwords_from_one_address_is_stopped_with_a_page_that_says_when_to_come_again()
    {
        await using var site = await ASite.Start();
        HttpResponseMessage answer;
        var attempts = 0;
        do
        {
            answer = await site.SignIn("nobody" + attempts);
        }
        while (answer.StatusCode != HttpStatusCode.TooManyRequests && ++attempts < 70);

        Assert.Equal(60, attempts);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("Too many attempts", (await Website.Parse(answer)).QuerySelector("h1")?.TextContent);
        answer.Dispose();
    }

    [Fact]
    public async Task The_API_is_stopped_with_problem_details_in_both_languages()
    {
        await using var site = await ASite.Start();
        for (var call = 0; call < 600; call++)
        {
            using var answer = await site.Get("/api/v1/record-types");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var stopped = await site.Get("/api/v1/record-types");
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.InRange(stopped.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", stopped.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await stopped.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("api.too-many", problem.RootElement.GetProperty("code").GetString());
        Assert.All((string[])["ja", "en"], language => Assert.NotEmpty(problem.RootElement.GetProperty("message").GetProperty(language).GetString()!));
        using var japanese = await site.Get("/api/v1/record-types", ("Accept-Language", "ja"));
        using var said = JsonDocument.Parse(await japanese.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("要求が多すぎます", said.RootElement.GetProperty("title").GetString());
        Assert.Contains("秒数だけ待って", said.RootElement.GetProperty("detail").GetString());
        using var page = await site.Get("/en/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task With_the_password_of_a_disabled_account_says_that_it_is()
    {
        await using var site = await ASite.Start();
        await site.Add("left");
        await site.Disable("left");
        using var answer = await site.SignIn("left");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("This account is disabled", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var guess = await site.SignIn("left", "not the password at all");
        Assert.DoesNotContain("disabled.", await guess.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_not_read()
    {
        await using var site = await ASite.Start();
        // asks before it sends: else the server may hang up while the client still writes, and its answer is lost
        site.Browser.DefaultRequestHeaders.ExpectContinue = true;
        using var answer = await site.Send("/en/sign-in", "/en/sign-in", [("_handler", "sign-in"), ("user", new string('a', 5_000_000))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("It could not be sent", (await Website.Parse(answer)).QuerySelector("h1")?.TextContent);
    }
}

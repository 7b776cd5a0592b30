using System.Net;

namespace Kakehashi.Web.Tests;

public sealed class SendingAForm(Website website)
{
    [Theory]
    [InlineData("/ja/styleguide", "送信できませんでした")]
    [InlineData("/en/styleguide", "The form could not be sent")]
    public async Task With_the_token_of_another_time_says_what_to_do(string path, string heading)
    {
        using var answer = await Post(path, [new("_handler", "agreement")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(heading, (await Website.Parse(answer)).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task That_is_wrong_shows_it_again_with_422()
    {
        using var form = await website.Get("/en/styleguide");
        var token = (await Website.Parse(form)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var cookie = form.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("kakehashi.form", StringComparison.Ordinal)).Split(';')[0];
        using var answer = await Post("/en/styleguide", [new("_handler", "agreement"), new("__RequestVerificationToken", token)], cookie);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Website.Parse(answer)).QuerySelector("form [role=alert]"));
    }

    [Theory]
    [InlineData("/ja/styleguide", "/ja/styleguide")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task Of_colours_leads_back_but_never_elsewhere(string back, string expected)
    {
        using var answer = await Post("/theme", [new("theme", "dark"), new("back", back)]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    private async Task<HttpResponseMessage> Post(string path, KeyValuePair<string, string>[] fields, string cookie = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.TryAddWithoutValidation("Cookie", $"{website.Session}; {cookie}");
        return await website.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

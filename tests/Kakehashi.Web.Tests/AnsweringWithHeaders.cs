namespace Kakehashi.Web.Tests;

public sealed class AnsweringWithHeaders(Website website)
{
    [Theory]
    [InlineData("/en/")]
    [InlineData("/")]
    [InlineData("/en/nowhere")]
    [InlineData("/en/sign-in")]
    [InlineData("/icon.svg")]
    [InlineData("/healthz")]
    [InlineData("/api/v1/record-types")]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/en/agreements/export.csv")]
    public async Task Forbids_everything_that_is_not_needed(string path)
    {
        using var answer = await website.Get(path);
        string One(string name) => string.Join(',', answer.Headers.GetValues(name));
        var policy = One("Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.DoesNotContain("unsafe", One("Content-Security-Policy"));
        Assert.Equal("nosniff", One("X-Content-Type-Options"));
        Assert.Equal("DENY", One("X-Frame-Options"));
        Assert.Equal("same-origin", One("Referrer-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        // on this machine there is no TLS to insist on
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.NotNull(answer.Headers.CacheControl);
    }
}

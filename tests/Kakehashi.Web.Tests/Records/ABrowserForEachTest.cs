using System.Collections.Concurrent;
using System.Net;

namespace Kakehashi.Web.Tests.Records;

/// <summary>
/// Keeps cookies as a browser does, and for every test its own: tests run at once on one site, and a word of success
/// left by one would otherwise be read on the page of another.
/// </summary>
internal sealed class ABrowserForEachTest() : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ConcurrentDictionary<string, CookieContainer> browsers = new();

    /// <summary>The cookie of whoever has signed in, in each of them.</summary>
    public string? Session { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var cookies = browsers.GetOrAdd(TestContext.Current.Test?.UniqueID ?? "", _ => new());
        var kept = string.Join("; ", new[] { Session, cookies.GetCookieHeader(request.RequestUri!) }.Where(text => !string.IsNullOrEmpty(text)));
        if (kept.Length > 0) request.Headers.Add("Cookie", kept);
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set) cookies.SetCookies(request.RequestUri!, cookie);
        }
        return answer;
    }
}

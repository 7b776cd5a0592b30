using System.Globalization;
using System.Threading.RateLimiting;
using Kakehashi.Access.People;
using Kakehashi.Platform.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Kakehashi.Access.SignIn;

/// <summary>How often one may ask: to sign in and the public pages, by address; the API, by account or token.</summary>
internal static class Limits
{
    private const int AttemptsAMinute = 60;
    private const int CallsAMinute = 600;
    private const int OpenAMinute = 300;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Set(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(SigningIn.Attempts, Attempt);
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Call);
        limits.OnRejected = AnswerAsync;
    }

    private static RateLimitPartition<string> Attempt(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) || http.Request.Path == Provider.ProviderSignIn.Begin
            ? Within(AddressOf(http), AttemptsAMinute)
            : RateLimitPartition.GetNoLimiter("");

    /// <summary>Each token counts by itself; whoever is nobody, by address.</summary>
    private static RateLimitPartition<string> Call(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/open")) return Within("open/" + AddressOf(http), OpenAMinute);
        if (!RecordsApi.IsFor(http.Request)) return RateLimitPartition.GetNoLimiter("");
        if (http.Features.Get<SignedIn>() is not { } signedIn) return Within("address/" + AddressOf(http), CallsAMinute);
        var token = http.Request.Headers.Authorization.ToString();
        return Within(token.Length > 0 ? "token/" + Secrets.IdOf(token) : "account/" + signedIn.Account, CallsAMinute);
    }

    private static RateLimitPartition<string> Within(string who, int most) =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new() { PermitLimit = most, Window = Window, SegmentsPerWindow = 6 });

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var http = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (RecordsApi.IsFor(http.Request)) await RecordsApi.AnswerTooManyAsync(http);
        // the page that says so is asked for as GET: there is no form to answer any more
        else http.Request.Method = HttpMethods.Get;
    }

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}

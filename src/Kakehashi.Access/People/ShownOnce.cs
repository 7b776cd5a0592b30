using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Access.People;

/// <summary>
/// A secret that the page after a form shows, and no page after that: it goes by a cookie that only this program can read,
/// so that loading the page again neither shows it nor makes another.
/// </summary>
public sealed class ShownOnce(IDataProtectionProvider protection)
{
    private const string Cookie = "kakehashi.once";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("kakehashi.once").ToTimeLimitedDataProtector();

    /// <summary>The next page about this shows the secret.</summary>
    public void Keep(HttpContext http, string about, string secret) =>
        http.Response.Cookies.Append(Cookie, protector.Protect($"{about}\n{secret}", Lasts), Kept(http));

    /// <summary>What is to be shown now; null for nothing.</summary>
    public string? Take(HttpContext http, string about)
    {
        if (http.Request.Cookies[Cookie] is not { } kept || http.Response.HasStarted) return null;
        http.Response.Cookies.Delete(Cookie, Kept(http));
        try
        {
            return protector.Unprotect(kept).Split('\n') is [var named, var secret] && named == about ? secret : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // too old, or not ours
            return null;
        }
    }

    private static CookieOptions Kept(HttpContext http) => new()
    {
        Path = "/",
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        MaxAge = Lasts,
        IsEssential = true,
    };
}

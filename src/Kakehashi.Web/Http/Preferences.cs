using Kakehashi.Platform.Pages;

namespace Kakehashi.Web.Http;

/// <summary>What a browser remembers of its reader: the language and the light or dark look. Nothing personal.</summary>
internal static class Preferences
{
    public static CookieOptions Kept => new()
    {
        Path = "/",
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
    };

    /// <summary>
    /// Light, dark or as the system says, without script; the island does the same in place. A form from elsewhere could
    /// at worst change a colour, so that no token is asked for.
    /// </summary>
    public static void MapThemeChoice(this WebApplication app) => app.MapPost("/theme", async (HttpContext http) =>
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var theme = Theme.Read(form["theme"]);
        if (theme == Theme.Auto) http.Response.Cookies.Delete(Theme.Cookie, Kept);
        else http.Response.Cookies.Append(Theme.Cookie, theme, Kept);
        var back = form["back"].ToString();
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = Address.IsLocal(back) ? back : "/";
    }).DisableAntiforgery().AllowAnonymous();
}

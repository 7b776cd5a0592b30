using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Strategy.Open;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Net.Http.Headers;

namespace Kakehashi.Web.Http;

/// <summary>
/// <c>/ja/…</c> and <c>/en/…</c>: the language moves from the path into the path base, so that one route serves both.
/// An address without a language is answered by a redirect.
/// </summary>
internal static class CultureRoutes
{
    private const string Cookie = "kakehashi.language";

    public static void UseCultureRoutes(this WebApplication app) => app.Use((http, next) =>
    {
        var language = TakePrefix(http.Request);
        // pages answer GET alone; the server leaves the body of a HEAD away by itself
        if (OpenSite.IsOpen(http) && HttpMethods.IsHead(http.Request.Method)) http.Request.Method = HttpMethods.Get;
        // public pages are kept by caches that many share: what they set for one would be set for all
        if (language is not null) Remember(http, language.Value, withCookie: !OpenSite.IsOpen(http));
        var culture = Speech.Culture(language ?? Preferred(http.Request));
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        return next(http);
    });

    /// <summary>After routing: only pages are redirected, not files or programs' addresses.</summary>
    public static void UseBareAddresses(this WebApplication app) => app.Use((http, next) =>
    {
        var request = http.Request;
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (request.PathBase.HasValue || !isPage || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
            return next(http);
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        http.Response.Redirect($"/{Speech.Spoken.Code()}{request.Path.ToUriComponent()}{request.QueryString}");
        return Task.CompletedTask;
    });

    private static Language? TakePrefix(HttpRequest request)
    {
        foreach (var language in Languages.All)
        {
            if (!request.Path.StartsWithSegments("/" + language.Code(), StringComparison.Ordinal, out var rest)) continue;
            request.PathBase = request.PathBase.Add("/" + language.Code());
            request.Path = rest.HasValue ? rest : "/";
            return language;
        }

        return null;
    }

    private static Language Preferred(HttpRequest request) =>
        Languages.Read(request.Cookies[Cookie])
        ?? request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => Languages.Read(accepted.Value.Value))
            .FirstOrDefault(language => language is not null)
        ?? Language.En;

    private static void Remember(HttpContext http, Language language, bool withCookie)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true) return Task.CompletedTask;
            http.Response.Headers[HeaderNames.ContentLanguage] = language.Code();
            if (withCookie && http.Request.Cookies[Cookie] != language.Code())
                http.Response.Cookies.Append(Cookie, language.Code(), Preferences.Kept);
            return Task.CompletedTask;
        });
    }
}

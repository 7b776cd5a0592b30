using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Kakehashi.Web.Http;

/// <summary>How posted forms are answered, so that reloading never posts twice and no answer is empty.</summary>
internal static class FormAnswers
{
    /// <summary>A redirect after a POST is 303 See Other; components answer 302.</summary>
    public static void UseSeeOther(this WebApplication app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode == StatusCodes.Status302Found) http.Response.StatusCode = StatusCodes.Status303SeeOther;
                return Task.CompletedTask;
            });
        }

        return next(http);
    });

    /// <summary>What says of itself that it is larger than its address takes is not read at all.</summary>
    public static void UseLargestBodies(this WebApplication app) => app.Use((http, next) =>
    {
        var most = http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        // the page that says so is asked for as GET, with the same length
        if (HttpMethods.IsGet(http.Request.Method) || !(http.Request.ContentLength > most) || http.Request.Path.StartsWithSegments("/api")) return next(http);
        http.Request.Method = HttpMethods.Get;
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });

    /// <summary>
    /// A form that was open too long has a token of another time: the framework answers 400 with nothing in it, which
    /// Turbo shows as nothing at all. The status page answers instead, asked for as GET so that it is not checked again.
    /// </summary>
    public static void UseStaleForms(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(http);
        http.Features.Set<IAntiforgeryValidationFeature>(null);
        http.Request.Method = HttpMethods.Get;
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}

namespace Kakehashi.Web.Http;

/// <summary>What a browser may do with our answers: nothing inline, nothing from elsewhere, no framing.</summary>
internal static class SecurityHeaders
{
    /// <summary>The style element of Turbo's progress bar; changes only with Turbo's version (a browser test prints it).</summary>
    private const string TurboProgressBar = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";

    /// <summary>img-src data: is for the small icons in Tabler's style sheet.</summary>
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' " + TurboProgressBar + "; img-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        http.Response.OnStarting(() =>
        {
            // records may be personal: a page is never kept by anything shared, and asked for again each time
            if (headers.CacheControl.Count == 0 && http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
                headers.CacheControl = "private, no-cache";
            return Task.CompletedTask;
        });
        return next(http);
    });
}

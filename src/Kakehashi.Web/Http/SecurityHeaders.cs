using Kakehashi.Access.SignIn;

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

    private const string OneYear = "max-age=31536000";

    /// <summary>Set when the answer begins: whatever clears an answer that failed does not take them away.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var isSecure = app.Services.GetRequiredService<PublicAddress>().IsSecure;
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                Set(http, isSecure);
                return Task.CompletedTask;
            });
            return next(http);
        });
    }

    private static void Set(HttpContext http, bool isSecure)
    {
        var headers = http.Response.Headers;
        if (isSecure) headers.StrictTransportSecurity = OneYear;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // records may be personal: an answer is never kept by anything shared, and asked for again each time
        if (headers.CacheControl.Count == 0) headers.CacheControl = "private, no-cache";
    }
}

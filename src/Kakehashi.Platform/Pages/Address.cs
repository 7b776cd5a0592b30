using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Pages;

/// <summary>
/// The address a reader asked for, encoded, without the language: a status page stands in for another address, and with
/// a base element even <c>#content</c> must be written in full.
/// </summary>
public static class Address
{
    /// <summary>Path and query without the language: <c>/agreements?q=…</c>.</summary>
    public static string Asked(HttpContext http)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is { } status)
            return new PathString(status.OriginalPath).ToUriComponent() + status.OriginalQueryString;
        if (http.Features.Get<IExceptionHandlerPathFeature>() is { } failed)
            return new PathString(failed.Path).ToUriComponent() + http.Request.QueryString;
        return http.Request.Path.ToUriComponent() + http.Request.QueryString;
    }

    /// <summary>Whether an address that came with a request leads to a page of ours: what else comes there is an open redirect.</summary>
    public static bool IsLocal(string address) =>
        address.StartsWith('/')
        && !address.StartsWith("//", StringComparison.Ordinal)
        && address.All(c => c is > ' ' and < '\u007f' and not '\\');

    /// <summary>Path and query with the language as it was asked for.</summary>
    public static string Here(HttpContext http) => http.Request.PathBase.ToUriComponent() + Asked(http);
}

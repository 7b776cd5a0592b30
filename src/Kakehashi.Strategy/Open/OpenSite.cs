using System.Security.Cryptography;
using System.Text;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Strategy.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Kakehashi.Strategy.Open;

/// <summary>
/// The pages that are for everybody. Who asks is not even looked at: no cookie is read or set, so that the same answer
/// may be kept by whoever stands between, and nothing of a signed-in person can get into it.
/// </summary>
public static class OpenSite
{
    private const string Root = "/open";
    private const string Kept = "public, max-age=300";

    /// <summary>Pages and files below <c>/open</c>, the language taken off.</summary>
    public static bool IsOpen(HttpContext http) => http.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    /// <summary>In the place of signing in: a limit by address, and caches.</summary>
    public static void UseOpenSite(this IApplicationBuilder app)
    {
        app.UseRateLimiter();
        app.Use(AnswerAsync);
    }

    /// <summary>The hash of all that is public is that of each page: a browser that has it is told so.</summary>
    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (http.GetEndpoint() is null || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            await next(http);
            return;
        }

        var tag = isPage ? await TagAsync(http) : null;
        if (tag is not null && http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
        {
            Keep(http, tag);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified) Keep(http, tag);
            return Task.CompletedTask;
        });
        await next(http);
    }

    private static void Keep(HttpContext http, EntityTagHeaderValue? tag)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = Kept;
        headers.Remove(HeaderNames.Pragma);
        headers.Remove(HeaderNames.Expires);
        if (tag is not null) headers.ETag = tag.ToString();
    }

    private static async Task<EntityTagHeaderValue> TagAsync(HttpContext http)
    {
        var workspace = http.RequestServices.GetRequiredService<Workspace>();
        var parts = (await workspace.PublicationsAsync(http.RequestAborted)).Where(one => !one.IsWithdrawn).Select(one => one.Sha256)
            .Append(Speech.Lang).Append(typeof(OpenSite).Module.ModuleVersionId.ToString()).Append(workspace.University.ToString());
        if (workspace.University.Open.ShowsPartners) parts = parts.Append(await PartnersTagAsync(workspace, http.RequestAborted));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return new(new StringSegment($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\""), isWeak: true);
    }

    /// <summary>Partners are read as they are: what they say changes with the records and with the day.</summary>
    internal static async Task<string> PartnersTagAsync(Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return $"{await context.ChangeSets.MaxAsync(set => (long?)set.Position, cancel)} {workspace.Today:yyyy-MM-dd}";
    }
}

using Kakehashi.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.Closing;

/// <summary>The documents of closed periods, as they are kept: their hash is that which the page shows.</summary>
public static class ClosedFiles
{
    public static void MapClosedFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/periods/{name}/{revision:int}.json", async Task<IResult> (string name, int revision, Workspace workspace, HttpContext http) =>
        {
            var close = (await workspace.ClosesAsync(http.RequestAborted)).FirstOrDefault(one => one.Period == name && one.Revision == revision);
            if (close is null || await workspace.Documents.FindAsync(close.Sha256, http.RequestAborted) is not { } document) return TypedResults.NotFound();
            return TypedResults.File(document, "application/json", $"{name}-revision-{revision}.json");
        });
}

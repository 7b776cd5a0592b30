using Kakehashi.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.Closing;

/// <summary>The documents of closed periods, as they are kept: their hash is that which the page shows.</summary>
public static class ClosedFiles
{
    public static void MapClosedFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/periods/{name}/{revision:int}.json", (string name, int revision, Workspace workspace, HttpContext http) =>
            Answer(workspace, name, revision, "", close => Task.FromResult<string?>(close.Sha256), http.RequestAborted));
        app.MapGet("/periods/{name}/{revision:int}-across.json", (string name, int revision, Workspace workspace, HttpContext http) =>
            Answer(workspace, name, revision, "-across", async close => (await workspace.FrozenAsync(close, http.RequestAborted)).AcrossHash, http.RequestAborted));
    }

    private static async Task<IResult> Answer(Workspace workspace, string name, int revision, string part, Func<PeriodClose, Task<string?>> hashOf, CancellationToken cancel)
    {
        var close = (await workspace.ClosesAsync(cancel)).FirstOrDefault(one => one.Period == name && one.Revision == revision);
        if (close is null || await hashOf(close) is not { } hash || await workspace.Documents.FindAsync(hash, cancel) is not { } document) return TypedResults.NotFound();
        return TypedResults.File(document, "application/json", $"{name}-revision-{revision}{part}.json");
    }
}

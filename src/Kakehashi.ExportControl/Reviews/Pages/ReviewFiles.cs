using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.ExportControl.Reviews.Pages;

/// <summary>The files of reviews, for whoever controls exports; each look is noted before it is answered.</summary>
public static class ReviewFiles
{
    public static void MapReviewFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/reviews/{number:long}/evidence/{hash}", async Task<IResult> (long number, string hash, Workspace workspace, HttpContext http) =>
        {
            var actor = Caller.Of(http);
            actor.Demand(Right.ControlExports);
            var review = await workspace.ReviewAsync(number, actor, http.RequestAborted);
            if (review?.Evidence.Find(one => one.Sha256 == hash) is not { } evidence || await workspace.Documents.FindAsync(hash, http.RequestAborted) is not { } content) return TypedResults.NotFound();
            workspace.Look(new(actor, "file", workspace.Types[typeof(ExportReview)], number, 1));
            // as what it is nobody knows: never shown in the page, always saved
            return TypedResults.File(content, "application/octet-stream", evidence.Name);
        });
}

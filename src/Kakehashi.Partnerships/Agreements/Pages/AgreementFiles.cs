using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Partnerships.Agreements.Pages;

/// <summary>The files of agreements, for whoever sees the agreement.</summary>
public static class AgreementFiles
{
    public static void MapAgreementFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/procedures/{number:long}/files/{hash}", async Task<IResult> (long number, string hash, Workspace workspace, HttpContext http) =>
        {
            var (actor, cancel) = (Caller.Of(http), http.RequestAborted);
            var type = workspace.Types[typeof(Agreement)];
            await using var context = workspace.Database.Read();
            if (await context.FindAsync(type, number, actor, cancel) is not Agreement { IsWithdrawn: false } agreement) return TypedResults.NotFound();
            var procedure = await WritingAgreement.ProcedureAsync(context, agreement, cancel);
            if (procedure?.Files.Find(one => one.Sha256 == hash) is not { } file || await workspace.Documents.FindAsync(hash, cancel) is not { } content) return TypedResults.NotFound();
            // a signed copy names those who signed
            workspace.Look(new(actor, "file", type, number, 1));
            // as what it is nobody knows: never shown in the page, always saved
            return TypedResults.File(content, "application/octet-stream", file.Name);
        });
}

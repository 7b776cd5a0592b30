using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements.Drafting;
using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Partnerships.Agreements.Pages;

/// <summary>The files of agreements, their drafts, and the templates of these, for whoever sees the agreement.</summary>
public static class AgreementFiles
{
    internal const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapAgreementFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/procedures/{number:long}/files/{hash}", async Task<IResult> (long number, string hash, Workspace workspace, HttpContext http) =>
        {
            var cancel = http.RequestAborted;
            if (await FindAsync(workspace, number, http) is not { } found) return TypedResults.NotFound();
            if (found.Procedure?.Files.Find(one => one.Sha256 == hash) is not { } file || await workspace.Documents.FindAsync(hash, cancel) is not { } content) return TypedResults.NotFound();
            // a signed copy names those who signed
            workspace.Look(new(Caller.Of(http), "file", workspace.Types[typeof(Agreement)], number, 1));
            // as what it is nobody knows: never shown in the page, always saved
            return TypedResults.File(content, "application/octet-stream", file.Name);
        });
        app.MapGet("/procedures/{number:long}/draft.docx", async Task<IResult> (long number, string? layout, Workspace workspace, HttpContext http) =>
        {
            if (await FindAsync(workspace, number, http) is not { } found) return TypedResults.NotFound();
            var drafted = await workspace.DraftAsync(found.Agreement, found.Procedure, LayoutOf(layout), Caller.Of(http), http.RequestAborted);
            return drafted.IsDone
                ? TypedResults.File(drafted.Value, Word, NameOf(found.Agreement, LayoutOf(layout)))
                : TypedResults.Text(Speech.T(drafted.Refusal.Message), "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);
        });
        app.MapGet("/procedures/templates/{name}", async Task<IResult> (string name, Workspace workspace, HttpContext http) =>
        {
            Caller.Of(http).Demand(Right.See);
            return DraftTemplate.Find(name) is { } template ? TypedResults.File(await DraftTemplates.ContentAsync(workspace, template, http.RequestAborted), Word, name) : TypedResults.NotFound();
        });
    }

    /// <summary>The layout of an address; side by side where none is named.</summary>
    internal static DraftLayout LayoutOf(string? code) => Enum.GetValues<DraftLayout>().FirstOrDefault(layout => CodeNames.Of(layout) == code);

    /// <summary>What the draft of an agreement is called as a file: its reference, as far as file systems take it.</summary>
    internal static string NameOf(Agreement agreement, DraftLayout layout) =>
        $"{string.Concat(agreement.Reference.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'))}{(layout == DraftLayout.Columns ? "" : $".{CodeNames.Of(layout)}")}.docx";

    private static async Task<(Agreement Agreement, AgreementProcedure? Procedure)?> FindAsync(Workspace workspace, long number, HttpContext http)
    {
        await using var context = workspace.Database.Read();
        if (await context.FindAsync(workspace.Types[typeof(Agreement)], number, Caller.Of(http), http.RequestAborted) is not Agreement { IsWithdrawn: false } agreement) return null;
        return (agreement, await WritingAgreement.ProcedureAsync(context, agreement, http.RequestAborted));
    }
}

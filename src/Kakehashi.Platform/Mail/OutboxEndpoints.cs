using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Mail;

/// <summary>Addresses of the outbox that are no pages.</summary>
public static class OutboxEndpoints
{
    public static void MapOutbox(this WebApplication app) =>
        app.MapGet("/outbox/{id:guid}/file", async Task<IResult> (Guid id, HttpContext http, Outbox outbox) =>
        {
            Caller.Of(http).Demand(Right.Administer);
            return await outbox.FindAsync(id, http.RequestAborted) is { FileName: { } name } && await outbox.EnclosureAsync(id, http.RequestAborted) is { } file
                ? TypedResults.File(file.Content, file.Media, name)
                : TypedResults.NotFound();
        });
}

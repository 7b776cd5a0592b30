using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements.Calendar;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Calendar;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Kakehashi.Partnerships.Agreements.Pages;

/// <summary>The calendar of agreements: as a file for whoever has signed in, and for calendar programs by an address that is a secret.</summary>
public static class CalendarFeeds
{
    private const string FileName = "agreements.ics";

    public static void MapAgreementCalendar(this IEndpointRouteBuilder app)
    {
        app.MapGet("/procedures/calendar.ics", (Workspace workspace, PublicAddress address, HttpContext http) =>
        {
            var actor = Caller.Of(http);
            actor.Demand(Right.See);
            return AnswerAsync(workspace, actor, address, http, FileName);
        });
        app.MapGet("/calendars/{secret}.ics", async Task<IResult> (string secret, Workspace workspace, PublicAddress address, CalendarAddresses addresses, HttpContext http) =>
            await addresses.FindAsync(secret, http.RequestAborted) is { } known && known.Actor.May(Right.See) ? await AnswerAsync(workspace, known.Actor, address, http, null) : TypedResults.NotFound()).AllowAnonymous();
    }

    /// <summary>The address by which a calendar program reads.</summary>
    internal static string AddressOf(PublicAddress address, HttpRequest request, string secret)
    {
        var root = address.Site?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
        return $"{root}/{Speech.Spoken.Code()}/calendars/{secret}.ics";
    }

    private static async Task<IResult> AnswerAsync(Workspace workspace, Actor actor, PublicAddress address, HttpContext http, string? fileName)
    {
        var content = await new AgreementCalendar(workspace, actor, Speech.Spoken, address.Site).WriteAsync(http.RequestAborted);
        // what a person sees is for that person's calendar alone; whoever has it already is told so
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(content, CalendarFile.Media, fileName, entityTag: new EntityTagHeaderValue($"\"{KeptDocuments.HashOf(content)}\""));
    }
}

using System.Globalization;
using System.Xml.Linq;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Partnerships.Agreements.Ewp;

/// <summary>Agreements as files of EWP: one from its page, and for programs with a token what the API's index and get would answer.</summary>
public static class EwpFiles
{
    /// <summary>As many identifiers as one request may ask for.</summary>
    public const int MostIds = 100;

    public static void MapEwp(this IEndpointRouteBuilder app)
    {
        app.MapGet("/ewp/{number:long}.xml", OfOne);
        app.MapGet("/api/ewp/iias/index", Index);
        app.MapGet("/api/ewp/iias/get", Get);
    }

    private static async Task<IResult> OfOne(long number, Workspace workspace, HttpContext http) =>
        await new EwpExchange(workspace, Caller.Of(http)).ExportAsync(number, http.RequestAborted) is { Value: { } iia }
            ? TypedResults.File(IiaWriter.Bytes(IiaWriter.Write([iia])), "application/xml", $"ewp-{number.ToString(CultureInfo.InvariantCulture)}.xml")
            : TypedResults.NotFound();

    private static async Task<IResult> Index(Workspace workspace, HttpContext http) =>
        Answer(IiaWriter.WriteIndex((await new EwpExchange(workspace, Caller.Of(http)).ExportAllAsync(null, http.RequestAborted)).Select(one => one.Partners[0].Id!)));

    private static async Task<IResult> Get(Workspace workspace, HttpContext http)
    {
        var ids = http.Request.Query["iia_id"].OfType<string>().Distinct().ToList();
        if (ids.Count is 0 or > MostIds) return TypedResults.Problem(Speech.T($"iia_id を1個以上{MostIds}個以下で指定してください。", $"Give from 1 to {MostIds} iia_id."), statusCode: StatusCodes.Status400BadRequest);
        return Answer(IiaWriter.Write(await new EwpExchange(workspace, Caller.Of(http)).ExportAllAsync(ids, http.RequestAborted)));
    }

    private static IResult Answer(XDocument document) => TypedResults.Bytes(IiaWriter.Bytes(document), "application/xml");
}

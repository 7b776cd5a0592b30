using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Indicators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.Places;

/// <summary>The figures of the pages of places as files.</summary>
public static class PlaceFiles
{
    private const string Format = "{format:regex(^(csv|xlsx)$)}";

    public static void MapPlaceFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/world/figures." + Format, World);
        app.MapGet("/countries/{code}/figures." + Format, (string code, string format, HttpContext http, Workspace workspace) =>
            OfArea(new Areas(workspace.Codes).Country(code), format, workspace, http));
        app.MapGet("/regions/{code}/figures." + Format, (string code, string format, HttpContext http, Workspace workspace) =>
            OfArea(new Areas(workspace.Codes).Region(code), format, workspace, http));
        app.MapGet("/partners/{number:long}/figures." + Format, OfPartner);
    }

    private static async Task<IResult> OfPartner(long number, string format, HttpContext http, Workspace workspace)
    {
        await using var context = workspace.Database.Read();
        if (await context.FindAsync(workspace.Types[typeof(Organisation)], number, Caller.Of(http), http.RequestAborted) is not Organisation partner) return TypedResults.NotFound();
        var answer = await PartnerFigures.ReadAsync(workspace, http.RequestAborted);
        if (!answer.IsDone) return FigureFile.NotReady(answer.Refusal);
        Text name = (partner.Name.In(Language.Ja), partner.Name.In(Language.En));
        var rows = answer.Value.Cuts.Values.SelectMany(cut => cut.Of(number.ToString(CultureInfo.InvariantCulture))).Select(figure => new FigureRow(figure, name));
        return FigureFile.Answer(workspace, format, $"partner-{number.ToString(CultureInfo.InvariantCulture)}", ("機関", "Organisation"), rows, answer.Value.AsOf);
    }

    private static async Task<IResult> World(string format, HttpContext http, Workspace workspace)
    {
        var answer = await AreaFigures.OfTheWorldAsync(workspace, true, http.RequestAborted);
        if (!answer.IsDone) return FigureFile.NotReady(answer.Refusal);
        var areas = new Areas(workspace.Codes);
        return Answer(workspace, format, "world", answer.Value, [.. answer.Value.Cuts.Values.SelectMany(cut => cut.Keys).Distinct().Order(StringComparer.Ordinal).Select(areas.Country).OfType<Area>()]);
    }

    private static async Task<IResult> OfArea(Area? area, string format, Workspace workspace, HttpContext http)
    {
        if (area is null) return TypedResults.NotFound();
        var answer = await AreaFigures.ReadAsync(workspace, area.IsCountry, http.RequestAborted);
        if (!answer.IsDone) return FigureFile.NotReady(answer.Refusal);
        return Answer(workspace, format, area.Code, answer.Value, area.IsCountry ? [area] : new Areas(workspace.Codes).Finest(area));
    }

    private static IResult Answer(Workspace workspace, string format, string name, KeyedFigures figures, IReadOnlyList<Area> areas)
    {
        var rows = from cut in figures.Cuts.Values from area in areas from figure in cut.Of(area.Code) select new FigureRow(figure, area.Name);
        Text dimension = ("国・地域", "Country or region");
        return FigureFile.Answer(workspace, format, name, dimension, rows, figures.AsOf);
    }
}

using Kakehashi.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.Indicators;

/// <summary>The tables of an indicator's page as files: the series, or the breakdown where one is asked for.</summary>
public static class IndicatorFiles
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void MapIndicatorFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/indicators/{code}/figures.{format:regex(^(csv|xlsx)$)}", Answer);

    private static async Task<IResult> Answer(string code, string format, HttpContext http, Workspace workspace)
    {
        if (workspace.Indicators.Versions(code) is not [.., var indicator]) return TypedResults.NotFound();
        var address = FigureAddress.Read(code, http.Request.Query);
        var answer = await IndicatorView.ReadAsync(workspace, indicator, address, Patience, http.RequestAborted);
        if (!answer.IsDone) return FigureFile.NotReady(answer.Refusal);
        var view = answer.Value;
        var breakdown = address.By is null ? null : view.Breakdown;
        var rows = breakdown?.Rows ?? [.. view.Series.Figures.Select(figure => new FigureRow(figure, view.Unit?.Name))];
        return FigureFile.Answer(workspace, format, indicator.Code, breakdown?.Title, rows, view.AsOf);
    }
}

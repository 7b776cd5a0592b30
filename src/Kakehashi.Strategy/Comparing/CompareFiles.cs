using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Strategy.Indicators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.Comparing;

/// <summary>A comparison as a file.</summary>
public static class CompareFiles
{
    public static void MapCompareFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/compare/figures.{format:regex(^(csv|xlsx)$)}", Answer);

    private static async Task<IResult> Answer(string format, HttpContext http, Workspace workspace)
    {
        var answer = await CompareView.ReadAsync(workspace, CompareAddress.Read(http.Request.Query), Caller.Of(http), http.RequestAborted);
        if (!answer.IsDone) return FigureFile.NotReady(answer.Refusal);
        var view = answer.Value;
        var rows = view.Rows.SelectMany(row => row.Figures.Zip(view.Items, (figure, item) => (Figure: figure, Item: item)))
            .Where(one => one.Figure is not null).Select(one => new FigureRow(one.Figure!, view.Address.Kind == ComparedKind.Periods ? null : one.Item.Name));
        return FigureFile.Answer(workspace, format, "comparison", view.Address.Kind == ComparedKind.Periods ? null : view.Address.Kind.One, rows, view.AsOf);
    }
}

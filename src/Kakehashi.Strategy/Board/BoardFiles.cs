using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Strategy.Tree;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.Board;

/// <summary>The board as a file.</summary>
public static class BoardFiles
{
    /// <summary>The media type of slides.</summary>
    public const string Slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void MapBoardFiles(this IEndpointRouteBuilder app) => app.MapGet("/board.pptx", async Task<IResult> (HttpContext http, Workspace workspace, StrategyReading strategy) =>
    {
        if (strategy.Tree is not { } tree || workspace.IndicatorReading.Catalogue is not { } catalogue) return TypedResults.NotFound();
        var board = await BoardReading.ReadAsync(workspace, tree, catalogue, Caller.Of(http), Patience, http.RequestAborted);
        if (!board.IsDone) return TypedResults.Text(Speech.T(board.Refusal.Message), "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        var file = new MemoryStream();
        new BoardDeck(workspace, board.Value, Speech.Spoken).Write(file);
        return TypedResults.File(file.ToArray(), Slides, "board.pptx");
    });
}

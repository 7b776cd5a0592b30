using Kakehashi.Platform;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Pages;
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
        if (!answer.IsDone) return TypedResults.Problem(Speech.T(answer.Refusal.Message), statusCode: StatusCodes.Status503ServiceUnavailable);
        var view = answer.Value;
        var breakdown = address.By is null ? null : view.Breakdown;
        var rows = breakdown?.Rows ?? [.. view.Series.Figures.Select(figure => new FigureRow(figure, view.Unit?.Name))];
        var (note, language) = (SyntheticData.NoteOf(workspace), Speech.Spoken);
        var file = Write(format, indicator.Code, FigureTable.Columns(breakdown?.Title, note, language), table => FigureTable.Write(table, rows, view.AsOf, note, language));
        var (type, name) = format == "csv"
            ? ("text/csv", $"{indicator.Code}.csv")
            : ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{indicator.Code}.xlsx");
        return TypedResults.File(file, type, name);
    }

    private static byte[] Write(string format, string sheet, IReadOnlyList<TableColumn> columns, Action<TableWriter> rows)
    {
        using var stream = new MemoryStream();
        using (var table = format == "csv" ? TableWriter.Csv(stream, columns) : TableWriter.Xlsx(stream, sheet, columns))
        {
            rows(table);
            table.Complete();
        }

        return stream.ToArray();
    }
}

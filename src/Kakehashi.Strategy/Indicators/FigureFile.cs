using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Strategy.Indicators;

/// <summary>Figures as a file to be taken away: every row with all that pages show beside a number.</summary>
internal static class FigureFile
{
    /// <summary>The answer to who asks for a file.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="format">csv or xlsx.</param>
    /// <param name="name">The name of the file without its ending, and of the sheet.</param>
    /// <param name="dimension">What rows are of; null for the university.</param>
    /// <param name="rows">The figures.</param>
    /// <param name="asOf">The moment of the last change they take in.</param>
    public static IResult Answer(Workspace workspace, string format, string name, Text? dimension, IEnumerable<FigureRow> rows, DateTimeOffset? asOf)
    {
        var (note, language) = (SyntheticData.NoteOf(workspace), Speech.Spoken);
        using var stream = new MemoryStream();
        var columns = FigureTable.Columns(dimension, note, language);
        using (var table = format == "csv" ? TableWriter.Csv(stream, columns) : TableWriter.Xlsx(stream, name, columns))
        {
            FigureTable.Write(table, rows, asOf, note, language);
            table.Complete();
        }

        return format == "csv"
            ? TypedResults.File(stream.ToArray(), "text/csv", $"{name}.csv")
            : TypedResults.File(stream.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx");
    }

    /// <summary>The answer where figures cannot be shown yet.</summary>
    public static IResult NotReady(Refusal refusal) => TypedResults.Problem(Speech.T(refusal.Message), statusCode: StatusCodes.Status503ServiceUnavailable);
}

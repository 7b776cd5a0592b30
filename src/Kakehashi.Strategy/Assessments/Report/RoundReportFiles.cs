using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Pages;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Strategy.Tree;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kakehashi.Strategy.Assessments.Report;

/// <summary>The report of a round as a file, in the language of the page it is asked from.</summary>
public static class RoundReportFiles
{
    private const string Media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void MapRoundReports(this IEndpointRouteBuilder app) => app.MapGet("/assessments/{number:long}/report.docx", Answer);

    /// <summary>What the file is called.</summary>
    public static string Name(Workspace workspace, AssessmentRound round, Language language) =>
        $"assessment-{round.Period}-{round.Number}-{language.Code()}{(workspace.IsSynthetic ? SyntheticData.FileSuffix : "")}.docx";

    private static async Task<IResult> Answer(long number, HttpContext http, Workspace workspace, StrategyReading strategy)
    {
        var actor = Caller.Of(http);
        if (await RoundProgress.RoundAsync(workspace, number, actor, http.RequestAborted) is not { } round || round.State == RoundState.Prepared) return TypedResults.NotFound();
        // written whole before it is sent: a fault half-way is an answer, not a broken download
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            await new RoundReport(workspace, strategy.Tree, Speech.Spoken).WriteAsync(round, actor, file, Patience, http.RequestAborted);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return TypedResults.File(file, Media, Name(workspace, round, Speech.Spoken));
    }
}

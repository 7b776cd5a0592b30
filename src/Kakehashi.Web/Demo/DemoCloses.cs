using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Closing;
using Kakehashi.Strategy.Figures;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Web.Demo;

/// <summary>The two years that the demonstration university has closed, of which one was found to hold a mistake and was revised.</summary>
public static partial class DemoCloses
{
    private const string Corrected = "CU-01";
    private const int CountedTwice = 37;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Text Reason = ("英語による授業科目のうち二重に数えていた37科目を除いた。", "37 courses in English had been counted twice.");

    /// <summary>Closes where the records are invented and nothing has ever been closed; the program answers meanwhile.</summary>
    public static async Task CloseAsync(Workspace workspace, ILogger log, CancellationToken cancel)
    {
        try
        {
            if (!workspace.IsSynthetic || (await workspace.ClosesAsync(cancel)).Count > 0) return;
            var last = Period.Of(workspace.Today, PeriodKind.FiscalYear, workspace.University.Years).Plus(-1);
            var revised = last.Plus(-1);
            if (!await CloseAsync(workspace, revised, null, log, cancel)) return;
            await CorrectAsync(workspace, revised, cancel);
            await CloseAsync(workspace, revised, $"{Reason.Ja} / {Reason.En}", log, cancel);
            await CloseAsync(workspace, last, null, log, cancel);
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException)
        {
            // stopped meanwhile: what is closed by then stays closed
        }
    }

    private static async Task<bool> CloseAsync(Workspace workspace, Period period, string? reason, ILogger log, CancellationToken cancel)
    {
        var closed = await workspace.CloseAsync(period, reason, Actor.Program, Patience, cancel);
        if (!closed.IsDone) NotClosed(log, period.ToString(), closed.Refusal.Message.En);
        return closed.IsDone;
    }

    /// <summary>What the first revision had wrong.</summary>
    private static async Task CorrectAsync(Workspace workspace, Period period, CancellationToken cancel)
    {
        var (type, of) = (workspace.Types[typeof(ManualFigure)], period.ToString());
        using var session = workspace.Begin(ChangeOrigin.Demo);
        var entered = session.Read().Set<ManualFigure>().Where(one => one.Indicator == Corrected && one.Period == of && one.Unit == null);
        if (await entered.AsNoTracking().FirstOrDefaultAsync(cancel) is not { } before) return;
        var after = await entered.AsNoTracking().FirstAsync(cancel);
        type.Field("numerator")!.Write(after, before.Numerator - CountedTwice);
        session.Update(type, before, after);
        session.Commit();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Period} of the demonstration is not closed: {Reason}")]
    private static partial void NotClosed(ILogger log, string period, string reason);
}

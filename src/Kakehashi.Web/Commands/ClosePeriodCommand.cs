using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Closing;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>close-period FY2025 [--reason …]</c>: freezes the figures of a period, or makes its next revision.</summary>
internal static class ClosePeriodCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private static readonly Argument<string> Name = new("period") { Description = T("期間(例: FY2025)", "The period, e.g. FY2025.") };

    private static readonly Option<string?> Reason = new("--reason") { Description = T("改訂の理由(確定済みの期間では必須)", "Why it is revised; required where the period is closed already.") };

    public static Command Define()
    {
        var command = new Command("close-period", T("期間の数値を確定する(確定済みなら次の版を作る)", "Close a period: freeze its figures, or make the next revision of one that is closed."))
            { Name, Reason, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        var text = input.GetRequiredValue(Name);
        if (Period.Read(text) is not { } period)
            return Answer.Refuse(input, new("indicator.period", ($"「{text}」は期間として読めません。FY2025 の形で指定してください。", $"“{text}” is no period. Write it like FY2025.")));
        // beside a running server, which holds the file, the facts are worked out in memory
        workspace.Facts.MayUseMemory = true;
        var closed = await workspace.CloseAsync(period, input.GetValue(Reason), Actor.Local, Patience, cancel);
        if (!closed.IsDone) return Answer.Refuse(input, closed.Refusal);
        var close = closed.Value;
        Answer.Give(input, new { close.Period, close.Revision, close.Figures, close.CutOff, close.Sha256, close.Reason }, (
            $"{period.Label.Ja}を確定しました(第{close.Revision}版、数値{close.Figures:N0}件)。SHA-256 {close.Sha256}",
            $"{period.Label.En} is closed: revision {close.Revision}, {close.Figures:N0} figures. SHA-256 {close.Sha256}"));
        return ExitCodes.Done;
    }
}

using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Assessments.Report;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Strategy.Versions;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>report-round NUMBER --to FILE.docx</c>: the report of a round of self-assessment, in the language of <c>--lang</c>.</summary>
internal static class ReportRoundCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private static readonly Argument<long> Number = new("round") { Description = T("実施回の番号(ページのアドレスにある)", "The number of the round, as in the address of its page.") };

    private static readonly Option<string> To = new("--to") { Description = T("書き出すファイル(.docx)", "The file to write, .docx."), Required = true };

    public static Command Define()
    {
        var command = new Command("report-round", T("自己点検・評価の報告書をWordで書き出す", "Write the report of a round of self-assessment as a Word document."))
            { Number, To, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        var to = input.GetRequiredValue(To);
        if (!to.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
            return Answer.Refuse(input, new("report.format", ($"{to}: 拡張子は .docx にしてください。", $"{to}: let the name end in .docx.")));
        // a report is edited in Word before it is handed on
        if (File.Exists(to))
            return Answer.Refuse(input, new("report.file-exists", ($"{to} はすでにあります。別の名前を指定するか、先に移してください。", $"{to} is there already. Give another name, or move it away first.")));
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        workspace.Facts.MayUseMemory = true;
        var number = input.GetValue(Number);
        if (await RoundProgress.RoundAsync(workspace, number, Actor.Local, cancel) is not { State: not RoundState.Prepared } round)
            return Answer.Refuse(input, new("report.no-round", ($"実施中または終了した実施回 {number} はありません。番号はページのアドレスで確かめられます。", $"There is no open or closed round {number}. Its page has the number in its address.")));
        var report = new RoundReport(workspace, StrategyInForce.Load(workspace).Tree, WorkspaceOptions.LanguageOf(input));
        var refusal = await OutputFile.WriteAsync(to, stream => report.WriteAsync(round, Actor.Local, stream, Patience, cancel));
        if (refusal is not null) return Answer.Refuse(input, refusal);
        Answer.Give(input, new { File = Path.GetFullPath(to), Round = number }, ($"{to} に報告書を書き出しました。", $"Wrote the report to {to}."));
        return ExitCodes.Done;
    }
}

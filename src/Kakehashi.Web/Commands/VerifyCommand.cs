using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Store;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>verify</c>: is everything that was ever written still there, and unaltered?</summary>
internal static class VerifyCommand
{
    public static Command Define()
    {
        var command = new Command("verify", T(
            "データベース、履歴の連鎖、全データと履歴の一致を検査する(異常があれば終了コード1)",
            "Check the database file, the chain of the history, and that every record is what its history says. Exit code 1 where something is wrong."))
            { WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        var language = WorkspaceOptions.LanguageOf(input);
        var isJson = input.GetValue(WorkspaceOptions.Json);
        var faults = new List<Refusal>(workspace.Database.Verify());
        using var progress = CommandProgress.Start(isJson, language, CommandProgress.Changes);
        var history = await workspace.Database.VerifyAsync(progress, cancel);
        faults.AddRange(history.Faults);
        var counts = new Dictionary<string, long>();
        foreach (var type in workspace.Types.All)
        {
            var found = await new RecordsVerifier(workspace.Database).VerifyAsync(type, null, cancel);
            counts[type.Route] = found.Records;
            faults.AddRange(found.Faults);
        }

        faults.AddRange((await workspace.Documents.AlteredAsync(cancel)).Select(hash => new Refusal("verify.document", (
            $"保存文書 {hash} の内容が変わっています。バックアップから復元してください。", $"The kept document {hash} has been altered. Restore a backup."))));
        progress?.Dispose();
        foreach (var fault in isJson ? [] : faults) Console.Error.WriteLine($"{fault.Code}: {fault.Message.In(language)}");
        var records = counts.Values.Sum();
        Answer.Give(
            input,
            new { Sound = faults.Count == 0, history.ChangeSets, history.Changes, history.Redacted, Records = counts, Faults = faults.Select(fault => new { fault.Code, Message = fault.Message.In(language) }) },
            faults.Count == 0
                ? ($"異常はありません。データ {records:N0}件、変更 {history.Changes:N0}件(変更セット {history.ChangeSets:N0}件)を検査しました。個人情報が消去された変更は{history.Redacted:N0}件です。", $"All is well: {records:N0} records, {history.Changes:N0} changes in {history.ChangeSets:N0} change sets. Personal data was erased from {history.Redacted:N0} changes.")
                : ($"{faults.Count:N0}件の異常があります。", $"{faults.Count:N0} faults."));
        return faults.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}

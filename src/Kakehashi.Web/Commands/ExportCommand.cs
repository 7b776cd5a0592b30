using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform.Export;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>export TYPE --to FILE</c>: records as a file that can be edited and imported again.</summary>
internal static class ExportCommand
{
    public static Command Define()
    {
        var command = new Command("export", T(
            "データをCSV・Excelに書き出す(編集してまた取り込める)",
            "Write records as CSV or Excel in the product's own columns, to be edited and imported again."))
            { OutputFile.Type, WhereOptions.Where, WhereOptions.Sort, OutputFile.To, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static Task<int> Run(ParseResult input, CancellationToken cancel) => OutputFile.OfTypeAsync(input, WorkspaceOptions.OpenExistingAsync, async (workspace, type, format) =>
    {
        var query = await WhereOptions.ReadAsync(workspace, type, input, cancel);
        if (!query.IsDone) return Answer.Refuse(input, query.Refusal);
        var (to, language) = (input.GetRequiredValue(OutputFile.To), WorkspaceOptions.LanguageOf(input));
        using var progress = CommandProgress.Start(input.GetValue(WorkspaceOptions.Json), language, CommandProgress.Records);
        var count = 0L;
        var refusal = await OutputFile.WriteAsync(to, async stream =>
            count = await new RecordExport(workspace).WriteAsync(type, query.Value, Actor.Local, format, language, stream, progress, cancel));
        progress?.Dispose();
        if (refusal is not null) return Answer.Refuse(input, refusal);
        if (!OutputFile.IsPipe(to)) Answer.Give(input, new { File = Path.GetFullPath(to), Records = count }, ($"{to} に{count:N0}件を書き出しました。", $"Wrote {count:N0} records to {to}."));
        return ExitCodes.Done;
    }, cancel);
}

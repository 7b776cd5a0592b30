using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform.Export;

namespace Kakehashi.Web.Commands;

/// <summary><c>export TYPE --to FILE</c>: records as a file that can be edited and imported again.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Type = new("type") { Description = "E.g. agreements; see records. データの種類" };

    public static Command Define()
    {
        var command = new Command("export",
            "Write records as CSV or Excel in the product's own columns, to be edited and imported again. "
            + "データをCSV・Excelに書き出す(編集してまた取り込める)")
            { Type, WhereOptions.Where, WhereOptions.Sort, OutputFile.To, WorkspaceOptions.Data, WorkspaceOptions.Json, WorkspaceOptions.Language };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        var to = input.GetRequiredValue(OutputFile.To);
        var format = OutputFile.FormatOf(to);
        if (!format.IsDone) return Answer.Refuse(input, format.Refusal);
        var opened = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        if (!opened.IsDone) return Answer.Refuse(input, opened.Refusal);
        using var workspace = opened.Value;
        var type = WhereOptions.TypeOf(workspace, input.GetRequiredValue(Type));
        if (!type.IsDone) return Answer.Refuse(input, type.Refusal);
        var query = await WhereOptions.ReadAsync(workspace, type.Value, input, cancel);
        if (!query.IsDone) return Answer.Refuse(input, query.Refusal);
        using var progress = CommandProgress.Start(input.GetValue(WorkspaceOptions.Json), WorkspaceOptions.LanguageOf(input), CommandProgress.Records);
        var count = 0L;
        var refusal = await OutputFile.WriteAsync(to, async stream =>
            count = await new RecordExport(workspace).WriteAsync(type.Value, query.Value, Actor.Local, format.Value, WorkspaceOptions.LanguageOf(input), stream, progress, cancel));
        progress?.Dispose();
        if (refusal is not null) return Answer.Refuse(input, refusal);
        if (!OutputFile.IsPipe(to)) Answer.Give(input, new { File = Path.GetFullPath(to), Records = count }, ($"{to} に{count:N0}件を書き出しました。", $"Wrote {count:N0} records to {to}."));
        return ExitCodes.Done;
    }
}

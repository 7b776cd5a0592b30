using System.CommandLine;
using Kakehashi.Platform.Export;

namespace Kakehashi.Web.Commands;

/// <summary><c>template TYPE --to FILE</c>: an empty file to be filled in and imported.</summary>
internal static class TemplateCommand
{
    private static readonly Argument<string> Type = new("type") { Description = "E.g. agreements; see records. データの種類" };

    public static Command Define()
    {
        var command = new Command("template",
            "Write an empty file to be filled in and imported; a workbook also explains its columns and lists the codes. "
            + "記入用の空のファイルを作る(Excelには列の説明とコード一覧のシートが付く)")
            { Type, OutputFile.To, WorkspaceOptions.Data, WorkspaceOptions.Json, WorkspaceOptions.Language };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        var to = input.GetRequiredValue(OutputFile.To);
        var format = OutputFile.FormatOf(to);
        if (!format.IsDone) return Answer.Refuse(input, format.Refusal);
        using var workspace = await WorkspaceOptions.OpenAsync(input, cancel);
        var type = WhereOptions.TypeOf(workspace, input.GetRequiredValue(Type));
        if (!type.IsDone) return Answer.Refuse(input, type.Refusal);
        var refusal = await OutputFile.WriteAsync(to, stream =>
        {
            new RecordTemplate(workspace).Write(type.Value, format.Value, WorkspaceOptions.LanguageOf(input), stream);
            return Task.CompletedTask;
        });
        if (refusal is not null) return Answer.Refuse(input, refusal);
        if (!OutputFile.IsPipe(to)) Answer.Give(input, new { File = Path.GetFullPath(to) }, ($"{to} を作りました。記入して `import --profile {type.Value.Route}` で取り込んでください。", $"Wrote {to}. Fill it in and import it with `import --profile {type.Value.Route}`."));
        return ExitCodes.Done;
    }
}

using System.CommandLine;
using Kakehashi.Platform.Export;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>template TYPE --to FILE</c>: an empty file to be filled in and imported.</summary>
internal static class TemplateCommand
{
    public static Command Define()
    {
        var command = new Command("template", T(
            "記入用の空のファイルを作る(Excelには列の説明とコード一覧のシートが付く)",
            "Write an empty file to be filled in and imported; a workbook also explains its columns and lists the codes."))
            { OutputFile.Type, OutputFile.To, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static Task<int> Run(ParseResult input, CancellationToken cancel) => OutputFile.OfTypeAsync(input, WorkspaceOptions.OpenAsync, async (workspace, type, format) =>
    {
        var to = input.GetRequiredValue(OutputFile.To);
        var refusal = await OutputFile.WriteAsync(to, stream =>
        {
            new RecordTemplate(workspace).Write(type, format, WorkspaceOptions.LanguageOf(input), stream);
            return Task.CompletedTask;
        });
        if (refusal is not null) return Answer.Refuse(input, refusal);
        if (!OutputFile.IsPipe(to)) Answer.Give(input, new { File = Path.GetFullPath(to) }, ($"{to} を作りました。記入して `import --profile {type.Route}` で取り込んでください。", $"Wrote {to}. Fill it in and import it with `import --profile {type.Route}`."));
        return ExitCodes.Done;
    }, cancel);
}

using System.CommandLine;
using Kakehashi.Strategy.Open;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>export-open --to FOLDER</c>: all that is public, for a host that serves nothing but files.</summary>
internal static class ExportOpenCommand
{
    private static readonly Option<string> To = new("--to") { Description = T("書き出すフォルダー(空か、前回書き出したもの)", "The folder to write: empty, or that of an earlier export."), Required = true };

    private static readonly Option<string?> Site = new("--site")
    {
        Description = T("公開先のアドレス(例: https://data.example.ac.jp。省略すると置いた先のルートから)", "Where the folder will be reached, e.g. https://data.example.ac.jp; else addresses begin at the root of the site it is put on."),
    };

    public static Command Define()
    {
        var command = new Command("export-open", T("公表しているデータをすべての形式でフォルダーに書き出す(静的な公開用)", "Write all public data in every format into a folder, for a static host."))
            { To, Site, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        var site = input.GetValue(Site)?.TrimEnd('/') ?? "";
        if (site.Length > 0 && !(Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Query.Length + address.Fragment.Length == 0))
            return Answer.Refuse(input, new("open-export.site", ($"{site}: https:// で始まるアドレスを指定してください。", $"{site}: give an address that begins with https://.")));
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        using var progress = CommandProgress.Start(input.GetValue(WorkspaceOptions.Json), WorkspaceOptions.LanguageOf(input), CommandProgress.Files);
        var written = await new OpenExport(workspace).WriteAsync(input.GetRequiredValue(To), site, progress, cancel);
        progress?.Dispose();
        if (!written.IsDone) return Answer.Refuse(input, written.Refusal);
        var (folder, files, bytes) = written.Value;
        Answer.Give(input, new { Folder = folder, Files = files, Bytes = bytes }, ($"{folder} に{files:N0}ファイル({bytes:N0}バイト)を書き出しました。", $"Wrote {files:N0} files ({bytes:N0} bytes) to {folder}."));
        return ExitCodes.Done;
    }
}

using System.CommandLine;
using Kakehashi.Platform.Store;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>backup FILE</c>: all of the data in one file, while the program goes on working.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> File = new("file") { Description = T("保存先のファイル(例: kakehashi-2026-04-01.zip)", "The file to write, e.g. kakehashi-2026-04-01.zip.") };

    public static Command Define()
    {
        var command = new Command("backup", T(
            "データ・履歴・取込ファイル・鍵を1つのzipに保存する(サーバー動作中でも可)。すべてを含むので厳重に保管してください",
            "Save records, history, uploaded files and keys in one zip file; the server may go on running. Keep the file safe: it holds everything."))
            { File, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        var file = Path.GetFullPath(input.GetRequiredValue(File));
        using var workspace = await WorkspaceOptions.OpenExistingAsync(input, cancel);
        using var progress = CommandProgress.Start(input.GetValue(WorkspaceOptions.Json), WorkspaceOptions.LanguageOf(input), CommandProgress.Bytes);
        var written = await new Backup(workspace).WriteAsync(file, progress, cancel);
        progress?.Dispose();
        if (!written.IsDone) return Answer.Refuse(input, written.Refusal);
        var (count, size) = (written.Value.Entries.Count, new FileInfo(file).Length);
        Answer.Give(input, new { File = file, Size = size, written.Value.Entries },
            ($"{file} に保存しました({count:N0}ファイル、{size:N0}バイト)。", $"Saved to {file} ({count:N0} files, {size:N0} bytes)."));
        return ExitCodes.Done;
    }
}

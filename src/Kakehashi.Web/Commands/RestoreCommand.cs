using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;

namespace Kakehashi.Web.Commands;

/// <summary><c>restore FILE --data DIR [--replace]</c>: puts a backup back, all of it or nothing.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> File = new("file") { Description = "A file made by backup. backupで作ったファイル" };

    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "Take the place of a folder that holds something; that one is kept beside. データのあるフォルダーと入れ替える(元のフォルダーは隣に残す)",
    };

    public static Command Define()
    {
        var command = new Command("restore",
            "Put a backup back. Every file is checked first; a damaged or foreign one is refused and nothing changes. Stop the server before. "
            + "バックアップを復元する。先に全ファイルを検査し、壊れていれば何も変えない。サーバーは止めておく")
            { File, Replace, WorkspaceOptions.Data, WorkspaceOptions.Json, WorkspaceOptions.Language };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        var data = Path.GetFullPath(input.GetRequiredValue(WorkspaceOptions.Data));
        using var progress = CommandProgress.Start(input.GetValue(WorkspaceOptions.Json), WorkspaceOptions.LanguageOf(input), CommandProgress.Bytes);
        var restored = await BackupRestore.RunAsync(input.GetRequiredValue(File), data, input.GetValue(Replace), TimeProvider.System, progress, cancel);
        progress?.Dispose();
        if (!restored.IsDone) return Answer.Refuse(input, restored.Refusal);
        var kept = restored.Value.Kept;
        Text where = kept is null ? ("", "") : ($" 元のフォルダーは {kept} に残しました。", $" The folder that was there is now {kept}.");
        Answer.Give(input, new { Data = data, restored.Value.Manifest.At, Kept = kept }, (
            $"{restored.Value.Manifest.At:yyyy-MM-dd HH:mm} UTC のバックアップを {data} に復元しました。{where.Ja}",
            $"Restored the backup of {restored.Value.Manifest.At:yyyy-MM-dd HH:mm} UTC to {data}.{where.En}"));
        return ExitCodes.Done;
    }
}

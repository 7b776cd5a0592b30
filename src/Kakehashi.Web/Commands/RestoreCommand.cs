using System.CommandLine;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using static Kakehashi.Platform.Pages.Speech;

namespace Kakehashi.Web.Commands;

/// <summary><c>restore FILE --data DIR [--replace]</c>: puts a backup back, all of it or nothing.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> File = new("file") { Description = T("backupで作ったファイル", "A file made by backup.") };

    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = T("データのあるフォルダーと入れ替える(元のフォルダーは隣に残す)", "Take the place of a folder that holds something; that one is kept beside."),
    };

    public static Command Define()
    {
        var command = new Command("restore", T(
            "バックアップを復元する。先に全ファイルを検査し、壊れていれば何も変えない。サーバーは止めておく",
            "Put a backup back. Every file is checked first; a damaged or foreign one is refused and nothing changes. Stop the server before."))
            { File, Replace, WorkspaceOptions.Data, WorkspaceOptions.Json };
        command.SetAction(Run);
        return command;
    }

    /// <summary>Into the folder it would go, but the program would not read it there.</summary>
    private static readonly Refusal OfPostgres = new("restore.postgres", (
        "環境変数 KAKEHASHI_POSTGRES が設定されており、データは PostgreSQL にあります。pg_dump で保存したものは、空のデータベースに pg_restore で戻してください。このバックアップ(SQLite)をフォルダーに復元するなら、KAKEHASHI_POSTGRES の設定を外してください。",
        "KAKEHASHI_POSTGRES is set: the records are in PostgreSQL. Put back what pg_dump has saved with pg_restore, into an empty database. To restore this backup (SQLite) into a folder, unset KAKEHASHI_POSTGRES."));

    private static async Task<int> Run(ParseResult input, CancellationToken cancel)
    {
        if (WorkspaceOptions.Postgres is not null) return Answer.Refuse(input, OfPostgres);
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

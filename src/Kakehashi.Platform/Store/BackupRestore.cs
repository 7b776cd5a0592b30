using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Kakehashi.Kernel;
using Microsoft.Data.Sqlite;

namespace Kakehashi.Platform.Store;

/// <summary>What was restored.</summary>
/// <param name="Manifest">What was in the backup.</param>
/// <param name="Kept">Where the folder that was there before is now, or null where there was none.</param>
public sealed record Restored(BackupManifest Manifest, string? Kept);

/// <summary>
/// Puts a backup back: everything is unpacked and checked beside the folder, which then takes its place in one step. Whatever
/// stops it before that step, the folder is as it was.
/// </summary>
public static class BackupRestore
{
    /// <summary>Restores a backup.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="data">The folder; made where it is missing.</param>
    /// <param name="replace">Put it in the place of a folder that holds something, which is kept beside.</param>
    /// <param name="clock">Names the folder that is kept.</param>
    /// <param name="progress">Bytes unpacked so far.</param>
    /// <param name="cancel">Stops it; nothing has changed then.</param>
    public static async Task<Result<Restored>> RunAsync(string file, string data, bool replace, TimeProvider clock, IProgress<long>? progress, CancellationToken cancel)
    {
        data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data));
        if (!File.Exists(file)) return new Refusal("restore.no-file", Directory.Exists(file)
            ? ($"{file} はフォルダーです。backup で作った zip ファイルを指定してください。", $"{file} is a folder. Name the zip file that backup made.")
            : ($"{file}: ファイルがありません。", $"{file}: there is no such file."));
        if (Refuse(data, replace) is { } refusal) return refusal;
        var beside = $"{data}.restoring-{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(beside);
            var unpacked = await Unpack(file, beside, progress, cancel);
            if (!unpacked.IsDone) return unpacked.Refusal;
            if (Unsound(Path.Combine(beside, Backup.DatabaseName))) return Damaged(file, Backup.DatabaseName);
            return new Restored(unpacked.Value, FolderExchange.Put(beside, data, $"{data}.before-restore-{clock.GetUtcNow():yyyyMMdd-HHmmss}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("restore.cannot-write", ($"{data} に書き込めません: {error.Message}", $"{data} cannot be written: {error.Message}"));
        }
        finally
        {
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    private static Refusal? Refuse(string data, bool replace)
    {
        if (!Directory.Exists(data) || !Directory.EnumerateFileSystemEntries(data).Any()) return null;
        if (!replace)
            return new("restore.not-empty", (
                $"{data} は空ではありません。--data で別のフォルダーを指定するか、--replace を付けてください(元のフォルダーは隣に残します)。",
                $"{data} is not empty. Name another folder with --data, or add --replace; the folder that is there is then kept beside it."));
        return IsInUse(Path.Combine(data, Backup.DatabaseName))
            ? new("restore.in-use", (
                $"{data} は動作中のプログラムが使っています。終了してから復元してください。",
                $"{data} is in use by a running program. Stop it, then restore."))
            : null;
    }

    /// <summary>A database leaves write-ahead mode only where nobody else has it open.</summary>
    private static bool IsInUse(string database)
    {
        if (!File.Exists(database)) return false;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, DefaultTimeout = 1 }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=DELETE";
            return command.ExecuteScalar() is not "delete";
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 5 or 6)
        {
            return true;
        }
        catch (SqliteException)
        {
            // what is there is no sound database: all the more reason to restore
            return false;
        }
    }

    private static async Task<Result<BackupManifest>> Unpack(string file, string folder, IProgress<long>? progress, CancellationToken cancel)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(file, cancel);
            var manifest = await Manifest(archive, cancel);
            if (manifest is null) return Foreign(file);
            if (manifest.Version > BackupManifest.CurrentVersion)
                return new Refusal("restore.newer", ($"{file} は新しい版のプログラムのバックアップです。プログラムを更新してください。", $"{file} was made by a newer version. Update the program."));
            var done = 0L;
            foreach (var entry in manifest.Entries)
            {
                if (TargetOf(folder, entry.Name) is not { } target) return Foreign(file);
                if (archive.GetEntry(entry.Name) is not { } packed || !await IsWhole(packed, entry, target, cancel)) return Damaged(file, entry.Name);
                progress?.Report(done += entry.Size);
            }

            return manifest.Entries.Any(entry => entry.Name == Backup.DatabaseName) ? manifest : Foreign(file);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or EndOfStreamException)
        {
            return new Refusal("restore.damaged", ($"{file} はバックアップとして読めないか、壊れています。何も変更していません。", $"{file} cannot be read as a backup, or is damaged. Nothing was changed."));
        }
    }

    private static async Task<BackupManifest?> Manifest(ZipArchive archive, CancellationToken cancel)
    {
        if (archive.GetEntry(BackupManifest.EntryName) is not { } entry) return null;
        await using var stream = await entry.OpenAsync(cancel);
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, BackupManifest.Json, cancel);
        return manifest is { Format: BackupManifest.FormatName, Entries: not null } ? manifest : null;
    }

    /// <summary>Where an entry goes; null for a name that leads out of the folder.</summary>
    private static string? TargetOf(string folder, string name)
    {
        var target = Path.GetFullPath(Path.Combine(folder, name));
        return target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? target : null;
    }

    private static async Task<bool> IsWhole(ZipArchiveEntry packed, BackupEntry entry, string target, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        await using (var source = await packed.OpenAsync(cancel))
        await using (var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write))
        {
            var buffer = new byte[1 << 18];
            // no more than the manifest says, so that a hostile archive cannot fill the disk
            while (size <= entry.Size && await source.ReadAsync(buffer, cancel) is var read and > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                size += read;
            }

            file.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return size == entry.Size && Convert.ToHexStringLower(hash.GetHashAndReset()) == entry.Sha256;
    }

    private static bool Unsound(string database)
    {
        try
        {
            return SqliteIntegrity.Faults(database).Count > 0;
        }
        catch (SqliteException)
        {
            return true;
        }
    }

    private static Refusal Foreign(string file) => new("restore.foreign", (
        $"{file} は架け橋のバックアップではありません。kakehashi backup で作ったファイルを指定してください。",
        $"{file} is not a backup of Kakehashi. Name a file that was made by kakehashi backup."));

    private static Refusal Damaged(string file, string entry) => new("restore.damaged", (
        $"{file} の中の {entry} が壊れています(ハッシュが一致しません)。別のバックアップを使ってください。何も変更していません。",
        $"In {file}, {entry} is damaged: its hash is not the one that was written. Use another backup. Nothing was changed."));
}

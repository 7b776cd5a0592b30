using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Kakehashi.Kernel;
using Microsoft.Data.Sqlite;

namespace Kakehashi.Platform.Store;

/// <summary>One file of a backup.</summary>
/// <param name="Name">Its path within the data folder, with slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Its hash, in small hexadecimal digits.</param>
public sealed record BackupEntry(string Name, long Size, string Sha256);

/// <summary>What is in a backup: the last entry of the archive.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">Grows when an older program could not restore it any more.</param>
/// <param name="At">When it was made.</param>
/// <param name="Entries">Its files.</param>
public sealed record BackupManifest(string Format, int Version, DateTimeOffset At, IReadOnlyList<BackupEntry> Entries)
{
    public const string FormatName = "kakehashi-backup";

    public const int CurrentVersion = 1;

    /// <summary>The entry it is in.</summary>
    public const string EntryName = "manifest.json";

    internal static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };
}

/// <summary>
/// Writes all of a data folder into one zip file while the program goes on working: the database as of one moment, uploaded
/// files, keys and settings, with a hash of each.
/// </summary>
public sealed class Backup(Workspace workspace)
{
    /// <summary>The database within the folder.</summary>
    internal const string DatabaseName = "kakehashi.db";

    /// <summary>What belongs to the data beside the database; what can be computed again does not.</summary>
    private static readonly string[] Folders = ["fields", "imports", "keys", "profiles"];

    /// <summary>Databases beside that of the records, see <see cref="Database.Beside"/>.</summary>
    private static readonly string[] Others = ["accounts.db", "mail.db"];

    private static readonly string[] Files = ["mail.yaml", "oidc.yaml", "partnerships.yaml", "strategy.yaml", "university.yaml"];

    /// <summary>Writes the backup; the file is there, whole, or not at all. A file that is there already is not replaced.</summary>
    public async Task<Result<BackupManifest>> WriteAsync(string file, IProgress<long>? progress, CancellationToken cancel)
    {
        if (workspace.Database is PostgresDatabase postgres) return OfPostgres(postgres.Address);
        var database = (SqliteDatabase)workspace.Database;
        if (File.Exists(file))
            return new Refusal("backup.exists", ($"{file} はすでにあります。別の名前を指定してください。", $"{file} is there already. Choose another name."));
        var partial = $"{file}.partial-{Environment.ProcessId}";
        try
        {
            var manifest = await Write(database, partial, progress, cancel);
            File.Move(partial, file);
            return manifest;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Refusal("backup.cannot-write", ($"{file} に書き込めません: {error.Message}", $"{file} cannot be written: {error.Message}"));
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private Refusal OfPostgres(string address) => new("backup.postgres", (
        $"データは PostgreSQL にあり、ここでは保存できません。`pg_dump --format=custom --file=kakehashi.dump {address}` で保存し、{workspace.Data} の {Named("、")} も(あるものを)合わせて保存してください。",
        $"The records are in PostgreSQL and are saved by its own program: `pg_dump --format=custom --file=kakehashi.dump {address}`. Save what there is of {Named(", ")} in {workspace.Data} beside it."));

    private static string Named(string separator) => string.Join(separator, Folders.Concat(Files));

    private async Task<BackupManifest> Write(SqliteDatabase database, string partial, IProgress<long>? progress, CancellationToken cancel)
    {
        var copy = partial + ".db";
        try
        {
            Copy(database.Open(), copy);
            cancel.ThrowIfCancellationRequested();
            var entries = new List<BackupEntry>();
            await using (var stream = Create(partial))
            {
                using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    entries.Add(await Add(archive, copy, DatabaseName, progress, cancel));
                    foreach (var name in Others.Where(name => File.Exists(Path.Combine(workspace.Data, name))))
                    {
                        Remove(copy);
                        Copy(Opened(Path.Combine(workspace.Data, name)), copy);
                        entries.Add(await Add(archive, copy, name, null, cancel));
                    }

                    foreach (var (path, name) in Beside()) entries.Add(await Add(archive, path, name, null, cancel));
                    var manifest = new BackupManifest(BackupManifest.FormatName, BackupManifest.CurrentVersion, workspace.Clock.GetUtcNow(), entries);
                    await using var last = await archive.CreateEntry(BackupManifest.EntryName, CompressionLevel.Fastest).OpenAsync(cancel);
                    await JsonSerializer.SerializeAsync(last, manifest, BackupManifest.Json, cancel);
                }

                stream.Flush(flushToDisk: true);
            }

            return new(BackupManifest.FormatName, BackupManifest.CurrentVersion, workspace.Clock.GetUtcNow(), entries);
        }
        finally
        {
            Remove(copy);
        }
    }

    private static void Remove(string copy)
    {
        foreach (var ending in new[] { "", "-wal", "-shm" }) File.Delete(copy + ending);
    }

    private static SqliteConnection Opened(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>The pages as of one moment, through SQLite's own backup: writers go on meanwhile. When the last connection closes, one file is left.</summary>
    private static void Copy(System.Data.Common.DbConnection opened, string copy)
    {
        using var source = (SqliteConnection)opened;
        Create(copy).Dispose();
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        target.Open();
        source.BackupDatabase(target);
    }

    private IEnumerable<(string Path, string Name)> Beside()
    {
        foreach (var name in Files)
            if (Path.Combine(workspace.Data, name) is var path && File.Exists(path)) yield return (path, name);
        foreach (var folder in Folders)
        {
            var root = Path.Combine(workspace.Data, folder);
            if (!Directory.Exists(root)) continue;
            foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                yield return (path, Path.GetRelativePath(workspace.Data, path).Replace('\\', '/'));
        }
    }

    private static async Task<BackupEntry> Add(ZipArchive archive, string path, string name, IProgress<long>? progress, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = File.OpenRead(path);
        await using var target = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
        var buffer = new byte[1 << 18];
        var size = 0L;
        while (await source.ReadAsync(buffer, cancel) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancel);
            size += read;
            progress?.Report(size);
        }

        return new(name, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>A new file that only its owner reads: a backup holds the keys and everybody's records.</summary>
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}

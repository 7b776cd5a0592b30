using System.Globalization;
using Npgsql;

namespace Kakehashi.TestServers;

/// <summary>
/// A private PostgreSQL for one test process: an assembly fixture. It starts when the first database is asked for and
/// is gone, with its folder, when the process ends, however it ends.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const int OldestVersion = 15;
    private readonly SemaphoreSlim starting = new(1);
    private PostgresProcess? process;
    private int databases;

    /// <summary>Why there can be no server here; null when there can.</summary>
    public static string? Missing { get; } = Binaries() is not null ? null
        : $"PostgreSQL {OldestVersion} or later is not installed (Debian: apt-get install postgresql)";

    /// <summary>Skips the running test when there can be no server here.</summary>
    public static void Skip() => Assert.SkipWhen(Missing is not null, Missing ?? "");

    /// <summary>Makes a new, empty database (UTF-8, ICU ja-JP) and returns its connection string; skips the test when there is no server.</summary>
    /// <param name="options">Further words of the statement that makes it.</param>
    /// <param name="like">The connection string of one that it is a copy of.</param>
    public async Task<string> CreateDatabase(string options = "", string? like = null)
    {
        Skip();
        var server = await Start();
        var name = string.Create(CultureInfo.InvariantCulture, $"kakehashi_{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(ConnectionString(server.Port, "postgres", pooling: false));
        await connection.OpenAsync();
        var template = like is null ? "template0" : new NpgsqlConnectionStringBuilder(like).Database;
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template} {options}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(server.Port, name, pooling: true);
    }

    /// <summary>Gives the room of a database back: the few hundred of a run would fill gigabytes.</summary>
    public async Task DropDatabase(string connectionString)
    {
        var server = await Start();
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await using var connection = new NpgsqlConnection(ConnectionString(server.Port, "postgres", pooling: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"DROP DATABASE {name} WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        starting.Dispose();
    }

    private async Task<PostgresProcess> Start()
    {
        await starting.WaitAsync();
        try
        {
            return process ??= await PostgresProcess.Start(Binaries()!);
        }
        finally
        {
            starting.Release();
        }
    }

    private static string ConnectionString(int port, string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "kakehashi",
        Database = database,
        Pooling = pooling,
        MaxPoolSize = 20,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>The newest of Debian's folders of server binaries.</summary>
    private static string? Binaries()
    {
        const string versions = "/usr/lib/postgresql";
        if (!Directory.Exists(versions))
            return null;
        return Directory.GetDirectories(versions)
            .Select(folder => (Folder: Path.Combine(folder, "bin"), Version: VersionOf(folder)))
            .Where(found => found.Version >= OldestVersion && File.Exists(Path.Combine(found.Folder, "initdb")))
            .OrderByDescending(found => found.Version)
            .Select(found => found.Folder)
            .FirstOrDefault();
    }

    private static int VersionOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}

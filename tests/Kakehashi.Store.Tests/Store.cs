using Kakehashi.Platform.Store;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

/// <summary>Where a specification is run: an empty database of its own for each test.</summary>
public abstract class Store : IAsyncDisposable
{
    /// <summary>How the writing process is told about it.</summary>
    public abstract IReadOnlyList<string> Address { get; }

    public async Task<Database> Open(CancellationToken cancel)
    {
        var database = await Create();
        await database.MigrateAsync(cancel);
        return database;
    }

    public abstract ValueTask DisposeAsync();

    protected abstract Task<Database> Create();
}

/// <summary>A file in a folder of its own.</summary>
public sealed class SqliteStore : Store
{
    private readonly string folder = Directory.CreateTempSubdirectory("kakehashi-store").FullName;

    public override IReadOnlyList<string> Address => ["sqlite", Path.Combine(folder, "kakehashi.db")];

    public override ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return default;
    }

    protected override Task<Database> Create() => Task.FromResult<Database>(new SqliteDatabase(Address[1], Product.Types));
}

/// <summary>A database on the server of the test process.</summary>
public sealed class PostgresStore(PostgresServer server) : Store
{
    private PostgresDatabase? database;
    private string? connection;

    public override IReadOnlyList<string> Address => ["postgres", connection!];

    public override ValueTask DisposeAsync()
    {
        database?.Dispose();
        return default;
    }

    protected override async Task<Database> Create()
    {
        connection = await server.CreateDatabase();
        return database = new PostgresDatabase(connection, Product.Types);
    }
}

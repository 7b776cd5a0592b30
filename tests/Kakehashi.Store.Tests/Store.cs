using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

/// <summary>Where a specification is run: an empty database of its own for each test.</summary>
public abstract class Store : IAsyncDisposable
{
    /// <summary>How the writing process is told about it.</summary>
    public abstract IReadOnlyList<string> Address { get; }

    /// <summary>The record types it is opened with.</summary>
    public RecordTypes Types { get; init; } = Product.Types;

    /// <summary>There is nothing at all where it is opened first, and every migration is run.</summary>
    public bool FromNothing { get; init; }

    /// <summary>Opens the same records as another program would that knows other record types.</summary>
    public abstract Database Again(RecordTypes types);

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
    private string Folder => field ??= FromNothing ? Directory.CreateTempSubdirectory("kakehashi-store").FullName : Empty.Folder("kakehashi-store");

    public override IReadOnlyList<string> Address => ["sqlite", Path.Combine(Folder, "kakehashi.db")];

    public override ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return default;
    }

    /// <summary>From how many records on lists cross indexes.</summary>
    internal CrossingLimits Crossing { get; init; } = new();

    public override Database Again(RecordTypes types) => new SqliteDatabase(Address[1], types) { Crossing = Crossing };

    protected override Task<Database> Create() => Task.FromResult(Again(Types));
}

/// <summary>A database on the server of the test process.</summary>
public sealed class PostgresStore(PostgresServer server) : Store
{
    private readonly List<PostgresDatabase> databases = [];
    private string? connection;

    public override IReadOnlyList<string> Address => ["postgres", connection!];

    public override async ValueTask DisposeAsync()
    {
        foreach (var database in databases) database.Dispose();
        if (connection is not null) await server.DropDatabase(connection);
    }

    protected override async Task<Database> Create()
    {
        connection = FromNothing ? await server.CreateDatabase() : await Empty.OnServer(server);
        return Again(Types);
    }

    public override Database Again(RecordTypes types)
    {
        var database = new PostgresDatabase(connection!, types);
        databases.Add(database);
        return database;
    }
}

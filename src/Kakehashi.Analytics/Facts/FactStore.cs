using Kakehashi.Analytics.DuckDb;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Facts;

/// <summary>
/// The facts of one university in one DuckDB database: a table per <see cref="FactSchema"/>, which units have submitted,
/// and the tree of units. It is derived data: what it holds can always be projected again from the records. One
/// projection writes at a time; any number of connections read beside it and see only what has been committed.
/// </summary>
public sealed class FactStore : IDisposable
{
    private readonly DuckDbDatabase database;
    private readonly DuckDbConnection writer;
    private readonly SemaphoreSlim writing = new(1);

    private FactStore(DuckDbDatabase database, IReadOnlyList<FactSchema> schemas, YearStarts years)
    {
        this.database = database;
        writer = database.Connect();
        Schemas = schemas.ToDictionary(schema => schema.Name, StringComparer.Ordinal);
        Years = years;
    }

    /// <summary>The kinds of fact, by name.</summary>
    public IReadOnlyDictionary<string, FactSchema> Schemas { get; }

    /// <summary>The months in which years start; the period columns were computed from them.</summary>
    public YearStarts Years { get; }

    /// <summary>
    /// The change set up to which the records have been projected; 0 where the store is new, or was made from other
    /// schemas or years and has been emptied: then project everything.
    /// </summary>
    public long ProjectedTo
    {
        get
        {
            using var connection = Connect();
            return connection.Whole("SELECT change_set FROM projection");
        }
    }

    /// <summary>Opens the store, and makes or empties it where needed.</summary>
    /// <param name="path">The file, or null for memory.</param>
    /// <param name="schemas">All kinds of fact.</param>
    /// <param name="years">The months in which years start.</param>
    /// <param name="settings">Null for <see cref="DuckDbSettings.Default"/>.</param>
    /// <exception cref="DuckDbException">The file is held by another process or is no DuckDB database.</exception>
    public static FactStore Open(string? path, IReadOnlyList<FactSchema> schemas, YearStarts years, DuckDbSettings? settings = null)
    {
        var store = new FactStore(DuckDbDatabase.Open(path, settings), schemas, years);
        try
        {
            FactTables.Make(store.writer, schemas, years);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>A connection to read by; close it before the store.</summary>
    public DuckDbConnection Connect() => database.Connect();

    /// <summary>
    /// Writes facts in one transaction: all that <paramref name="work"/> does and the watermark, or nothing, whether it
    /// throws or the machine stops.
    /// </summary>
    /// <param name="changeSet">The last change set of the records that the work takes in.</param>
    /// <param name="work">Replaces facts; it must not keep the projection.</param>
    /// <param name="cancel">Ends the waiting for another projection and the statement that runs.</param>
    public void Project(long changeSet, Action<FactProjection> work, CancellationToken cancel = default)
    {
        writing.Wait(cancel);
        try
        {
            using var projection = new FactProjection(writer, this, cancel);
            work(projection);
            projection.Commit(changeSet);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <inheritdoc cref="Project"/>
    public async Task ProjectAsync(long changeSet, Func<FactProjection, Task> work, CancellationToken cancel = default)
    {
        await writing.WaitAsync(cancel);
        try
        {
            using var projection = new FactProjection(writer, this, cancel);
            await work(projection);
            projection.Commit(changeSet);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        writer.Dispose();
        database.Dispose();
        writing.Dispose();
    }
}

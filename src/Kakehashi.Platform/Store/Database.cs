using System.Data.Common;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Kakehashi.Platform.Store;

/// <summary>
/// Where records are kept. What differs between SQLite and PostgreSQL is here and in the classes beside it, nowhere else.
/// </summary>
public abstract class Database
{
    private readonly Lazy<DbContextOptions<RecordsContext>> options;

    /// <summary>The tables, by entity: a type with own fields and the same without are of one table.</summary>
    private readonly Dictionary<Type, RecordTable> tables;

    private protected Database(RecordTypes types)
    {
        Types = types;
        tables = types.All.ToDictionary(type => type.Entity, type => new RecordTable(type));
        options = new(() => Options(null));
    }

    public RecordTypes Types { get; }

    /// <summary>How long records are kept that the law has kept.</summary>
    public LegalKeeping Keeping { get; internal set; } = new(LegalKeeping.UsualYears, TimeZoneInfo.Utc);

    /// <summary>Records were written by this process; what follows from them may be brought up to date. Answer quickly.</summary>
    public event Action? Committed;

    internal void OnCommitted() => Committed?.Invoke();

    /// <summary>The table of a record type.</summary>
    public RecordTable this[RecordType type] => tables[type.Entity];

    /// <summary>A context for queries; nothing it reads is tracked.</summary>
    public RecordsContext Read() => new(options.Value, Types);

    /// <summary>Begins to change records; what others read stays as it is until the session is committed.</summary>
    public ChangeSession Change(ChangeOrigin origin, TimeProvider clock) => new(this, _ => origin, clock);

    /// <summary>A context for queries within a transaction.</summary>
    internal RecordsContext Read(DbConnection connection, DbTransaction transaction)
    {
        var context = new RecordsContext(Options(connection), Types);
        context.Database.UseTransaction(transaction);
        return context;
    }

    /// <summary>Brings the tables up to date.</summary>
    public virtual async Task MigrateAsync(CancellationToken cancel)
    {
        await using var context = Read();
        await context.Database.MigrateAsync(cancel);
    }

    /// <summary>
    /// A store of its own beside the records, which no import keeps waiting: another file of the folder, or other tables of
    /// the same server.
    /// </summary>
    public abstract void Beside(DbContextOptionsBuilder builder, string name);

    /// <summary>Brings the tables of a store beside the records up to date; programs that start at once take turns.</summary>
    public abstract Task MigrateBesideAsync(string name, Func<DbContext> open, CancellationToken cancel);

    /// <summary>
    /// Within a transaction of a store beside the records: nobody else goes on here until it ends. For rules about several
    /// rows, of which two who write at once would each see only what was there before.
    /// </summary>
    public abstract Task TakeTurnAsync(DbContext context, CancellationToken cancel);

    /// <summary>Opens a connection for writing.</summary>
    internal abstract DbConnection Open();

    /// <summary>Begins a transaction that writes: no other writer can make it fail half-way.</summary>
    internal abstract DbTransaction Begin(DbConnection connection);

    /// <summary>The same for somebody who is told where another writer has to be waited for, however long that takes.</summary>
    internal abstract DbTransaction Begin(DbConnection connection, Turn turn);

    /// <summary>Takes the lock under which a change set is put into the chain, until the transaction ends.</summary>
    internal abstract void LockChain(DbConnection connection, DbTransaction transaction);

    /// <summary>Nobody else changes a row until the transaction ends; others may hold it too.</summary>
    internal abstract void HoldRow(DbConnection connection, DbTransaction transaction, string table, long id);

    /// <summary>Waits until no other import writes, until the transaction ends.</summary>
    internal abstract void LockImports(DbConnection connection, DbTransaction transaction, Turn turn);

    /// <summary>Takes numbers for records.</summary>
    internal abstract long TakeNumbers(DbConnection connection, DbTransaction transaction, long count);

    /// <summary>Rows that a transaction inserts, as fast as the store takes them.</summary>
    internal abstract RowSinks Insert(DbConnection connection);

    /// <summary>The key that an error of the database says is taken, and the code of its type; null where it is about something else.</summary>
    internal abstract (string Type, string Key)? TakenKey(DbException error);

    /// <summary>
    /// Takes the indexes off a table that is being filled, and answers what puts them back: many times faster than
    /// keeping them up to date row by row. Null where this store or table is better off with its indexes on.
    /// </summary>
    internal abstract Action? DeferIndexes(DbConnection connection, DbTransaction transaction, RecordTable table);

    /// <summary>From here on, what is deleted on this connection is overwritten, as far as the store can do that.</summary>
    internal virtual void Overwrite(DbConnection connection, bool isOn)
    {
    }

    /// <summary>Brings what was overwritten to the disk, so that nothing older lies beside it.</summary>
    internal virtual void Settle()
    {
    }

    /// <summary>How lists cross indexes; null where the store by itself takes several for one statement, and knows which serve best. Tests set low limits, to go all ways with few records.</summary>
    internal Lists.CrossingLimits? Crossing { get; init; }

    /// <summary>The search index of this store.</summary>
    internal abstract Search.SearchIndex Search { get; }

    /// <summary>Names the provider, on a connection of its own or on a given one.</summary>
    protected abstract void Configure(DbContextOptionsBuilder builder, DbConnection? connection);

    private DbContextOptions<RecordsContext> Options(DbConnection? connection)
    {
        var builder = new DbContextOptionsBuilder<RecordsContext>().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .ReplaceService<IModelCacheKeyFactory, ModelOfTypes>();
        Configure(builder, connection);
        return builder.Options;
    }
}

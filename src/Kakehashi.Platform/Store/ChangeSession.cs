using System.Data.Common;
using System.Security.Cryptography;
using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Records;
using Kakehashi.Records.Own;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Store;

/// <summary>
/// The one way in which records are written: a transaction that puts each change into the record's table, its keys,
/// its search words and the history together. Without <see cref="Commit"/> nothing of it remains.
/// </summary>
public sealed class ChangeSession : IDisposable
{
    private static readonly byte[] NoValues = "{}"u8.ToArray();

    private readonly Database database;
    private readonly ChangeOrigin origin;
    private readonly TimeProvider clock;
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private readonly Numbers numbers;
    private readonly Dictionary<RecordType, TableWriter> writers = [];
    private readonly RowSinks sinks;
    private readonly RowSink changes;
    private readonly byte[] hashes = new byte[ChangeHash.Size * 512];
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly object?[] changeRow = new object?[9];
    private readonly byte[] changeHash = new byte[ChangeHash.Size];
    private readonly Utf8Text changeText = new();
    // made before anything is written: EF cannot take over a SQLite connection on which the search index has been written to
    private readonly RecordsContext context;
    private int hashed;
    private int count;
    private bool isBroken;

    internal ChangeSession(Database database, Func<long, ChangeOrigin> origin, TimeProvider clock, Turn? turn = null)
    {
        (this.database, this.clock) = (database, clock);
        connection = database.Open();
        transaction = Begun(turn);
        context = database.Read(connection, transaction);
        sinks = database.Insert(connection);
        numbers = new(TakeNumbers);
        Id = numbers.Take();
        this.origin = origin(Id);
        changes = sinks.Into("change",
            ["change_set", "ordinal", "record", "type", "version", "kind", "row", "values", "hash"],
            [ColumnKind.Large, ColumnKind.Whole, ColumnKind.Large, ColumnKind.Text, ColumnKind.Whole, ColumnKind.Text, ColumnKind.Whole, ColumnKind.Text, ColumnKind.Text]);
    }

    /// <summary>The number of the change set.</summary>
    public long Id { get; }

    /// <summary>How many changes there are so far.</summary>
    public int Count => count;

    /// <summary>Writes a new record and gives it its number.</summary>
    /// <exception cref="DuplicateKeyException">Another record has one of its keys; of many rows it may be found only by a later call, or in <see cref="Commit"/>.</exception>
    public void Create(RecordType type, Record record, int? row = null) => WholeOrBroken((type, record, row), static (session, change) =>
    {
        var (type, record, row) = change;
        session.Demand(type, record, record);
        record.Number = session.numbers.Take();
        record.Version = 1;
        var writer = session.Writer(type);
        writer.Insert(record);
        session.Log(type, record, ChangeKinds.Created, writer.Values.Created(record), row);
        return true;
    });

    /// <summary>
    /// Writes what has changed in a record. False where nothing has. <paramref name="after"/> gets the next version.
    /// </summary>
    /// <exception cref="ConflictException">Somebody else has changed the record since <paramref name="before"/> was read.</exception>
    /// <exception cref="DuplicateKeyException">Another record has one of its keys; of many rows it may be found only by a later call, or in <see cref="Commit"/>.</exception>
    /// <exception cref="KeptByLawException">It would be kept less long than the law has it kept.</exception>
    public bool Update(RecordType type, Record before, Record after, int? row = null) => WholeOrBroken((type, before, after, row), static (session, change) =>
    {
        var (type, before, after, row) = change;
        OwnFields.Keep(type, before, after);
        session.Demand(type, before, after);
        session.DemandAsLong(type, before, after);
        var writer = session.Writer(type);
        var values = writer.Values.Updated(before, after);
        if (values.IsEmpty) return false;
        session.Rewrite(writer, before, after, before.IsWithdrawn);
        session.Log(type, after, ChangeKinds.Updated, values, row);
        return true;
    });

    /// <summary>
    /// From here until the end nobody else changes a record that this change set rests on but leaves as it is. To be called
    /// before the record is read: whoever is just changing it is waited for.
    /// </summary>
    public void Hold(RecordType type, long number) => database.HoldRow(connection, transaction, database[type].Name, number);

    /// <summary>Takes a record out of lists, search, facts and new links; its history stays.</summary>
    /// <exception cref="KeptByLawException">The law has it kept.</exception>
    public void Withdraw(RecordType type, Record record) => Turn(type, record, ChangeKinds.Withdrawn, isWithdrawn: true, NoValues);

    /// <summary>The same with a note that says why.</summary>
    internal void Withdraw(RecordType type, Record record, byte[] note) => Turn(type, record, ChangeKinds.Withdrawn, isWithdrawn: true, note);

    /// <summary>Brings a withdrawn record back.</summary>
    public void Restore(RecordType type, Record record) => Turn(type, record, ChangeKinds.Restored, isWithdrawn: false, NoValues);

    /// <summary>Writes a record as an operation of the engine leaves it, with what the history says of that.</summary>
    internal void Write(RecordType type, Record before, Record after, string kind, byte[] values) => WholeOrBroken((type, before, after, kind, values), static (session, change) =>
    {
        var (type, before, after, kind, values) = change;
        if (kind == ChangeKinds.Erased)
        {
            session.origin.Actor.Demand(Right.Erase, type, before);
            session.DemandOver(type, before);
        }
        else
        {
            session.Demand(type, before, after);
        }

        session.Rewrite(session.Writer(type), before, after, before.IsWithdrawn);
        session.Log(type, after, kind, values, null);
        return true;
    });

    /// <summary>Reads what is there, with what this session has written and not yet committed. The session keeps it.</summary>
    public RecordsContext Read()
    {
        Flush();
        return context;
    }

    /// <summary>What was written so far can be read on <see cref="Connection"/> after this.</summary>
    internal void Flush() => WholeOrBroken(true, static (session, _) =>
    {
        session.sinks.Flush();
        return true;
    });

    /// <summary>The connection of this transaction, for looking up what it has written.</summary>
    internal DbConnection Connection => connection;

    internal DbTransaction Transaction => transaction;

    /// <summary>Puts the change set into the chain and makes all of it permanent.</summary>
    /// <exception cref="InvalidOperationException">A change has failed before: what the session holds is not whole, and may only be thrown away.</exception>
    /// <exception cref="DuplicateKeyException">Two records have one key.</exception>
    public void Commit()
    {
        WholeOrBroken(true, static (session, _) =>
        {
            session.sinks.Flush();
            foreach (var writer in session.writers.Values) writer.RestoreIndexes();
            return true;
        });
        if (count > 0) Seal();
        transaction.Commit();
        database.OnCommitted();
    }

    public void Dispose()
    {
        // first, so that nothing is being written any more when the transaction ends
        sinks.Dispose();
        foreach (var writer in writers.Values) writer.Dispose();
        digest.Dispose();
        context.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    private void Turn(RecordType type, Record record, string kind, bool isWithdrawn, byte[] note) => WholeOrBroken((type, record, kind, isWithdrawn, note), static (session, change) =>
    {
        var (type, record, kind, isWithdrawn, note) = change;
        if (record.IsWithdrawn == isWithdrawn) return false;
        session.Demand(type, record, record);
        if (isWithdrawn) session.DemandOver(type, record);
        session.Rewrite(session.Writer(type), record, record, isWithdrawn);
        session.Log(type, record, kind, note, null);
        return true;
    });

    /// <summary>
    /// A failure may leave half of a change behind, which must not be committed by a caller who goes on. What the change
    /// needs is handed in: a closure for each row of an import would be a million of them.
    /// </summary>
    private bool WholeOrBroken<TChange>(TChange what, Func<ChangeSession, TChange, bool> change)
    {
        if (isBroken) throw new InvalidOperationException("a change of this session has failed; throw the session away");
        isBroken = true;
        try
        {
            var result = change(this, what);
            isBroken = false;
            return result;
        }
        catch (DbException error) when (database.TakenKey(error) is { } taken)
        {
            throw new DuplicateKeyException(database.Types.WithCode(taken.Type)!, taken.Key, error);
        }
    }

    /// <summary>Both as it was and as it is to be: nobody gives a record away into a unit of others, nor takes one.</summary>
    private void Demand(RecordType type, Record before, Record after)
    {
        if (type.IsByOperations && origin.Kind is not ("operation" or "merge" or "demo")) throw new InvalidOperationException($"{type} is written by operations only");
        if (before.IsMasked || after.IsMasked) throw new InvalidOperationException("a record without its personal data would be written");
        foreach (var record in ReferenceEquals(before, after) ? [before] : new[] { before, after })
        {
            if (origin.Asks is not { } asks) origin.Actor.DemandWrite(type, record);
            else if (!origin.Actor.Reaches(asks, type, record)) throw new NotAllowedException(origin.Actor, asks);
        }
    }

    /// <summary>The time is over for which the law has a record kept.</summary>
    private void DemandOver(RecordType type, Record record)
    {
        if (database.Keeping.Refuse(type, record, clock.GetUtcNow()) is { } refusal) throw new KeptByLawException(refusal);
    }

    /// <summary>Nobody shortens by hand the time for which the law has a record kept; operations know when it begins.</summary>
    private void DemandAsLong(RecordType type, Record before, Record after)
    {
        if (origin.Kind is not ("operation" or "merge" or "demo") && database.Keeping.RefuseShorter(type, before, after, clock.GetUtcNow()) is { } refusal) throw new KeptByLawException(refusal);
    }

    private long TakeNumbers(long count)
    {
        sinks.Flush();
        return database.TakeNumbers(connection, transaction, count);
    }

    private DbTransaction Begun(Turn? turn)
    {
        try
        {
            return turn is null ? database.Begin(connection) : database.Begin(connection, turn);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Rewrite(TableWriter writer, Record before, Record after, bool isWithdrawn)
    {
        var version = before.Version;
        after.Number = before.Number;
        after.Version = version + 1;
        after.IsWithdrawn = isWithdrawn;
        if (!writer.Update(before, after, version)) throw new ConflictException(before.Number);
    }

    private TableWriter Writer(RecordType type)
    {
        if (!writers.TryGetValue(type, out var writer)) writers[type] = writer = new(database, database[type], connection, transaction, sinks);
        return writer;
    }

    private void Log(RecordType type, Record record, string kind, ReadOnlyMemory<byte> values, int? row)
    {
        var ordinal = ++count;
        ChangeHash.Of(Id, ordinal, record.Number, type.Code, record.Version, kind, row, values.Span, changeHash);
        Digest();
        changeText.Bytes = values;
        (changeRow[0], changeRow[1], changeRow[2], changeRow[3], changeRow[4]) = (Id, ordinal, record.Number, type.Code, record.Version);
        (changeRow[5], changeRow[6], changeRow[7], changeRow[8]) = (kind, row, changeText, changeHash);
        changes.Add(changeRow);
    }

    /// <summary>Many hashes at a time: each call into the cryptographic library costs more than a hash.</summary>
    private void Digest()
    {
        changeHash.CopyTo(hashes, hashed);
        hashed += ChangeHash.Size;
        if (hashed == hashes.Length) AppendHashes();
    }

    private void AppendHashes()
    {
        digest.AppendData(hashes, 0, hashed);
        hashed = 0;
    }

    private void Seal()
    {
        AppendHashes();
        database.LockChain(connection, transaction);
        var (position, previous) = Last();
        var set = new ChangeSet
        {
            Id = Id,
            Position = position + 1,
            At = clock.GetUtcNow(),
            Actor = origin.Actor.Name,
            Origin = origin.Kind,
            Batch = origin.Batch,
            Count = count,
            Digest = digest.GetHashAndReset(),
            Hash = [],
        };
        var sets = sinks.Into("change_set",
            ["id", "position", "at", "actor", "origin", "batch", "count", "digest", "hash"],
            [ColumnKind.Large, ColumnKind.Large, ColumnKind.Large, ColumnKind.Text, ColumnKind.Text, ColumnKind.Large, ColumnKind.Whole, ColumnKind.Text, ColumnKind.Text]);
        sets.Add([set.Id, set.Position, set.At.ToUnixTimeMilliseconds(), set.Actor, set.Origin, set.Batch, set.Count, set.Digest, ChangeHash.Of(set, previous)]);
        sinks.Flush();
    }

    private (long Position, byte[] Hash) Last()
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT position, hash FROM change_set ORDER BY position DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), (byte[])reader.GetValue(1)) : (0, []);
    }
}

/// <summary>Somebody else has changed the record in the meantime.</summary>
public sealed class ConflictException(long record) : Exception($"record {record} was changed in the meantime")
{
    /// <summary>The record's number.</summary>
    public long Record { get; } = record;
}

/// <summary>A key leads to one record of its type; here a second one would have it.</summary>
public sealed class DuplicateKeyException(RecordType type, string key, Exception cause) : Exception($"two records of {type} have the key '{key}'", cause)
{
    /// <summary>The type of both records.</summary>
    public RecordType Type { get; } = type;

    /// <summary>The key that is taken.</summary>
    public string Key { get; } = key;

    /// <summary>What a person is told.</summary>
    public Refusal Refusal => new("record.duplicate-key", (
        $"「{TextReaders.Shown(Key)}」は別の{Type.One.Ja}がすでに使っています。値を直すか、既存の{Type.One.Ja}を変更してください。",
        $"Another {Type.One.En.ToLowerInvariant()} already has “{TextReaders.Shown(Key)}”. Correct the value, or change the one that is there."));
}

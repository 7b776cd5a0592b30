using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace Kakehashi.Platform.Store;

/// <summary>
/// Inserts into SQLite. A few rows are written where they stand; a load of many is written by a thread of its own, so
/// that one core reads and checks what comes next while the other writes. Rows of all tables stay in the order they came.
/// </summary>
internal sealed class SqliteRowSinks(SqliteConnection connection) : RowSinks
{
    /// <summary>From here on a thread is worth its while.</summary>
    private const int ManyRows = 5_000;

    /// <summary>Blocks that may wait to be written; more would only take memory.</summary>
    private const int BlocksAhead = 12;

    private readonly List<SqliteInsert> inserts = [];
    private readonly ConcurrentBag<RowBlock> spare = [];
    private readonly AutoResetEvent written = new(false);
    private RowBlock block = new();
    private BlockingCollection<RowBlock?>? waiting;
    private Thread? writing;
    private volatile Exception? failure;
    private int rows;
    private bool isClean = true;

    public override RowSink Into(string table, IReadOnlyList<string> columns, IReadOnlyList<ColumnKind> kinds, IfTaken ifTaken = IfTaken.Fail)
    {
        Flush();
        inserts.Add(new(connection.Handle!, table, columns, ifTaken));
        return new Sink(this, inserts.Count - 1);
    }

    public override void Flush()
    {
        if (isClean) return;
        if (waiting is null) WriteHere();
        else
        {
            if (block.Length > 0) HandOn();
            waiting.Add(null);
            written.WaitOne();
            ThrowFailure();
        }

        isClean = true;
    }

    public override void Dispose()
    {
        if (writing is not null)
        {
            // what still waits is not wanted any more
            failure ??= new OperationCanceledException();
            waiting!.CompleteAdding();
            writing.Join();
            waiting.Dispose();
        }

        written.Dispose();
        foreach (var insert in inserts) insert.Dispose();
    }

    private void Add(int table, ReadOnlySpan<object?> row)
    {
        ThrowFailure();
        block.Add(table, row);
        isClean = false;
        if (++rows <= ManyRows) WriteHere();
        else if (block.IsFull) HandOn();
    }

    /// <summary>A few rows, one by one: what is wrong with one is thrown to who has brought it.</summary>
    private void WriteHere()
    {
        try
        {
            Write(block);
        }
        finally
        {
            block.Clear();
        }
    }

    private void HandOn()
    {
        if (waiting is null)
        {
            waiting = new(BlocksAhead);
            writing = new(WriteAll) { IsBackground = true, Name = "records being written" };
            writing.Start();
        }

        waiting.Add(block);
        if (!spare.TryTake(out var next)) next = new();
        block = next;
    }

    /// <summary>Null among the blocks asks to say when all before it is written.</summary>
    private void WriteAll()
    {
        foreach (var next in waiting!.GetConsumingEnumerable())
        {
            if (next is null)
            {
                written.Set();
                continue;
            }

            try
            {
                if (failure is null) Write(next);
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }

            next.Clear();
            spare.Add(next);
        }
    }

    private void Write(RowBlock rows)
    {
        var bytes = rows.Bytes;
        for (var at = 0; at < bytes.Length;)
        {
            var table = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
            at = inserts[table].Run(bytes, at + sizeof(int));
        }
    }

    private void ThrowFailure()
    {
        if (failure is { } thrown) ExceptionDispatchInfo.Throw(thrown);
    }

    private sealed class Sink(SqliteRowSinks sinks, int table) : RowSink
    {
        public override void Add(ReadOnlySpan<object?> row) => sinks.Add(table, row);
    }
}

namespace Kakehashi.Platform.Store;

/// <summary>
/// All rows that one transaction inserts. Rows are taken quickly and may be written later, on another thread: before
/// anything else is done with the connection, <see cref="Flush"/>.
/// </summary>
internal abstract class RowSinks : IDisposable
{
    /// <summary>The way into one table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, in the order of the rows.</param>
    /// <param name="kinds">How they are stored.</param>
    /// <param name="ifTaken">What becomes of a row whose key is there already.</param>
    public abstract RowSink Into(string table, IReadOnlyList<string> columns, IReadOnlyList<ColumnKind> kinds, IfTaken ifTaken = IfTaken.Fail);

    /// <summary>All rows are in their tables after this.</summary>
    public abstract void Flush();

    public abstract void Dispose();
}

/// <summary>Rows on their way into one table. What was put in can be read back in the same transaction after a flush.</summary>
internal abstract class RowSink
{
    /// <summary>
    /// Takes one row: string, <see cref="Utf8Text"/>, int, long, bool, DateOnly, byte[] or null in each column. The array,
    /// and what it holds, may be used again.
    /// </summary>
    public abstract void Add(ReadOnlySpan<object?> row);
}

/// <summary>A text that is UTF-8 already.</summary>
internal sealed class Utf8Text
{
    public ReadOnlyMemory<byte> Bytes { get; set; }
}

/// <summary>What becomes of a row whose key is there already.</summary>
internal enum IfTaken
{
    /// <summary>An error, from this call or the next.</summary>
    Fail,

    /// <summary>The row that is there stays; this one is left out.</summary>
    Skip,
}

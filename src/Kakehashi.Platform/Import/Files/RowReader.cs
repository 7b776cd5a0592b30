using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Reads the rows of one kind of file forward, once.</summary>
internal abstract class RowReader(SourceRefusals refusals, SourceLimits limits) : IDisposable
{
    internal SourceLimits Limits { get; } = limits;

    protected SourceRefusals Refusals { get; } = refusals;

    /// <summary>Fills the row with the next one, blank ones included; false at the end. Throws <see cref="SourceFault"/>.</summary>
    internal abstract bool Read(SourceRow row);

    /// <summary>Where a row is.</summary>
    protected abstract SourcePlace Place(SourceRow row);

    internal virtual SourceFault TooLong(SourceRow row, bool isRow) => new(isRow
        ? Refusals.RowTooLong(Place(row), Limits.RowChars)
        : Refusals.CellTooLong(Place(row), Limits.CellChars));

    internal SourceFault TooManyColumns(SourceRow row) => Fault(Refusals.TooManyColumns(Place(row), Limits.Columns));

    protected static SourceFault Fault(Refusal refusal) => new(refusal);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

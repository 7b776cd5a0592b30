namespace Kakehashi.Analytics.Disclosure;

/// <summary>How far work on tables is, and whether it is still wanted. Of one piece of work, on one thread.</summary>
/// <param name="told">Is told the share of what is expected so far that is done, 0 to 1; it may go back where more turns out to be needed.</param>
/// <param name="cancel">Gives the work up.</param>
public sealed class Effort(Action<double>? told, CancellationToken cancel)
{
    private long done;
    private long expected;

    /// <summary>So many more cells will be looked at.</summary>
    internal void Expect(long cells) => expected += cells;

    /// <summary>One cell has been looked at.</summary>
    /// <exception cref="OperationCanceledException">The work is no longer wanted.</exception>
    internal void Step()
    {
        cancel.ThrowIfCancellationRequested();
        done++;
        told?.Invoke(Math.Min(1, (double)done / Math.Max(1, expected)));
    }
}

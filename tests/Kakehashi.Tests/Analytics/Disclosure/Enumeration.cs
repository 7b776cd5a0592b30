using Kakehashi.Analytics.Disclosure;

namespace Kakehashi.Tests.Analytics.Disclosure;

/// <summary>What an attacker with endless patience finds: every table of whole numbers that agrees with what is published.</summary>
internal sealed class Enumeration
{
    private readonly long[] truth, lower, upper, at, least, most;
    private readonly int[] unknown;
    private readonly List<(int Cell, int Sign)[]> sums;

    private Enumeration(PublishedTables tables, List<(int Cell, int Sign)[]> sums, Func<int, (long Lower, long Upper)?> bounds, long cap)
    {
        this.sums = sums;
        truth = [.. tables.Cells.Select(cell => cell.Value)];
        unknown = [.. Enumerable.Range(0, truth.Length).Where(cell => bounds(cell) is not null)];
        (lower, upper) = (new long[truth.Length], new long[truth.Length]);
        foreach (var cell in unknown) (lower[cell], upper[cell]) = (bounds(cell)!.Value.Lower, Math.Min(cap, bounds(cell)!.Value.Upper));
        (at, least, most) = ([.. truth], [.. truth], [.. truth]);
        Go(0);
    }

    internal static IReadOnlyList<(long Least, long Most)> Of(PublishedTables tables, IEnumerable<(int Total, int[] Parts)> sums, Func<int, (long Lower, long Upper)?> bounds, long cap)
    {
        var all = sums.Select(sum => ((int, int)[])[(sum.Total, -1), .. sum.Parts.Select(part => (part, 1))]).ToList();
        var found = new Enumeration(tables, all, bounds, cap);
        return [.. found.least.Zip(found.most)];
    }

    private void Go(int next)
    {
        if (next == unknown.Length)
        {
            for (var cell = 0; cell < at.Length; cell++) (least[cell], most[cell]) = (Math.Min(least[cell], at[cell]), Math.Max(most[cell], at[cell]));
            return;
        }

        var one = unknown[next];
        for (var value = lower[one]; value <= upper[one]; value++)
        {
            at[one] = value;
            if (sums.TrueForAll(sum => MayHold(sum, next))) Go(next + 1);
        }

        at[one] = truth[one];
    }

    /// <summary>False where a sum cannot hold any more, whatever those that come later are.</summary>
    private bool MayHold((int Cell, int Sign)[] sum, int done)
    {
        long low = 0, high = 0;
        foreach (var (cell, sign) in sum)
        {
            var open = Array.IndexOf(unknown, cell) > done;
            var (from, to) = open ? (lower[cell], upper[cell]) : (at[cell], at[cell]);
            low += sign * (sign > 0 ? from : to) - (sign * truth[cell]);
            high += sign * (sign > 0 ? to : from) - (sign * truth[cell]);
        }

        return low <= 0 && high >= 0;
    }
}

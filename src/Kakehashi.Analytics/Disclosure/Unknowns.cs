namespace Kakehashi.Analytics.Disclosure;

/// <summary>The cells that a reader does not know, as variables between bounds, and what remains of the sums.</summary>
internal sealed class Unknowns
{
    /// <summary>More than any count, and small enough to be added up.</summary>
    internal const long Unbounded = long.MaxValue / 1024;

    private Unknowns(int[] cells, long[] truth, long[] lower, long[] upper, IReadOnlyList<(int Variable, int Sign)[]> sums)
    {
        (Cells, Truth, Lower, Upper, Sums) = (cells, truth, lower, upper, sums);
        IsFree = new bool[cells.Length];
        Array.Fill(IsFree, true);
        Cost = new long[cells.Length];
    }

    /// <summary>The cell of each variable.</summary>
    internal int[] Cells { get; }

    internal long[] Truth { get; }

    internal long[] Lower { get; }

    internal long[] Upper { get; }

    internal IReadOnlyList<(int Variable, int Sign)[]> Sums { get; }

    /// <summary>False for those that are held at their true value for now.</summary>
    internal bool[] IsFree { get; }

    /// <summary>What it costs to free one that is held.</summary>
    internal long[] Cost { get; }

    /// <param name="tables">The tables.</param>
    /// <param name="bounds">The bounds of a cell; null for one that is known.</param>
    internal static Unknowns Of(PublishedTables tables, Func<int, (long Lower, long Upper)?> bounds)
    {
        var (cells, lower, upper) = (new List<int>(), new List<long>(), new List<long>());
        var variables = new int[tables.Cells.Count];
        for (var cell = 0; cell < variables.Length; cell++)
        {
            variables[cell] = -1;
            if (bounds(cell) is not { } given) continue;
            variables[cell] = cells.Count;
            cells.Add(cell);
            lower.Add(given.Lower);
            upper.Add(given.Upper);
        }

        var sums = tables.Sums.Select(sum => sum.Where(one => variables[one.Cell] >= 0).Select(one => (variables[one.Cell], one.Sign)).ToArray()).Where(sum => sum.Length > 0);
        return new([.. cells], [.. cells.Select(cell => tables.Cells[cell].Value)], [.. lower], [.. upper], [.. sums]);
    }
}

using Kakehashi.Analytics.Disclosure;

namespace Kakehashi.Tests.Analytics.Disclosure;

/// <summary>Small tables with all their margins, and the sums that bind them.</summary>
internal sealed class Tables
{
    internal PublishedTables Published { get; } = new();

    internal List<(int Total, int[] Parts)> Sums { get; } = [];

    /// <summary>Rows, columns; the last of each are the totals.</summary>
    internal int[,] At { get; private set; } = new int[0, 0];

    internal static Tables Of(long[,] inner)
    {
        var tables = new Tables();
        var (rows, columns) = (inner.GetLength(0), inner.GetLength(1));
        tables.At = new int[rows + 1, columns + 1];
        for (var r = 0; r <= rows; r++)
        {
            for (var c = 0; c <= columns; c++)
            {
                var value = Enumerable.Range(0, rows).Where(i => r == rows || i == r).Sum(i => Enumerable.Range(0, columns).Where(j => c == columns || j == c).Sum(j => inner[i, j]));
                tables.At[r, c] = tables.Published.Add($"{r},{c}", value);
            }
        }

        for (var r = 0; r <= rows; r++) tables.Sum(tables.At[r, columns], [.. Enumerable.Range(0, columns).Select(c => tables.At[r, c])]);
        // the last follows from the others, and is left out as a careful maker of tables would
        for (var c = 0; c < columns; c++) tables.Sum(tables.At[rows, c], [.. Enumerable.Range(0, rows).Select(r => tables.At[r, c])]);
        return tables;
    }

    /// <summary>Three dimensions with all margins.</summary>
    internal static Tables Of(long[,,] inner)
    {
        var tables = new Tables();
        int[] sizes = [inner.GetLength(0), inner.GetLength(1), inner.GetLength(2)];
        var cells = new Dictionary<(int, int, int), int>();
        foreach (var (a, b, c) in Places(sizes, withTotals: true))
            cells[(a, b, c)] = tables.Published.Add($"{a},{b},{c}", Places(sizes, withTotals: false).Where(p => (a == sizes[0] || p.Item1 == a) && (b == sizes[1] || p.Item2 == b) && (c == sizes[2] || p.Item3 == c)).Sum(p => inner[p.Item1, p.Item2, p.Item3]));
        foreach (var (a, b, c) in cells.Keys.ToList())
        {
            if (a == sizes[0]) tables.Sum(cells[(a, b, c)], [.. Enumerable.Range(0, a).Select(i => cells[(i, b, c)])]);
            if (b == sizes[1]) tables.Sum(cells[(a, b, c)], [.. Enumerable.Range(0, b).Select(i => cells[(a, i, c)])]);
            if (c == sizes[2]) tables.Sum(cells[(a, b, c)], [.. Enumerable.Range(0, c).Select(i => cells[(a, b, i)])]);
        }

        return tables;
    }

    internal void Sum(int total, int[] parts)
    {
        Published.AddSum(total, parts);
        Sums.Add((total, parts));
    }

    /// <summary>What an audit of a pattern should say, by trying everything.</summary>
    internal IReadOnlyList<(long Least, long Most)> Enumerate(IReadOnlySet<int> hidden, long cap) =>
        Enumeration.Of(Published, Sums, cell => hidden.Contains(cell) ? (1, cap) : null, cap);

    private static IEnumerable<(int, int, int)> Places(int[] sizes, bool withTotals)
    {
        var more = withTotals ? 1 : 0;
        return from a in Enumerable.Range(0, sizes[0] + more) from b in Enumerable.Range(0, sizes[1] + more) from c in Enumerable.Range(0, sizes[2] + more) select (a, b, c);
    }
}

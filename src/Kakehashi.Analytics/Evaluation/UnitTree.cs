using Kakehashi.Analytics.DuckDb;

namespace Kakehashi.Analytics.Evaluation;

/// <summary>The tree of units as it is in the store.</summary>
internal sealed class UnitTree
{
    private readonly Dictionary<long, List<long>> above = [];
    private readonly HashSet<long> parents = [];

    internal static UnitTree Read(DuckDbConnection connection, CancellationToken cancel)
    {
        var tree = new UnitTree();
        using var reader = connection.Query("SELECT unit, ancestor, depth FROM unit_tree", cancel: cancel);
        while (reader.Read())
        {
            var (unit, ancestor) = (reader.Whole(0), reader.Whole(1));
            if (!tree.above.TryGetValue(unit, out var list)) tree.above[unit] = list = [];
            list.Add(ancestor);
            if (reader.Whole(2) > 0) tree.parents.Add(ancestor);
        }

        return tree;
    }

    /// <summary>The unit itself and all above it; only itself where the tree does not have it.</summary>
    internal IReadOnlyList<long> Above(long unit) => above.TryGetValue(unit, out var list) ? list : [unit];

    /// <summary>True where units stand below it.</summary>
    internal bool HasUnitsBelow(long unit) => parents.Contains(unit);
}

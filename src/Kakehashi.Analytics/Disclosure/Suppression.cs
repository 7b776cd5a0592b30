namespace Kakehashi.Analytics.Disclosure;

/// <summary>Which cells are hidden.</summary>
/// <param name="Hidden">The cells; to the public all look the same.</param>
/// <param name="Sensitive">How many of them are sensitive themselves (primary suppression).</param>
/// <param name="Audit">What an attack on the tables finds; where it is not safe, nothing that could be hidden would make it so.</param>
public sealed record SuppressionPattern(IReadOnlySet<int> Hidden, int Sensitive, AuditReport Audit)
{
    /// <summary>How many are hidden to protect others (secondary suppression).</summary>
    public int Secondary => Hidden.Count - Sensitive;
}

/// <summary>
/// Chooses the cells to hide: all that are sensitive, and as few and as small others as it can so that none can be placed
/// more closely than the protection allows.
/// </summary>
/// <remarks>
/// For each cell that could be placed too closely the cheapest way is sought along which it could be moved without any
/// published total changing, and what lies on the way is hidden (Castro, "A fast network flows heuristic for cell
/// suppression", 2002, one cell at a time). An audit of the whole follows, and repairs until it is safe.
/// </remarks>
public static class Suppression
{
    /// <summary>Chooses.</summary>
    /// <param name="tables">All tables with their true values, those that are public already among them.</param>
    /// <param name="protection">What must not be told.</param>
    /// <param name="effort">Follows it and may give it up.</param>
    public static SuppressionPattern Choose(PublishedTables tables, Protection protection, Effort? effort = null)
    {
        var unknowns = Unknowns.Of(tables, cell => tables.Cells[cell] switch
        {
            { State: CellState.Implied } => (0, Unknowns.Unbounded),
            { State: CellState.Open or CellState.Marked, Value: > 0 } => (1, Unknowns.Unbounded),
            _ => null,
        });
        for (var variable = 0; variable < unknowns.Cells.Length; variable++)
        {
            var cell = tables.Cells[unknowns.Cells[variable]];
            unknowns.IsFree[variable] = cell.State != CellState.Open || protection.IsSensitive(cell);
            unknowns.Cost[variable] = protection.Loss == InformationLoss.Values ? cell.Value : 1;
        }

        var parts = LinkedPart.Split(unknowns);
        // each is protected, and attacked afterwards
        effort?.Expect(2L * parts.Sum(part => part.Variables.Count(variable => NeedsWidth(variable, unknowns, tables, protection))));
        foreach (var part in parts) Protect(part, unknowns, tables, protection, effort);
        return Repaired(tables, unknowns, protection, effort);
    }

    /// <summary>The largest first: what is hidden for them often protects the smaller.</summary>
    private static void Protect(LinkedPart part, Unknowns unknowns, PublishedTables tables, Protection protection, Effort? effort)
    {
        var waiting = new Queue<int>(part.Variables.Where(variable => NeedsWidth(variable, unknowns, tables, protection)).OrderByDescending(variable => unknowns.Truth[variable]));
        while (waiting.TryDequeue(out var variable))
        {
            effort?.Step();
            var width = protection.Of(tables.Cells[unknowns.Cells[variable]]).Width;
            var up = part.Reach(variable, 1, width);
            if (up >= width || up + part.Reach(variable, -1, width - up) >= width) continue;
            foreach (var freed in part.Cheapest(variable, width) ?? [])
            {
                unknowns.IsFree[freed] = true;
                waiting.Enqueue(freed);
                effort?.Expect(2);
            }
        }
    }

    private static bool NeedsWidth(int variable, Unknowns unknowns, PublishedTables tables, Protection protection) =>
        tables.Cells[unknowns.Cells[variable]] is var cell && unknowns.IsFree[variable] && (cell.State != CellState.Implied || protection.IsSensitive(cell));

    /// <summary>What the search could not protect gets the cheapest cells of each of its sums, more each time, until nothing is left to be hidden there.</summary>
    private static SuppressionPattern Repaired(PublishedTables tables, Unknowns unknowns, Protection protection, Effort? effort)
    {
        for (var each = 1; ; each = Math.Min(2 * each, unknowns.Cells.Length))
        {
            var hidden = Hidden(tables, unknowns);
            var audit = Audit.OfSuppression(tables, hidden, protection, effort);
            var more = audit.Unsafe.SelectMany(cell => Beside(Array.IndexOf(unknowns.Cells, cell.Cell), unknowns, each)).ToHashSet();
            if (more.Count == 0) return new(hidden, hidden.Count(cell => protection.IsSensitive(tables.Cells[cell])), audit);
            foreach (var variable in more) unknowns.IsFree[variable] = true;
            effort?.Expect(hidden.Count + more.Count);
        }
    }

    private static HashSet<int> Hidden(PublishedTables tables, Unknowns unknowns) =>
        [.. unknowns.Cells.Where((cell, variable) => unknowns.IsFree[variable] && tables.Cells[cell].State != CellState.Implied)];

    private static IEnumerable<int> Beside(int variable, Unknowns unknowns, int each) => unknowns.Sums
        .Where(sum => variable >= 0 && sum.Any(one => one.Variable == variable))
        .SelectMany(sum => sum.Select(one => one.Variable).Where(one => !unknowns.IsFree[one]).OrderBy(one => unknowns.Cost[one]).Take(each));
}

namespace Kakehashi.Analytics.Disclosure;

/// <summary>Where a reader of all tables can place a cell, in persons or records.</summary>
/// <param name="Lower">The least that it can be.</param>
/// <param name="Upper">The most; null where the tables set no bound.</param>
public readonly record struct Interval(long Lower, long? Upper)
{
    /// <summary>How uncertain the cell is; null where there is no bound.</summary>
    public long? Width => Upper - Lower;
}

/// <summary>What the attack found of one cell.</summary>
/// <param name="Cell">Its index in the tables.</param>
/// <param name="Interval">Where it can be placed.</param>
/// <param name="Asked">How wide the interval has to be.</param>
/// <param name="IsExact">False where only so much was worked out as shows that it is wide enough, or where the tables are linked in
/// such a way that the true interval may be wider; it is never narrower.</param>
public sealed record AuditedCell(int Cell, Interval Interval, long Asked, bool IsExact)
{
    /// <summary>Wide enough.</summary>
    public bool IsSafe => Interval.Width is not { } width || width >= Asked;
}

/// <summary>What the attack found.</summary>
/// <param name="Cells">Each hidden cell and each sensitive one, hidden or not.</param>
public sealed record AuditReport(IReadOnlyList<AuditedCell> Cells)
{
    /// <summary>Nothing is told that must not be.</summary>
    public bool IsSafe => Cells.All(cell => cell.IsSafe);

    /// <summary>Those that are told, or nearly so.</summary>
    public IEnumerable<AuditedCell> Unsafe => Cells.Where(cell => !cell.IsSafe);
}

/// <summary>
/// Plays the attacker, who has all tables, adds up what can be added up and knows the rules: that cells count whole
/// persons, that 0 is never hidden, how cells are rounded. For each cell the least and the most are found that all tables
/// together allow. Both ends are tables of whole numbers that agree with everything published: where such a pair is as
/// far apart as asked, nobody can do better, so that what passes is safe.
/// </summary>
/// <remarks>
/// Method: the audit of suppression patterns as in Fischetti and Salazar-González (2000) and Hundepool et al., "Statistical
/// Disclosure Control" (2012), ch. 4. Tables of two dimensions are flows in a network (exact, whole numbers);
/// what is linked otherwise is a linear programme.
/// </remarks>
public static class Audit
{
    /// <summary>More unknown cells than this in one linear programme are moved only as far as they must be able to.</summary>
    private const int MostForExact = 120;

    /// <summary>Audits tables of which some cells are hidden; cells that were published as hidden are hidden too.</summary>
    /// <exception cref="ArgumentException">A cell of 0 is hidden: 0 is published.</exception>
    public static AuditReport OfSuppression(PublishedTables tables, IReadOnlySet<int> hidden, Protection protection, Effort? effort = null)
    {
        if (hidden.Any(cell => tables.Cells[cell].Value == 0)) throw new ArgumentException("A cell of 0 cannot be hidden.", nameof(hidden));
        bool IsHidden(int cell) => tables.Cells[cell] is { State: CellState.Marked, Value: > 0 } || (hidden.Contains(cell) && tables.Cells[cell].State != CellState.Known);
        var unknowns = Unknowns.Of(tables, cell => tables.Cells[cell].State == CellState.Implied ? (0, Unknowns.Unbounded) : IsHidden(cell) ? (1, Unknowns.Unbounded) : null);
        return Attack(tables, unknowns, cell => IsHidden(cell) || protection.IsSensitive(tables.Cells[cell]), cell => protection.Of(tables.Cells[cell]).Width, effort);
    }

    /// <summary>Audits tables of which every open cell is rounded.</summary>
    /// <param name="tables">The tables with their true values.</param>
    /// <param name="rounding">How they are rounded.</param>
    /// <param name="below">Cells of 1 to one less than this are sensitive.</param>
    /// <param name="effort">Follows it and may give it up.</param>
    public static AuditReport OfRounding(PublishedTables tables, Rounding rounding, int below, Effort? effort = null)
    {
        var protection = new Protection(below);
        var unknowns = Unknowns.Of(tables, cell => tables.Cells[cell] switch
        {
            { State: CellState.Implied } => (0, Unknowns.Unbounded),
            { State: CellState.Marked, Value: > 0 } => (1, Unknowns.Unbounded),
            { State: CellState.Open, Value: var value } => rounding.Bounds(rounding.Of(value)),
            _ => null,
        });
        effort?.Expect(unknowns.Cells.Count(cell => protection.IsSensitive(tables.Cells[cell])));
        return Attack(tables, unknowns, cell => protection.IsSensitive(tables.Cells[cell]), _ => rounding.Width, effort);
    }

    private static AuditReport Attack(PublishedTables tables, Unknowns unknowns, Func<int, bool> isAudited, Func<int, long> askedOf, Effort? effort)
    {
        var found = new SortedDictionary<int, AuditedCell>();
        foreach (var part in LinkedPart.Split(unknowns))
        {
            foreach (var variable in part.Variables.Where(variable => isAudited(unknowns.Cells[variable])))
            {
                effort?.Step();
                var (truth, cell) = (unknowns.Truth[variable], unknowns.Cells[variable]);
                var asked = askedOf(cell);
                var most = part.IsNetwork || part.Variables.Count <= MostForExact ? Unknowns.Unbounded : asked;
                var up = part.Reach(variable, 1, most);
                var down = most < Unknowns.Unbounded && up >= asked ? 0 : part.Reach(variable, -1, most);
                found[cell] = new(cell, new(truth - down, up >= Unknowns.Unbounded / 2 ? null : truth + up), asked, part.IsNetwork);
            }
        }

        // what is sensitive and shown is known
        for (var cell = 0; cell < tables.Cells.Count; cell++)
            if (isAudited(cell) && !found.ContainsKey(cell)) found[cell] = new(cell, new(tables.Cells[cell].Value, tables.Cells[cell].Value), askedOf(cell), true);
        return new([.. found.Values]);
    }
}

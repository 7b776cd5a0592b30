namespace Kakehashi.Analytics.Disclosure;

/// <summary>What the public has of a cell.</summary>
public enum CellState
{
    /// <summary>It is to be published; it may be hidden instead.</summary>
    Open,

    /// <summary>It has been published with its value: whatever is published now, it is known.</summary>
    Known,

    /// <summary>It has been published as hidden.</summary>
    Marked,

    /// <summary>No table shows it, but it follows from cells that tables show: the rest of a total, the others of a share.</summary>
    Implied,
}

/// <summary>One cell of one or more tables.</summary>
/// <param name="Name">What it is called; nothing is made of it.</param>
/// <param name="Value">Persons or records, 0 or more.</param>
/// <param name="State">What the public has of it.</param>
public sealed record PublishedCell(string Name, long Value, CellState State)
{
    /// <summary>What it needs, where that is not what the others do: tables of another indicator have a threshold of their own.</summary>
    public Protection? Protection { get; init; }
}

/// <summary>
/// Everything that is published together, or was published before, as one set of cells and of sums over them. A margin
/// is a cell like others; tables are linked where they share cells.
/// </summary>
public sealed class PublishedTables
{
    private readonly List<PublishedCell> cells = [];
    private readonly List<(int Cell, int Sign)[]> sums = [];

    /// <summary>The cells; what <see cref="Add"/> returned is the index of each.</summary>
    public IReadOnlyList<PublishedCell> Cells => cells;

    /// <summary>Sums that are the same whatever the cells are: the signs say on which side of the equation a cell stands.</summary>
    internal IReadOnlyList<(int Cell, int Sign)[]> Sums => sums;

    /// <summary>Adds a cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 0.</exception>
    public int Add(string name, long value, CellState state = CellState.Open, Protection? protection = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        cells.Add(new(name, value, state) { Protection = protection });
        return cells.Count - 1;
    }

    /// <summary>
    /// A cell is the sum of others. Where it is not (persons who are in several parts), the difference is taken as known:
    /// who reads the tables cannot know more.
    /// </summary>
    /// <exception cref="ArgumentException">A cell is named twice, or does not exist.</exception>
    public void AddSum(int total, IReadOnlyList<int> parts) => AddSigned([(total, -1), .. parts.Select(part => (part, 1))]);

    /// <summary>Cells whose total is known from elsewhere.</summary>
    /// <inheritdoc cref="AddSum" path="/exception"/>
    public void AddLine(IReadOnlyList<int> parts) => AddSigned([.. parts.Select(part => (part, 1))]);

    private void AddSigned((int Cell, int Sign)[] sum)
    {
        if (sum.DistinctBy(one => one.Cell).Count() < sum.Length) throw new ArgumentException("A cell is named twice in one sum.", nameof(sum));
        if (sum.Any(one => one.Cell < 0 || one.Cell >= cells.Count)) throw new ArgumentException("A sum names a cell that does not exist.", nameof(sum));
        sums.Add(sum);
    }
}

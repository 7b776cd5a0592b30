namespace Kakehashi.Analytics.Disclosure;

/// <summary>What hiding a cell costs.</summary>
public enum InformationLoss
{
    /// <summary>As much as it counts: large cells stay.</summary>
    Values,

    /// <summary>One each: few cells are hidden.</summary>
    Cells,
}

/// <summary>Which cells must not be told, and how uncertain they have to stay.</summary>
/// <param name="Below">A cell of 1 to one less than this is sensitive (the threshold rule), in persons or records. 0 is published as 0.</param>
public sealed record Protection(int Below)
{
    /// <summary>
    /// How wide the interval has to be at least in which a reader can place a hidden cell: its greatest possible value −
    /// its least, in persons or records. As wide as the threshold, it cannot be told from the tables that a cell is sensitive.
    /// </summary>
    public long Width { get; init; } = Below;

    /// <summary>What is spared when further cells are chosen.</summary>
    public InformationLoss Loss { get; init; }

    /// <summary>True for what must not be told.</summary>
    public bool IsSensitive(PublishedCell cell) => cell.Value > 0 && cell.Value < Of(cell).Below;

    /// <summary>What a cell needs: its own protection, or this.</summary>
    public Protection Of(PublishedCell cell) => cell.Protection ?? this;
}

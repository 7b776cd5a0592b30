using Kakehashi.Analytics.Facts;

namespace Kakehashi.Analytics.Quality;

/// <summary>When facts were entered.</summary>
public enum EntryTime
{
    /// <summary>They happened before there was a database: a first import brought them.</summary>
    TakenOver,

    /// <summary>They happened since.</summary>
    Since,

    /// <summary>They happened since, and were entered after <see cref="UnitEntries.InTimeWithin"/>.</summary>
    Late,
}

/// <summary>How late the facts of one unit in one fiscal year were entered.</summary>
/// <param name="Unit">The unit; null where the records name none.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="TakenOver">How many happened before there was a database; they are in none of the others.</param>
/// <param name="Count">How many happened since.</param>
/// <param name="Late">How many of those were entered late.</param>
/// <param name="Median">The median of the days from the event to the entry, less than 0 where that came before; null where none happened since.</param>
public sealed record UnitEntries(long? Unit, int Year, long TakenOver, long Count, long Late, decimal? Median)
{
    /// <summary>So many days after the event an entry is still in time.</summary>
    public const int InTimeWithin = 90;
}

/// <summary>Which facts of a kind are asked for.</summary>
/// <param name="Unit">Of this unit; null for those that name none.</param>
/// <param name="Year">In this fiscal year.</param>
public sealed record ChosenFacts(long? Unit, int Year)
{
    /// <summary>Those alone that are asked for a value in this column and have none, and the day by which they must be over.</summary>
    public (FactColumn Column, DateOnly Today)? Without { get; init; }

    /// <summary>Those entered at such a time alone, and the day from which on they can have been entered late.</summary>
    public (EntryTime Time, DateOnly Since)? Entered { get; init; }
}

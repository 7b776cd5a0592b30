using Kakehashi.Platform.Facts;

namespace Kakehashi.Strategy.Quality;

/// <summary>Finds the units of which nobody has said whether they hand something in, while others beside them are asked for it.</summary>
public static class Unstated
{
    /// <summary>
    /// The units beside one that has an entry (right below the same unit), which have none themselves, nor has a unit above
    /// or below them. An entry for the university as a whole speaks for everybody.
    /// </summary>
    /// <param name="stated">The units with an entry for one kind of data and one period; null for the university.</param>
    /// <param name="units">All units in use.</param>
    public static IReadOnlyList<long> Of(IReadOnlyCollection<long?> stated, IReadOnlyList<UnitName> units)
    {
        if (stated.Contains(null)) return [];
        var parents = units.ToDictionary(unit => unit.Number, unit => unit.Parent);
        var spoken = stated.SelectMany(unit => Above(unit!.Value, parents)).ToHashSet();
        var beside = units.Where(unit => stated.Contains(unit.Number)).Select(unit => unit.Parent).ToHashSet();
        return [.. units.Where(unit => beside.Contains(unit.Parent) && !spoken.Contains(unit.Number) && !Above(unit.Number, parents).Any(one => stated.Contains(one))).Select(unit => unit.Number)];
    }

    /// <summary>A unit and those above it; units may contain each other in what people have entered.</summary>
    private static HashSet<long> Above(long unit, Dictionary<long, long?> parents)
    {
        var above = new HashSet<long>();
        for (long? one = unit; one is { } number && above.Add(number); one = parents.GetValueOrDefault(number)) { }
        return above;
    }
}

namespace Kakehashi.Platform.Facts;

/// <summary>
/// The tree of org units as figures can use it. People may leave it in any state: a unit whose parent was withdrawn
/// stands at the top then, and so does one of those that contain each other.
/// </summary>
internal static class UnitParents
{
    /// <summary>The same units, each with a parent that is among them, and without circles.</summary>
    public static IReadOnlyDictionary<long, long?> Sound(IReadOnlyDictionary<long, long?> parents)
    {
        var sound = parents.ToDictionary(unit => unit.Key, unit => unit.Value is { } parent && parents.ContainsKey(parent) ? unit.Value : null);
        // the lowest number first, so that a circle is opened at the same place each time
        foreach (var unit in sound.Keys.Order().ToArray())
        {
            var steps = 0;
            for (var above = sound[unit]; above is { } one && steps <= sound.Count; above = sound[one], steps++)
            {
                if (one != unit) continue;
                sound[unit] = null;
                break;
            }
        }

        return sound;
    }
}


namespace Kakehashi.Strategy.Closing;

/// <summary>A figure that is another in two revisions.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Unit">The org unit, or null.</param>
/// <param name="By">The dimension, or null.</param>
/// <param name="Key">The value of the dimension.</param>
/// <param name="Before">The figure in the earlier one; null where it is not in it.</param>
/// <param name="After">The figure in the later one; null where it is not in it.</param>
public sealed record ChangedFigure(string Code, long? Unit, string? By, string? Key, FrozenFigure? Before, FrozenFigure? After);

/// <summary>Two revisions of a period beside each other; or the latest beside the records as they are now.</summary>
/// <param name="Before">The earlier.</param>
/// <param name="After">The later.</param>
/// <param name="Changes">All figures that differ.</param>
public sealed record Comparison(FrozenFigures Before, FrozenFigures After, IReadOnlyList<ChangedFigure> Changes)
{
    /// <summary>Compares.</summary>
    public static Comparison Of(FrozenFigures before, FrozenFigures after)
    {
        // what only one of them could hold is no change
        var both = before.Across is not null && after.Across is not null;
        var (earlier, later) = (All(before, both).ToDictionary(PlaceOf), All(after, both).ToDictionary(PlaceOf));
        var changes = earlier.Keys.Union(later.Keys)
            .Select(place => (Place: place, Before: earlier.GetValueOrDefault(place), After: later.GetValueOrDefault(place)))
            .Where(pair => pair.Before != pair.After)
            .Select(pair => new ChangedFigure(pair.Place.Code, pair.Place.Unit, pair.Place.By, pair.Place.Key, pair.Before, pair.After));
        return new(before, after, [.. changes.OrderBy(change => change.Code, StringComparer.Ordinal).ThenBy(change => change.By, StringComparer.Ordinal).ThenBy(change => change.Unit).ThenBy(change => change.Key, StringComparer.Ordinal)]);
    }

    private static IEnumerable<FrozenFigure> All(FrozenFigures frozen, bool across) => across ? frozen.Figures.Concat(frozen.Across!.Figures) : frozen.Figures;

    private static (string Code, long? Unit, string? By, string? Key) PlaceOf(FrozenFigure figure) => (figure.Code, figure.Unit, figure.By, figure.Key);
}

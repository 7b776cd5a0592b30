using Kakehashi.Analytics.Disclosure;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Facts;

/// <summary>
/// Keeps a suppressed figure from being worked out from those beside it: a total and all parts but one give the last
/// part. Further parts are hidden until none can be placed more closely than the definition's threshold.
/// </summary>
public static class Disclosure
{
    /// <summary>The figures of one breakdown, with more of them suppressed where that is needed.</summary>
    /// <param name="parts">All figures of one breakdown by one or more dimensions, of any periods.</param>
    public static IReadOnlyList<Figure> Protect(IReadOnlyList<Figure> parts)
    {
        if (!parts.Any(part => part.Nothing == Nothing.Suppressed)) return parts;
        var indicator = parts[0].Subject.Indicator;
        // an index of a distribution is no sum: nothing follows from those beside it
        if (indicator.SuppressBelow == 0 || indicator.Spread is { Index: not DistributionIndex.TopShare }) return parts;
        var tables = new PublishedTables();
        foreach (var part in parts) tables.Add("", Size(part), part.Nothing == Nothing.Suppressed ? CellState.Marked : CellState.Open);
        // what stands alone in its line is its own total, which is as small
        foreach (var line in Lines(parts).Where(line => line.Length > 1)) tables.AddLine(line);
        var hidden = Suppression.Choose(tables, new(indicator.SuppressBelow)).Hidden;
        return [.. parts.Select((part, cell) => hidden.Contains(cell) ? Hide(part) : part)];
    }

    /// <summary>Hides what was made from a figure that is hidden itself: it shows its parts, or lets them be worked out.</summary>
    /// <param name="figures">Figures of a growth, quotient or composite.</param>
    /// <param name="parts">The figures that they were made from, protected, cut the same way.</param>
    public static IReadOnlyList<Figure> Follow(IReadOnlyList<Figure> figures, IReadOnlyList<Figure> parts)
    {
        var hidden = parts.Where(part => part.Nothing == Nothing.Suppressed).Select(part => (part.Subject.Period, Key: string.Join('\u001f', Place(part)))).ToHashSet();
        return hidden.Count == 0 ? figures : [.. figures.Select(figure => IsMadeFrom(figure, hidden) ? Hide(figure) : figure)];
    }

    private static bool IsMadeFrom(Figure figure, HashSet<(Period Period, string Key)> hidden)
    {
        var key = string.Join('\u001f', Place(figure));
        var period = figure.Subject.Period;
        return hidden.Contains((period, key)) || (figure.Subject.Indicator.Type == IndicatorType.Growth && hidden.Contains((period.Plus(-1), key)));
    }

    /// <summary>The parts that add up to one figure of a breakdown by a dimension less, which is known.</summary>
    private static IEnumerable<int[]> Lines(IReadOnlyList<Figure> parts)
    {
        var places = parts.Select(Place).ToList();
        for (var dimension = 0; dimension < places[0].Length; dimension++)
        {
            var along = dimension;
            foreach (var line in Enumerable.Range(0, parts.Count).GroupBy(part => (parts[part].Subject.Period, string.Join('\u001f', places[part].Where((_, i) => i != along))))) yield return [.. line];
        }
    }

    private static string[] Place(Figure part) =>
        [$"{part.Subject.Unit}", .. part.Subject.Keys.Select(key => key is null ? "" : "=" + key)];

    /// <summary>
    /// What is suppressed is at least 1; that it may be more only leaves more room. What is shown is not too small itself,
    /// whatever it is counted in.
    /// </summary>
    private static long Size(Figure part)
    {
        if (part.Nothing == Nothing.Suppressed) return 1;
        var size = (long)Math.Min(part.Numerator ?? part.Value ?? 0, int.MaxValue);
        return size <= 0 ? 0 : Math.Max(size, part.Subject.Indicator.SuppressBelow);
    }

    private static Figure Hide(Figure part) => part with
    {
        Value = null,
        Nothing = Nothing.Suppressed,
        Numerator = null,
        Denominator = null,
        Records = null,
    };
}

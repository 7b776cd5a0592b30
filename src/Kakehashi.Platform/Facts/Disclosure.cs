using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Facts;

/// <summary>
/// Keeps a suppressed figure from being worked out from those beside it: a total and all parts but one give the last
/// part. Parts are hidden, the smallest first, until at least two are and together they hide enough.
/// </summary>
public static class Disclosure
{
    /// <summary>The figures of one breakdown, with more of them suppressed where that is needed.</summary>
    /// <param name="parts">All figures of one breakdown by one or more dimensions, of any periods.</param>
    public static IReadOnlyList<Figure> Protect(IReadOnlyList<Figure> parts)
    {
        var hidden = new HashSet<Figure>(ReferenceEqualityComparer.Instance);
        int before;
        do
        {
            // what is hidden in one line of the table may have to be hidden in the lines that cross it
            before = hidden.Count;
            foreach (var line in Lines(parts)) hidden.UnionWith(ToHide(line, hidden).ToList());
        }
        while (hidden.Count > before);
        return hidden.Count == 0 ? parts : [.. parts.Select(part => hidden.Contains(part) ? Hide(part) : part)];
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

    /// <summary>The parts that add up to one figure of a breakdown by a dimension less.</summary>
    private static IEnumerable<Figure[]> Lines(IReadOnlyList<Figure> parts)
    {
        var dimensions = parts.Count == 0 ? 0 : Place(parts[0]).Length;
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            var along = dimension;
            foreach (var line in parts.GroupBy(part => (part.Subject.Period, string.Join('\u001f', Place(part).Where((_, i) => i != along))))) yield return [.. line];
        }
    }

    private static string[] Place(Figure part) =>
        [$"{part.Subject.Unit}", .. part.Subject.Keys.Select(key => key is null ? "" : "=" + key)];

    private static IEnumerable<Figure> ToHide(Figure[] parts, HashSet<Figure> hidden)
    {
        var (suppressed, already) = (parts.Count(part => part.Nothing == Nothing.Suppressed), parts.Where(hidden.Contains).ToList());
        var least = parts[0].Subject.Indicator.SuppressBelow;
        var count = suppressed + already.Count;
        if (count == 0 || least == 0) yield break;
        // an index of a distribution is no sum: nothing follows from those beside it
        if (parts[0].Subject.Indicator.Spread is { Index: not DistributionIndex.TopShare }) yield break;
        // each suppressed part hides at least one person; what else is hidden has to bring it to the least
        var together = suppressed + already.Sum(Size);
        foreach (var part in parts.Where(part => part.Nothing != Nothing.Suppressed && !hidden.Contains(part) && Size(part) > 0).OrderBy(Size))
        {
            if (count >= 2 && together >= least) yield break;
            count++;
            together += Size(part);
            yield return part;
        }
    }

    private static decimal Size(Figure part) => part.Numerator ?? part.Value ?? 0;

    private static Figure Hide(Figure part) => part with
    {
        Value = null,
        Nothing = Nothing.Suppressed,
        Numerator = null,
        Denominator = null,
        Records = null,
    };
}

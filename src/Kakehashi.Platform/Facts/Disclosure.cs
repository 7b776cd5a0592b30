using Kakehashi.Analytics.Disclosure;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Facts;

/// <summary>
/// Keeps a suppressed figure from being worked out from those beside it and above it: a total and all parts but one give
/// the last part. Further parts are hidden until none can be placed more closely than the definition's threshold.
/// </summary>
internal static class Disclosure
{
    /// <summary>The figures of one cut, with more of them suppressed where that is needed.</summary>
    /// <param name="parts">All figures of the cut, of any periods.</param>
    /// <param name="around">The cuts that they add up to: what these show is known.</param>
    public static IReadOnlyList<Figure> Protect(IReadOnlyList<Figure> parts, IEnumerable<CoarserCut> around)
    {
        // an index of a distribution is no sum: nothing follows from those beside it
        if (parts[0].Subject.Indicator.Spread is { Index: not DistributionIndex.TopShare }) return parts;
        var cuts = around.ToList();
        var risky = parts.Concat(cuts.SelectMany(cut => cut.Figures ?? [])).Where(IsHidden).Select(figure => figure.Subject.Period).ToHashSet();
        if (risky.Count == 0) return parts;
        var tables = new PublishedTables();
        foreach (var part in parts) tables.Add("", Size(part), IsHidden(part) ? CellState.Marked : CellState.Open, new(part.Subject.Indicator.SuppressBelow));
        foreach (var cut in cuts) AddSums(tables, parts, cut, risky);
        var hidden = Suppression.Choose(tables, new(parts[0].Subject.Indicator.SuppressBelow)).Hidden;
        return [.. parts.Select((part, cell) => hidden.Contains(cell) ? Hide(part) : part)];
    }

    /// <summary>What adds up to each figure of a coarser cut. Where it does not quite (persons in several parts), the difference is taken as known.</summary>
    private static void AddSums(PublishedTables tables, IReadOnlyList<Figure> parts, CoarserCut cut, HashSet<Period> risky)
    {
        var places = Enumerable.Range(0, parts.Count).Where(part => risky.Contains(parts[part].Subject.Period)).ToLookup(part => cut.PlaceOf(parts[part].Subject));
        var own = cut.Figures is null ? Enumerable.Range(0, parts.Count).ToDictionary(part => CoarserCut.Place(parts[part].Subject)) : [];
        var above = (cut.Figures ?? []).ToDictionary(figure => CoarserCut.Place(figure.Subject));
        foreach (var line in places.Where(line => line.Key is not null))
        {
            int[] cells = [.. line];
            if (own.TryGetValue(line.Key!, out var total))
                tables.AddSum(total, cells);
            else if (above.TryGetValue(line.Key!, out var figure) && IsHidden(figure))
                tables.AddSum(tables.Add("", Math.Max(1, cells.Sum(cell => tables.Cells[cell].Value)), CellState.Marked, new(figure.Subject.Indicator.SuppressBelow)), cells);
            else if (cells.Length > 1 || tables.Cells[cells[0]].State == CellState.Open) // what is small and stands alone in its line is its own total, which is as small
                tables.AddLine(cells);
        }
    }

    /// <summary>Hides what was made from a figure that is hidden itself: it shows its parts, or lets them be worked out.</summary>
    /// <param name="figures">Figures of a growth, quotient or composite.</param>
    /// <param name="parts">The figures that they were made from, protected, cut the same way.</param>
    public static IReadOnlyList<Figure> Follow(IReadOnlyList<Figure> figures, IReadOnlyList<Figure> parts)
    {
        var hidden = parts.Where(IsHidden).Select(part => CoarserCut.Place(part.Subject)).ToHashSet();
        return hidden.Count == 0 ? figures : [.. figures.Select(figure => IsMadeFrom(figure, hidden) ? Hide(figure) : figure)];
    }

    private static bool IsMadeFrom(Figure figure, HashSet<string> hidden) => hidden.Contains(CoarserCut.Place(figure.Subject))
        || (figure.Subject.Indicator.Type == IndicatorType.Growth && hidden.Contains(CoarserCut.Place(figure.Subject with { Period = figure.Subject.Period.Plus(-1) })));

    private static bool IsHidden(Figure figure) => figure.Nothing == Nothing.Suppressed;

    /// <summary>
    /// What is suppressed is at least 1; that it may be more only leaves more room. What is shown is not too small itself,
    /// whatever it is counted in.
    /// </summary>
    private static long Size(Figure part)
    {
        if (IsHidden(part)) return 1;
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

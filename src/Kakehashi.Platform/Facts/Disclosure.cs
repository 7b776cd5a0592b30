using Kakehashi.Analytics.Evaluation;

namespace Kakehashi.Platform.Facts;

/// <summary>
/// Keeps a suppressed figure from being worked out from those beside it: a total and all parts but one give the last
/// part. Parts are hidden, the smallest first, until at least two are and together they hide enough.
/// </summary>
public static class Disclosure
{
    /// <summary>The figures of one breakdown, with more of them suppressed where that is needed.</summary>
    /// <param name="parts">All figures of one breakdown by one dimension, of any periods.</param>
    public static IReadOnlyList<Figure> Protect(IReadOnlyList<Figure> parts)
    {
        var hidden = new HashSet<Figure>(ReferenceEqualityComparer.Instance);
        foreach (var group in parts.GroupBy(part => part.Subject.Period)) hidden.UnionWith(ToHide([.. group]));
        return hidden.Count == 0 ? parts : [.. parts.Select(part => hidden.Contains(part) ? Hide(part) : part)];
    }

    private static IEnumerable<Figure> ToHide(Figure[] parts)
    {
        var suppressed = parts.Count(part => part.Nothing == Nothing.Suppressed);
        var least = parts[0].Subject.Indicator.SuppressBelow;
        if (suppressed == 0 || least == 0) yield break;
        // each suppressed part hides at least one person; what else is hidden has to bring it to the least
        decimal together = suppressed;
        foreach (var part in parts.Where(part => part.Nothing != Nothing.Suppressed && Size(part) > 0).OrderBy(Size))
        {
            if (suppressed >= 2 && together >= least) yield break;
            suppressed++;
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

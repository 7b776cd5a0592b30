namespace Kakehashi.Strategy.Scoring;

/// <summary>One part of the score of one partner, laid open.</summary>
/// <param name="Part">The part.</param>
/// <param name="Raw">Its value as it was measured.</param>
/// <param name="Normalised">The same from 0 to 100, to one decimal; null where it is not measured.</param>
/// <param name="Share">The weight it takes of all that is measured for this partner, 0 to 1; 0 where it is not measured.</param>
/// <param name="Product">What it adds to the score, to two decimals.</param>
public sealed record ScoredPart(ScorePart Part, PartValue Raw, decimal? Normalised, decimal Share, decimal Product);

/// <summary>The score of one partner.</summary>
/// <param name="Partner">The number of its record.</param>
/// <param name="Score">0 to 100: the sum of the products of its parts. Null where nothing is measured.</param>
/// <param name="Percentile">How many of a hundred other partners have a lower score; 100 where there is no other, null where there is no score.</param>
/// <param name="Parts">In the order of the policy.</param>
public sealed record PartnerScore(long Partner, decimal? Score, decimal? Percentile, IReadOnlyList<ScoredPart> Parts)
{
    /// <inheritdoc cref="PartnerValues.IdleYears"/>
    public int? IdleYears { get; init; }

    /// <summary>The values that conditions of tiers are asked of, in the order of their schema.</summary>
    internal object?[] Row() => [Score, Percentile, (long?)IdleYears, .. Parts.Select(part => (object?)part.Raw.Value)];

    /// <summary>The part of a name; null where there is none.</summary>
    public ScoredPart? this[string code] => Parts.FirstOrDefault(one => one.Part.Code == code);
}

/// <summary>Works out scores. Pure: the same values make the same scores, in whatever order they come.</summary>
public static class PartnershipScoring
{
    private const decimal Whole = 100;
    private const int NormalisedDecimals = 1;
    private const int ProductDecimals = 2;

    /// <summary>The scores of partners, in their order.</summary>
    public static IReadOnlyList<PartnerScore> Of(IReadOnlyList<ScorePart> parts, IReadOnlyList<PartnerValues> partners)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(partners);
        var scales = parts.Select((part, at) => ScaleOf(part, partners.Select(one => one.Values[at].Value))).ToArray();
        List<PartnerScore> scored = [.. partners.Select(one => Scored(parts, scales, one))];
        var lower = Lower(scored.Select(one => one.Score));
        return [.. scored.Select(one => one with { Percentile = one.Score is { } score ? lower(score) : null })];
    }

    /// <summary>The tier by rule: the first that holds.</summary>
    public static PartnerTier TierOf(IReadOnlyList<TierRule> rules, PartnerScore score)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(score);
        var row = score.Row();
        return rules.First(rule => rule.When is not { } when || when.Holds(row) == true).Tier;
    }

    private static PartnerScore Scored(IReadOnlyList<ScorePart> parts, IReadOnlyList<Func<decimal, decimal?>> scales, PartnerValues partner)
    {
        var normalised = parts.Select((_, at) => partner.Values[at].Value is { } value ? scales[at](value) : null).ToArray();
        var all = parts.Zip(normalised, (part, one) => one is null ? 0 : part.Weight).Sum();
        List<ScoredPart> scored = [.. parts.Select((part, at) => normalised[at] is { } one
            ? new ScoredPart(part, partner.Values[at], one, part.Weight / all, Rounded(one * part.Weight / all, ProductDecimals))
            : new(part, partner.Values[at], null, 0, 0))];
        return new(partner.Partner, all == 0 ? null : scored.Sum(part => part.Product), null, scored) { IdleYears = partner.IdleYears };
    }

    private static Func<decimal, decimal?> ScaleOf(ScorePart part, IEnumerable<decimal?> values)
    {
        if (part.Scale == PartScale.Rank) return Lower(values);
        return part.Scale == PartScale.Linear
            ? value => Rounded(Math.Clamp(value / part.Full, 0, 1) * Whole, NormalisedDecimals)
            : value => Rounded(Math.Clamp((decimal)(Math.Log(1 + Math.Max(0, (double)value)) / Math.Log(1 + (double)part.Full)), 0, 1) * Whole, NormalisedDecimals);
    }

    /// <summary>How many of a hundred others have less.</summary>
    private static Func<decimal, decimal?> Lower(IEnumerable<decimal?> values)
    {
        var sorted = values.OfType<decimal>().Order().ToArray();
        return value => sorted.Length < 2 ? (value > 0 ? Whole : 0) : Rounded(Whole * First(sorted, value) / (sorted.Length - 1), NormalisedDecimals);
    }

    /// <summary>The number of values below one.</summary>
    private static int First(decimal[] sorted, decimal value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}

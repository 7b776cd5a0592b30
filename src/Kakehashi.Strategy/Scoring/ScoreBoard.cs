using Kakehashi.Kernel;
using Kakehashi.Strategy.Places;

namespace Kakehashi.Strategy.Scoring;

/// <summary>The scores of all partners of a year, and of the year before.</summary>
/// <param name="Policy">By which they were made.</param>
/// <param name="Year">The latest year that is over.</param>
/// <param name="Figures">The figures they were made from.</param>
public sealed record ScoreBoard(PartnershipPolicy Policy, Period Year, KeyedFigures Figures)
{
    /// <summary>By the number of the partner.</summary>
    public required IReadOnlyDictionary<long, PartnerScore> Now { get; init; }

    /// <summary>The same of the year before.</summary>
    public required IReadOnlyDictionary<long, PartnerScore> Before { get; init; }

    /// <summary>How much more than in the year before; null where one of the two is not there.</summary>
    public decimal? Change(long partner) => Now.GetValueOrDefault(partner)?.Score - Before.GetValueOrDefault(partner)?.Score;

    /// <summary>How much more a part adds than in the year before; null where it was not measured in one of them.</summary>
    public decimal? Change(long partner, ScorePart part) =>
        Now.GetValueOrDefault(partner)?[part.Code] is { Normalised: not null } now && Before.GetValueOrDefault(partner)?[part.Code] is { Normalised: not null } before ? now.Product - before.Product : null;

    /// <summary>The tier by rule; null for who has no figures.</summary>
    public PartnerTier? TierOf(long partner) => Now.TryGetValue(partner, out var score) ? PartnershipScoring.TierOf(Policy.Tiers, score) : null;

    /// <summary>Works them out.</summary>
    public static ScoreBoard Of(PartnershipPolicy policy, Period year, KeyedFigures figures)
    {
        var reading = new PartReading(policy, figures);
        return new(policy, year, figures) { Now = Scores(year), Before = Scores(year.Plus(-1)) };

        IReadOnlyDictionary<long, PartnerScore> Scores(Period of) => PartnershipScoring.Of(policy.Parts, reading.Values(of)).ToDictionary(one => one.Partner);
    }
}

namespace Kakehashi.Strategy.Scoring;

/// <summary>How a partner stands.</summary>
/// <param name="Score">Its score; null where it has no figures.</param>
/// <param name="Rule">The tier by rule; null there.</param>
/// <param name="Decided">The tier by decision; null where nothing was decided.</param>
public sealed record PartnerStanding(PartnerScore? Score, PartnerTier? Rule, PartnerTier? Decided)
{
    /// <summary>The tier that counts: what was decided goes before the rule.</summary>
    public PartnerTier? Tier => Decided ?? Rule;
}

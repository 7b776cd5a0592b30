using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Scoring.Decisions;

/// <summary>That a partner is of a tier by decision, whatever the rule says, from one day to another.</summary>
public sealed class PartnerTierDecision : Record<PartnerTierDecision>
{
    public Id<Organisation>? Partner { get; internal set; }

    /// <summary>1 for the first of a partner; each decision makes the next.</summary>
    public int Sequence { get; internal set; }

    public string? Country { get; internal set; }

    public PartnerTier Tier { get; internal set; }

    /// <summary>What the rule said that day; null where the partner had no figures.</summary>
    public PartnerTier? RuleTier { get; internal set; }

    public string Reason { get; internal set; } = "";

    public string DecidedBy { get; internal set; } = "";

    public DateOnly DecidedOn { get; internal set; }

    /// <summary>The day by which it is looked at again.</summary>
    public DateOnly ReviewOn { get; internal set; }

    /// <summary>The last day it counted; null while it does.</summary>
    public DateOnly? EndedOn { get; internal set; }

    public string? EndReason { get; internal set; }

    internal PartnerTierDecision Copy() => (PartnerTierDecision)MemberwiseClone();
}

public sealed class PartnerTierDecisionRecord : IRecordType<PartnerTierDecision>
{
    /// <summary>The most characters of a reason.</summary>
    public const int ReasonLength = 2000;

    internal const int NameLength = 120;

    public static void Define(Definition<PartnerTierDecision> record)
    {
        record.Named(("連携先区分の決定", "Decision on a partner’s tier"), ("連携先区分の決定", "Decisions on partners’ tiers"), "partner-tier-decisions");
        record.Identity(one => $"{one.Partner}/{one.Sequence}");
        record.Caption(one => new($"{ScoringWords.Of(one.Tier).Ja}({one.DecidedOn:yyyy-MM-dd})", $"{ScoringWords.Of(one.Tier).En} ({one.DecidedOn:yyyy-MM-dd})"));
        record.WrittenByOperations(Right.Steer, or: Right.WriteShared);

        record.Link(one => one.Partner, ("相手機関", "Partner")).Required().Listed();
        record.Number(one => one.Sequence, ("回", "Number"), min: 1).Required();
        record.Code(one => one.Country, ("国・地域", "Country"), Records.Codes.CodeLists.Countries);
        record.Choice(one => one.Tier, ("区分", "Tier"), ScoringWords.Of).Required().Listed();
        record.Choice(one => one.RuleTier, ("規則による区分", "Tier by rule"), ScoringWords.Of).Listed();
        record.Line(one => one.Reason, ("理由", "Reason"), ReasonLength).Required().Searched();
        record.Line(one => one.DecidedBy, ("決定した人", "Decided by"), NameLength).Required().Listed();
        record.Day(one => one.DecidedOn, ("決定日", "Decided on")).Required().Listed();
        record.Day(one => one.ReviewOn, ("見直す日", "To be looked at again on")).Required().Listed();
        record.Day(one => one.EndedOn, ("最後の日", "Last day")).Listed();
        record.Line(one => one.EndReason, ("終えた理由", "Reason of the end"), ReasonLength);

        record.Fact("partner_tier", ("連携先の区分", "Tiers of partners"), fact => fact
            .Date(one => one.DecidedOn)
            .Until(one => one.EndedOn)
            .Link("organisation", ("相手機関", "Partner"), one => one.Partner, within: "country")
            .Country("country", ("国・地域", "Country"), one => one.Country)
            .Fields(nameof(PartnerTierDecision.Tier)));
    }
}

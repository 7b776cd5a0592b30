using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Scoring.Decisions;

/// <summary>What is asked for where a tier is decided.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Reason">Why it is not as the rule says.</param>
/// <param name="ReviewOn">By when it is looked at again.</param>
public sealed record TierWish(PartnerTier? Tier, string? Reason, DateOnly? ReviewOn);

/// <summary>Operations: says of which tier a partner is whatever the rule says, and takes that back.</summary>
public static class TierDecisions
{
    private const int MostYears = 5;

    /// <summary>Whether an actor decides on partnerships: the strategy office and whoever keeps the partners, for the whole university.</summary>
    public static bool May(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.MayEverywhere(Right.Steer) || actor.May(Right.WriteShared);
    }

    /// <summary>Decides on the tier of a partner; what was decided before ends.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="partner">The number of the partner.</param>
    /// <param name="wish">What is decided.</param>
    /// <param name="rule">What the rule says; null where the partner has no figures.</param>
    /// <param name="seen">The number of the decision that counted when it was looked at; null for none.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Refusals: <c>partnership.unknown</c>, <c>partnership.no-tier</c>, <c>partnership.no-reason</c>, <c>partnership.no-review-day</c>, <c>partnership.changed-meanwhile</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not decide on partnerships.</exception>
    public static async Task<Result<PartnerTierDecision>> DecideTierAsync(this Workspace workspace, long partner, TierWish wish, PartnerTier? rule, long? seen, Actor actor, CancellationToken cancel)
    {
        Demand(actor);
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        session.Hold(workspace.Types[typeof(Organisation)], partner);
        if (await PartnerAsync(workspace, session.Read(), partner, actor, cancel) is not { } organisation) return PartnershipRefusals.Unknown;
        var all = await AllAsync(session.Read(), partner, cancel);
        var before = all.Find(one => one.EndedOn is null);
        if (before?.Number != seen) return PartnershipRefusals.ChangedMeanwhile;
        var decided = Decide(organisation, all.Count, wish, rule, actor.Name, workspace.Today);
        return decided.IsDone ? Write(workspace, session, before, decided.Value) : decided.Refusal;
    }

    /// <summary>Takes back what was decided: the rule counts again.</summary>
    /// <returns>Refusals: <c>partnership.no-reason</c>, <c>partnership.changed-meanwhile</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not decide on partnerships.</exception>
    public static async Task<Result<PartnerTierDecision>> LiftTierAsync(this Workspace workspace, long partner, long seen, string? reason, Actor actor, CancellationToken cancel)
    {
        Demand(actor);
        var why = StorableText.Line(reason ?? "");
        if (why.Length is 0 or > PartnerTierDecisionRecord.ReasonLength) return PartnershipRefusals.NoReason;
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        session.Hold(workspace.Types[typeof(Organisation)], partner);
        var before = (await AllAsync(session.Read(), partner, cancel)).Find(one => one.EndedOn is null);
        if (before is null || before.Number != seen) return PartnershipRefusals.ChangedMeanwhile;
        var after = Ended(before, workspace.Today);
        after.EndReason = why;
        try
        {
            session.Update(workspace.Types[typeof(PartnerTierDecision)], before, after);
            session.Commit();
            return after;
        }
        catch (ConflictException)
        {
            return PartnershipRefusals.ChangedMeanwhile;
        }
    }

    /// <summary>The decision as it is to be.</summary>
    public static Result<PartnerTierDecision> Decide(Organisation partner, int former, TierWish wish, PartnerTier? rule, string by, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(wish);
        if (wish.Tier is not { } tier) return PartnershipRefusals.NoTier;
        var why = StorableText.Line(wish.Reason ?? "");
        if (why.Length is 0 or > PartnerTierDecisionRecord.ReasonLength) return PartnershipRefusals.NoReason;
        if (wish.ReviewOn is not { } day || day <= today || day > today.AddYears(MostYears)) return PartnershipRefusals.NoReviewDay;
        return new PartnerTierDecision { Partner = partner.Id, Sequence = former + 1, Country = partner.Country, Tier = tier, RuleTier = rule, Reason = why, DecidedBy = by, DecidedOn = today, ReviewOn = day };
    }

    /// <summary>Writes a decision in the place of what was decided before.</summary>
    internal static Result<PartnerTierDecision> Write(Workspace workspace, ChangeSession session, PartnerTierDecision? before, PartnerTierDecision decided, bool commits = true)
    {
        var type = workspace.Types[typeof(PartnerTierDecision)];
        try
        {
            if (before is not null) session.Update(type, before, Ended(before, decided.DecidedOn));
            session.Create(type, decided);
            if (commits) session.Commit();
            return decided;
        }
        catch (Exception fault) when (fault is ConflictException or DuplicateKeyException)
        {
            return PartnershipRefusals.ChangedMeanwhile;
        }
    }

    /// <summary>All decisions on a partner.</summary>
    internal static Task<List<PartnerTierDecision>> AllAsync(RecordsContext context, long partner, CancellationToken cancel)
    {
        Id<Organisation>? id = new Id<Organisation>(partner);
        return context.Set<PartnerTierDecision>().Where(one => one.Partner == id && !one.IsWithdrawn).ToListAsync(cancel);
    }

    internal static async Task<Organisation?> PartnerAsync(Workspace workspace, RecordsContext context, long partner, Actor actor, CancellationToken cancel) =>
        await context.FindAsync(workspace.Types[typeof(Organisation)], partner, actor, cancel) is Organisation { IsWithdrawn: false } organisation ? organisation : null;

    internal static void Demand(Actor actor)
    {
        if (!May(actor)) throw new NotAllowedException(actor, Right.Steer);
    }

    /// <summary>It counted up to the day before; one of the same day counted on that day.</summary>
    private static PartnerTierDecision Ended(PartnerTierDecision before, DateOnly today)
    {
        var after = before.Copy();
        after.EndedOn = today > before.DecidedOn ? today.AddDays(-1) : today;
        return after;
    }
}

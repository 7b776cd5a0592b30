using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Scoring.Decisions;

/// <summary>Operations: records the review of a partnership, once for each partner and year, and corrects it with a reason.</summary>
public static class HoldReview
{
    /// <summary>Records a review; where it raises or lowers the tier, that is decided with it.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="partner">The number of the partner.</param>
    /// <param name="input">What was written.</param>
    /// <param name="board">The scores, which are frozen in it.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Refusals: <c>partnership.unknown</c>, <c>partnership.reviewed-already</c>, <c>partnership.changed-meanwhile</c>, and those of <see cref="Decide"/>.</returns>
    /// <exception cref="NotAllowedException">The actor does not decide on partnerships.</exception>
    public static async Task<Result<PartnershipReview>> HoldReviewAsync(this Workspace workspace, long partner, ReviewInput input, ScoreBoard board, Actor actor, CancellationToken cancel)
    {
        TierDecisions.Demand(actor);
        ArgumentNullException.ThrowIfNull(board);
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        session.Hold(workspace.Types[typeof(Organisation)], partner);
        var context = session.Read();
        if (await TierDecisions.PartnerAsync(workspace, context, partner, actor, cancel) is not { } organisation) return PartnershipRefusals.Unknown;
        var year = Period.Of(workspace.Today, PeriodKind.FiscalYear, workspace.University.Years).ToString();
        Id<Organisation>? id = organisation.Id;
        if (await context.Set<PartnershipReview>().AnyAsync(one => one.Partner == id && one.Year == year && !one.IsWithdrawn, cancel)) return PartnershipRefusals.ReviewedAlready;
        var decisions = await TierDecisions.AllAsync(context, partner, cancel);
        var current = decisions.Find(one => one.EndedOn is null);
        var standing = new PartnerStanding(board.Now.GetValueOrDefault(partner), board.TierOf(partner), current?.Tier);
        var decided = Decide(standing, input, board.Year, workspace.Today, workspace.University.Years);
        if (!decided.IsDone) return decided.Refusal;
        var review = decided.Value;
        (review.Partner, review.Country, review.RecordedBy, review.RecordedOn) = (organisation.Id, organisation.Country, actor.Name, workspace.Today);
        try
        {
            session.Create(workspace.Types[typeof(PartnershipReview)], review);
            if (review.NewTier is { } tier)
            {
                var wish = new TierWish(tier, $"{year} 年次評価の決定 / decided in the yearly review", workspace.Today.AddYears(1));
                var written = TierDecisions.Write(workspace, session, current, TierDecisions.Decide(organisation, decisions.Count, wish, standing.Rule, actor.Name, workspace.Today).Value!, commits: false);
                if (!written.IsDone) return written.Refusal;
            }

            session.Commit();
            return review;
        }
        catch (Exception fault) when (fault is ConflictException or DuplicateKeyException)
        {
            return PartnershipRefusals.ReviewedAlready;
        }
    }

    /// <summary>Corrects a review: what was written, never the score, nor a tier that was decided with it.</summary>
    /// <returns>Refusals: <c>partnership.no-review</c>, <c>partnership.no-reason</c>, <c>partnership.tier-stays</c>, <c>partnership.changed-meanwhile</c>, and those of <see cref="Decide"/>.</returns>
    /// <exception cref="NotAllowedException">The actor does not decide on partnerships.</exception>
    public static async Task<Result<PartnershipReview>> CorrectReviewAsync(this Workspace workspace, long review, int version, ReviewInput input, string? reason, Actor actor, CancellationToken cancel)
    {
        TierDecisions.Demand(actor);
        var type = workspace.Types[typeof(PartnershipReview)];
        using var session = workspace.Begin(ChangeOrigin.Operation(actor));
        session.Hold(type, review);
        if (await session.Read().FindAsync(type, review, actor, cancel) is not PartnershipReview { IsWithdrawn: false } before) return PartnershipRefusals.NoReview;
        if (before.Version != version) return PartnershipRefusals.ChangedMeanwhile;
        var after = Correct(before, input, reason, actor.Name, workspace.Today, workspace.University.Years);
        if (!after.IsDone) return after.Refusal;
        try
        {
            session.Update(type, before, after.Value);
            session.Commit();
            return after.Value;
        }
        catch (ConflictException)
        {
            return PartnershipRefusals.ChangedMeanwhile;
        }
    }

    /// <summary>The review as it is to be, without whose it is and who records it.</summary>
    /// <returns>
    /// Refusals: <c>partnership.no-held-day</c>, <c>partnership.no-participants</c>, <c>partnership.no-minutes</c>, <c>partnership.no-decision</c>,
    /// <c>partnership.no-new-tier</c>, <c>partnership.no-step</c>.
    /// </returns>
    public static Result<PartnershipReview> Decide(PartnerStanding standing, ReviewInput input, Period scored, DateOnly today, YearStarts years)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var review = new PartnershipReview
        {
            Year = Period.Of(today, PeriodKind.FiscalYear, years).ToString(),
            ScoreYear = scored.ToString(),
            Score = standing.Score?.Score,
            Percentile = standing.Score?.Percentile,
            Parts = [.. (standing.Score?.Parts ?? []).Select(Frozen)],
            RuleTier = standing.Rule,
            Tier = standing.Tier,
            IsDecided = standing.Decided is not null,
        };
        return Write(review, input, today, years) is { } refusal ? refusal : review;
    }

    /// <summary>The corrected review.</summary>
    public static Result<PartnershipReview> Correct(PartnershipReview before, ReviewInput input, string? reason, string by, DateOnly today, YearStarts years)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(input);
        var why = StorableText.Line(reason ?? "");
        if (why.Length is 0 or > PartnershipReviewRecord.LineLength) return PartnershipRefusals.NoReason;
        if ((IsOfTier(before.Decision) || IsOfTier(input.Decision)) && (input.Decision, input.NewTier) != (before.Decision, before.NewTier)) return PartnershipRefusals.TierStays;
        var after = before.Copy();
        // its year is over, perhaps: a day of that year is asked for, not of this one
        if (Write(after, input, Latest(before, today, years), years) is { } refusal) return refusal;
        after.Corrections = [.. before.Corrections, new() { Reason = why, By = by, On = today }];
        return after;
    }

    private static DateOnly Latest(PartnershipReview review, DateOnly today, YearStarts years)
    {
        var end = Period.Read(review.Year)?.To(years) ?? today;
        return end < today ? end : today;
    }

    private static Refusal? Write(PartnershipReview review, ReviewInput input, DateOnly latest, YearStarts years)
    {
        var (participants, minutes) = (StorableText.Line(input.Participants ?? ""), StorableText.Lines(input.Minutes ?? "").Trim());
        if (input.HeldOn is not { } held || held > latest || Period.Of(held, PeriodKind.FiscalYear, years).ToString() != review.Year) return PartnershipRefusals.NoHeldDay;
        if (participants.Length is 0 or > PartnershipReviewRecord.LineLength) return PartnershipRefusals.NoParticipants;
        if (minutes.Length is 0 or > PartnershipReviewRecord.MinutesLength) return PartnershipRefusals.NoMinutes;
        if (input.Decision is not { } decision) return PartnershipRefusals.NoDecision;
        if (!Fits(decision, input.NewTier, review.Tier)) return PartnershipRefusals.NoNewTier;
        var steps = input.Steps.Where(step => !step.IsEmpty).Select(step => step.Read()).ToList();
        if (steps.Contains(null)) return PartnershipRefusals.NoStep;
        (review.HeldOn, review.Participants, review.Minutes, review.Decision, review.NewTier, review.NextSteps) = (held, participants, minutes, decision, input.NewTier, [.. steps.OfType<NextStep>()]);
        return null;
    }

    /// <summary>Tiers are in the order of their weight, the first the highest.</summary>
    private static bool Fits(ReviewDecision decision, PartnerTier? tier, PartnerTier? present) => decision switch
    {
        ReviewDecision.RaiseTier => tier is { } up && (present is null || up < present),
        ReviewDecision.LowerTier => tier is { } down && (present is null || down > present),
        _ => tier is null,
    };

    private static bool IsOfTier(ReviewDecision? decision) => decision is ReviewDecision.RaiseTier or ReviewDecision.LowerTier;

    private static FrozenPart Frozen(ScoredPart part) => new()
    {
        Part = part.Part.Code,
        Name = new(part.Part.Name.Ja, part.Part.Name.En),
        Raw = part.Raw.Gap == PartGap.Withheld || part.Raw.Value is not { } raw ? null : Math.Round(raw, 2, MidpointRounding.AwayFromZero),
        Gap = part.Raw.Gap,
        Normalised = part.Normalised,
        Weight = Math.Round(part.Share * 100, 1, MidpointRounding.AwayFromZero),
        Product = part.Product,
    };
}

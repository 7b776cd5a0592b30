using Kakehashi.Kernel;
using Kakehashi.Strategy.Scoring;
using Kakehashi.Strategy.Scoring.Decisions;

namespace Kakehashi.Tests.Strategy.Partnerships;

public sealed class HoldingAReview
{
    private static readonly DateOnly Today = new(2026, 10, 1);

    private static readonly ReviewInput Whole = new(Today, "国際担当副学長、国際課", "協力は順調である。", ReviewDecision.Continue, null, []);

    private static readonly PartnerStanding Standing = new(
        new(7, 61.5m, 90m, [new(new("agreements", ("協定", "Agreements"), PartMeasure.Sum, ["AG-01"], 1) { Weight = 1 }, new(3.333m), 61.5m, 1, 61.5m)]), PartnerTier.Priority, PartnerTier.Strategic);

    private static Result<PartnershipReview> Decide(ReviewInput input) => HoldReview.Decide(Standing, input, Period.Fiscal(2025), Today, YearStarts.Japan);

    [Fact]
    public void Freezes_the_score_with_its_parts_and_both_tiers()
    {
        var review = Decide(Whole).Value!;
        Assert.Equal(("FY2026", "FY2025", 61.5m, 90m), (review.Year, review.ScoreYear, review.Score, review.Percentile));
        Assert.Equal((PartnerTier.Priority, PartnerTier.Strategic, true), (review.RuleTier, review.Tier, review.IsDecided));
        var part = Assert.Single(review.Parts);
        Assert.Equal(("agreements", 3.33m, 61.5m, 100m, 61.5m), (part.Part, part.Raw, part.Normalised, part.Weight, part.Product));
    }

    public static TheoryData<ReviewInput, string> Refused => new()
    {
        { Whole with { HeldOn = null }, "partnership.no-held-day" },
        { Whole with { HeldOn = Today.AddDays(1) }, "partnership.no-held-day" },
        { Whole with { HeldOn = new(2026, 3, 31) }, "partnership.no-held-day" },
        { Whole with { Participants = " " }, "partnership.no-participants" },
        { Whole with { Minutes = "" }, "partnership.no-minutes" },
        { Whole with { Decision = null }, "partnership.no-decision" },
        { Whole with { NewTier = PartnerTier.Active }, "partnership.no-new-tier" },
        { Whole with { Decision = ReviewDecision.LowerTier }, "partnership.no-new-tier" },
        { Whole with { Decision = ReviewDecision.RaiseTier, NewTier = PartnerTier.Strategic }, "partnership.no-new-tier" },
        { Whole with { Decision = ReviewDecision.RaiseTier, NewTier = PartnerTier.Active }, "partnership.no-new-tier" },
        { Whole with { Steps = [new("", "国際課", null)] }, "partnership.no-step" },
        { Whole with { Steps = [new("訪問する", null, "someday")] }, "partnership.no-step" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_is_missing_or_wrong_is_refused(ReviewInput input, string code) => Assert.Equal(code, Decide(input).Refusal?.Code);

    [Fact]
    public void Rows_for_next_steps_that_stay_empty_are_left_out()
    {
        var review = Decide(Whole with { Steps = [new(null, "", " "), new("訪問する", "国際課", "2027-03-31"), new("", null, null)] }).Value!;
        var step = Assert.Single(review.NextSteps);
        Assert.Equal(("訪問する", "国際課", new DateOnly(2027, 3, 31)), (step.What, step.Responsible, step.DueOn));
    }

    [Fact]
    public void Correcting_one_takes_a_reason_and_leaves_the_score_as_it_was()
    {
        var review = Decide(Whole).Value!;
        Assert.Equal("partnership.no-reason", HoldReview.Correct(review, Whole, " ", "suzuki", Today, YearStarts.Japan).Refusal?.Code);
        var after = HoldReview.Correct(review, Whole with { Minutes = "訂正後の要旨" }, "誤記", "suzuki", Today.AddYears(1), YearStarts.Japan).Value!;
        Assert.Equal(("訂正後の要旨", 61.5m, "FY2026"), (after.Minutes, after.Score, after.Year));
        Assert.Equal(("誤記", "suzuki"), (after.Corrections[0].Reason, after.Corrections[0].By));
        Assert.Empty(review.Corrections);
    }

    [Fact]
    public void Correcting_one_does_not_change_what_was_decided_of_the_tier()
    {
        var lowered = Whole with { Decision = ReviewDecision.LowerTier, NewTier = PartnerTier.Active };
        var review = Decide(lowered).Value!;
        Assert.Equal("partnership.tier-stays", HoldReview.Correct(review, Whole, "誤り", "suzuki", Today, YearStarts.Japan).Refusal?.Code);
        Assert.Equal("partnership.tier-stays", HoldReview.Correct(Decide(Whole).Value!, lowered, "誤り", "suzuki", Today, YearStarts.Japan).Refusal?.Code);
        Assert.True(HoldReview.Correct(review, lowered with { Minutes = "別の要旨" }, "誤り", "suzuki", Today, YearStarts.Japan).IsDone);
    }
}

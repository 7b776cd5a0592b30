using Kakehashi.ExportControl.Reviews;
using Kakehashi.ExportControl.Reviews.Rules;
using Kakehashi.Kernel;
using Kakehashi.StoreWriter;

namespace Kakehashi.Tests.ExportControl.Reviews;

public sealed class TheStepsOfAReview
{
    private static readonly ReviewState?[] States = [null, .. Enum.GetValues<ReviewState>()];

    /// <summary>Columns: save, submit, check, send back, decide, withdraw, add evidence, provide.</summary>
    private static readonly string[] Expected =
    [
        "Drafted no no no no no no no",
        "Drafted Submitted no no no Withdrawn Drafted no",
        "no no Checked SentBack no Withdrawn Submitted no",
        "no no no SentBack Decided Withdrawn Checked no",
        "SentBack Submitted no no no Withdrawn SentBack no",
        "decided decided decided decided decided decided Decided Decided",
        "withdrawn withdrawn withdrawn withdrawn withdrawn withdrawn withdrawn withdrawn",
    ];

    [Fact]
    public void Lead_where_the_table_says_and_every_other_one_is_refused()
    {
        foreach (var (from, row) in States.Zip(Expected))
            foreach (var (step, expected) in Enum.GetValues<ReviewStep>().Zip(row.Split(' ')))
            {
                var taken = ReviewSteps.Take(from, step);
                var found = taken.IsDone ? taken.Value.To.ToString() : taken.Refusal.Code.Replace("review.", "", StringComparison.Ordinal).Replace("not-now", "no", StringComparison.Ordinal);
                Assert.Equal((from, step, expected), (from, step, found));
                Assert.Equal(taken.IsDone, ReviewSteps.Can(from, step));
            }
    }

    [Fact]
    public void Begin_the_lead_time_when_it_is_handed_in_first()
    {
        var first = SubmitReview.Decide(AReview.OfGoods(), By("aoki", 1)).Value!;
        var back = SendBackReview.Decide(CheckReview.Decide(first, null, By("baba", 2)).Value!, "Say the use", By("baba", 3)).Value!;
        Assert.Equal(((DateOnly?)null, (string?)null), (back.CheckedOn, back.CheckedBy));
        var again = SubmitReview.Decide(back, By("chiba", 8)).Value!;
        Assert.Equal((AReview.Today.AddDays(1), "chiba"), (again.SubmittedOn!.Value, again.SubmittedBy));
        Assert.Equal([ReviewStep.Submit, ReviewStep.Check, ReviewStep.SendBack, ReviewStep.Submit], again.Steps.Select(step => step.Step!.Value));
    }

    [Fact]
    public void Need_a_unit_and_a_whole_sheet_before_it_is_submitted()
    {
        Assert.Equal("review.no-unit", SubmitReview.Decide(AReview.OfGoods(("unit", null)), By("aoki")).Refusal!.Code);
        var unanswered = AReview.OfGoods(("answers", AReview.Answers(Sheet.Provision, [("use_wmd", null)])));
        Assert.Equal("review.unanswered-sheet", SubmitReview.Decide(unanswered, By("aoki")).Refusal!.Code);
    }

    [Fact]
    public void Are_never_all_taken_by_one_person()
    {
        var submitted = SubmitReview.Decide(AReview.OfGoods(), By("aoki")).Value!;
        Assert.Equal("review.own-application", CheckReview.Decide(submitted, null, By("Tanaka")).Refusal!.Code);
        var seen = CheckReview.Decide(submitted, "Fine", By("baba")).Value!;
        foreach (var same in new[] { "tanaka", "aoki", "BABA" }) Assert.Equal("review.same-person", Decide(seen, same, ReviewOutcome.NoLicenceNeeded).Refusal!.Code);
        Assert.True(Decide(seen, "chiba", ReviewOutcome.NoLicenceNeeded).IsDone);
    }

    [Fact]
    public void Keep_with_the_decision_what_the_rules_found()
    {
        var seen = CheckReview.Decide(SubmitReview.Decide(AReview.OfGoods(), By("aoki")).Value!, null, By("baba")).Value!;
        var decided = Decide(seen, "chiba", ReviewOutcome.NoLicenceNeeded).Value!;
        Assert.Equal(AReview.Judge(AReview.OfGoods()).Select(one => (one.Code, one.Says.Ja, one.Clause.En)), decided.Findings.Select(one => (one.Finding, one.Says.Ja!, one.Clause.En!)));
        Assert.Equal((ReviewOutcome.NoLicenceNeeded, "chiba", AReview.Today), (decided.Outcome, decided.DecidedBy, decided.DecidedOn!.Value));
        Assert.Equal(AReview.Today, AReview.Type.KeptFrom(decided));
    }

    [Theory]
    [InlineData(null, "Reason", null, "review.no-outcome")]
    [InlineData(ReviewOutcome.NoLicenceNeeded, " ", null, "review.no-reason")]
    [InlineData(ReviewOutcome.WithConditions, "Reason", null, "review.no-conditions")]
    [InlineData(ReviewOutcome.WithConditions, "Reason", "On site only", null)]
    [InlineData(ReviewOutcome.Refused, "Reason", null, null)]
    public void Need_for_a_decision_what_its_kind_asks_for(ReviewOutcome? outcome, string reason, string? conditions, string? refusal)
    {
        var seen = CheckReview.Decide(SubmitReview.Decide(AReview.OfGoods(), By("aoki")).Value!, null, By("baba")).Value!;
        Assert.Equal(refusal, DecideReview.Decide(seen, new(outcome, reason, conditions), AReview.Judge(seen), By("chiba")).Refusal?.Code);
    }

    [Fact]
    public void Ask_for_a_reason_when_it_is_sent_back_or_withdrawn()
    {
        Assert.Equal("review.no-reason", SendBackReview.Decide(AReview.OfGoods(), "", By("baba")).Refusal!.Code);
        Assert.Equal("review.no-reason", WithdrawReview.Decide(AReview.OfGoods(), null, By("baba")).Refusal!.Code);
        Assert.Equal("review.long-remark", CheckReview.Decide(AReview.OfGoods(), new string('x', 4001), By("baba")).Refusal!.Code);
    }

    [Fact]
    public void Let_something_be_provided_only_once_what_was_decided_allows_it()
    {
        var seen = CheckReview.Decide(SubmitReview.Decide(AReview.OfGoods(), By("aoki")).Value!, null, By("baba")).Value!;
        var free = Decide(seen, "chiba", ReviewOutcome.NoLicenceNeeded).Value!;
        Assert.Equal("review.not-allowed", Provide(Decide(seen, "chiba", ReviewOutcome.Refused).Value!, 0).Refusal!.Code);
        Assert.Equal("review.provision-day", Provide(free, -1).Refusal!.Code);
        Assert.Equal("review.provision-day", Provide(free, 99).Refusal!.Code);
        var later = Provide(Provide(free, 9).Value!, 4).Value!;
        Assert.Equal((AReview.Today.AddDays(9), AReview.Today.AddDays(9)), (later.ProvidedOn!.Value, AReview.Type.KeptFrom(later)!.Value));
        var licensed = Decide(seen, "chiba", ReviewOutcome.LicenceNeeded).Value!;
        Assert.Equal("review.no-licence", Provide(licensed, 3).Refusal!.Code);
        Assert.Equal("review.no-licence", Provide(licensed, 3, Licence(4, 9)).Refusal!.Code);
        Assert.Equal("review.no-licence", Provide(licensed, 10, Licence(4, 9)).Refusal!.Code);
        Assert.True(Provide(licensed, 9, Licence(4, 9)).IsDone);
        Assert.True(Provide(licensed, 9, Licence(4, null)).IsDone);
    }

    private static ReviewSignature By(string name, int days = 0) => new(name, AReview.Today.AddDays(days));

    private static Result<ExportReview> Decide(ExportReview review, string by, ReviewOutcome outcome) =>
        DecideReview.Decide(review, new(outcome, "All is known"), AReview.Judge(review), By(by));

    private static Result<ExportReview> Provide(ExportReview review, int day, params ExportLicence[] licences) => RecordProvision.Decide(review, AReview.Today.AddDays(day), licences, By("aoki", 50));

    private static ExportLicence Licence(int from, int? to) => (ExportLicence)Product.Make(Product.Types[typeof(ExportLicence)],
        ("licence", "L-1"), ("kind", "individual"), ("issued_on", AReview.Today.AddDays(from)), ("expires_on", to is { } end ? AReview.Today.AddDays(end) : null));
}

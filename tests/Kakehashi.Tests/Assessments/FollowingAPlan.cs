using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.StoreWriter;
using Kakehashi.Strategy.Plans;

namespace Kakehashi.Tests.Assessments;

public sealed class FollowingAPlan
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Theory]
    [InlineData("not_started", -1, true)]
    [InlineData("under_way", -1, true)]
    [InlineData("under_way", 0, false)]
    [InlineData("done", -1, false)]
    [InlineData("dropped", -1, false)]
    public void A_milestone_is_overdue_once_its_day_has_passed_unless_it_is_done_or_dropped(string state, int days, bool isOverdue) =>
        Assert.Equal(isOverdue, Milestone(state, Today.AddDays(days), null).IsOverdue(Today));

    [Theory]
    [InlineData("done", true, true)]
    [InlineData("done", false, false)]
    [InlineData("under_way", true, false)]
    [InlineData("under_way", false, true)]
    public void The_day_it_was_done_belongs_to_what_is_done(string state, bool hasDay, bool isRight) =>
        Assert.Equal(isRight, RecordProblems.Of(Product.Types[typeof(ActionMilestone)], Milestone(state, Today, hasDay ? Today : null)).All(problem => problem.Code != "action_milestone.day-without-done"));

    [Theory]
    [InlineData("record", "agreements/12", true)]
    [InlineData("record", "https://example.ac.jp/ja/agreements/12", true)]
    [InlineData("record", "/en/agreements/12", true)]
    [InlineData("record", "agreements", false)]
    [InlineData("web_address", "https://example.ac.jp/report", true)]
    [InlineData("web_address", "javascript:alert(1)", false)]
    [InlineData("indicator", "ST-01", true)]
    [InlineData("indicator", "agreements/12", false)]
    public void Evidence_is_where_its_kind_says(string kind, string source, bool fits) =>
        Assert.Equal(fits, EvidenceSource.Fits(Enum.GetValues<EvidenceKind>().Single(one => CodeNames.Of(one) == kind), source));

    private static ActionMilestone Milestone(string state, DateOnly due, DateOnly? done) => (ActionMilestone)Product.Make(
        Product.Types[typeof(ActionMilestone)], ("action", "P1.1"), ("text", new Bilingual("見直す", null)), ("state", state), ("due_on", due), ("done_on", done));
}

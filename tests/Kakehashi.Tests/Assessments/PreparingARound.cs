using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Tests.Assessments;

public sealed class PreparingARound
{
    /// <summary>Columns: prepare, open, extend, close, remind, discard.</summary>
    [Theory]
    [InlineData(RoundState.Prepared, "Prepared", "Open", "round.not-open", "round.not-open", "round.not-open", "Prepared")]
    [InlineData(RoundState.Open, "round.not-prepared", "round.not-prepared", "Open", "Closed", "Open", "round.already-open")]
    [InlineData(RoundState.Closed, "round.closed", "round.closed", "round.closed", "round.closed", "round.closed", "round.closed")]
    public void Leads_where_the_table_says_and_every_other_step_is_refused(RoundState from, params string[] expected)
    {
        var round = ARound.In(from);
        var results = new[]
        {
            PrepareRound.Decide(round, ARound.Plan), OpenRound.Decide(round, ARound.Opened),
            ExtendRound.Decide(round, ARound.Deadline.AddDays(7), "入試のため", "office", ARound.Opened), CloseRound.Decide(round, ARound.Deadline),
            RemindUnits.Decide(round, 1, "office", ARound.Opened),
        };
        var discarded = RoundSteps.Take(round.State, RoundStep.Discard);
        Assert.Equal(expected, results.Select(result => result.Refusal?.Code ?? result.Value!.State.ToString()).Append(discarded.Refusal?.Code ?? discarded.Value!.To.ToString()));
    }

    [Fact]
    public void Gives_each_question_a_number_and_leaves_empty_ones_out()
    {
        var plan = ARound.Plan with { Questions = [new(null, default), .. ARound.Plan.Questions] };
        Assert.Equal([1, 2], PrepareRound.Decide(null, plan).Value!.Questions.Select(question => question.Number));
    }

    [Fact]
    public void Is_not_opened_without_actions_and_units_or_after_its_deadline()
    {
        foreach (var plan in new[] { ARound.Plan with { Actions = [] }, ARound.Plan with { Units = [] }, ARound.Plan with { Deadline = null } })
            Assert.Equal("round.incomplete", OpenRound.Decide(PrepareRound.Decide(null, plan).Value!, ARound.Opened).Refusal!.Code);
        Assert.Equal("round.incomplete", OpenRound.Decide(ARound.In(RoundState.Prepared), ARound.Deadline.AddDays(1)).Refusal!.Code);
    }

    [Fact]
    public void Names_the_input_of_everything_that_is_wrong()
    {
        var wrong = ARound.Plan with { Name = default, Period = "soon", Deadline = ARound.Opened.AddDays(-1), Actions = ["X9"], Units = [99], Guidance = new(new string('x', 3000), null) };
        Assert.Equal(["name", "period", "guidance.ja", "deadline", "actions", "units", "questions"],
            wrong.Problems(new HashSet<string> { "P1.1", "T1.5" }, new HashSet<long> { 11, 12 }).Select(problem => problem.Field));
        Assert.Empty(ARound.Plan.Problems(new HashSet<string> { "P1.1", "T1.5" }, new HashSet<long> { 11, 12 }));
    }

    [Fact]
    public void Extends_the_deadline_to_a_later_day_only_and_keeps_the_reason()
    {
        var open = ARound.In(RoundState.Open);
        Assert.Equal("round.not-later", ExtendRound.Decide(open, ARound.Deadline, "x", "office", ARound.Opened).Refusal!.Code);
        Assert.Equal("round.not-later", ExtendRound.Decide(open, ARound.Deadline.AddDays(3), "x", "office", ARound.Deadline.AddDays(3)).Refusal!.Code);
        Assert.Equal("round.no-reason", ExtendRound.Decide(open, ARound.Deadline.AddDays(3), " ", "office", ARound.Opened).Refusal!.Code);
        var later = ExtendRound.Decide(open, ARound.Deadline.AddDays(3), "入試のため", "office", ARound.Opened).Value!;
        var kept = Assert.Single(later.Extensions);
        Assert.Equal((ARound.Deadline, ARound.Deadline.AddDays(3), "入試のため", "office"), (kept.Before, kept.After, kept.Reason, kept.By));
        Assert.Empty(open.Extensions);
    }
}

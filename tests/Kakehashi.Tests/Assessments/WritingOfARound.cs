using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Letters;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Tests.Assessments;

/// <summary>What letters say of a round, and when.</summary>
public sealed class WritingOfARound
{
    private static readonly AssessmentRound Open = ARound.In(RoundState.Open);

    [Fact]
    public void Tells_the_units_for_three_days_that_it_is_open_and_then_no_more()
    {
        Assert.Equal([11L, 12L], AtOnce(Open, ARound.Opened).Select(notice => notice.Unit!.Value));
        Assert.Equal("文学部：2件", AtOnce(Open, ARound.Opened.AddDays(2)).First().Words.OfUnit.Ja);
        Assert.Empty(AtOnce(Open, ARound.Opened.AddDays(3)));
    }

    [Fact]
    public void Tells_of_another_deadline_only_those_who_still_owe_something()
    {
        var later = ExtendRound.Decide(Open, ARound.Deadline.AddDays(7), "入試のため", "office", ARound.Opened.AddDays(20)).Value!;
        var notice = Assert.Single(AtOnce(later, ARound.Opened.AddDays(20), AssessmentState.Submitted));
        Assert.Equal((RoundLetterKind.Extended, "2026-07-07", 11L), (notice.Kind, notice.Mark, notice.Unit));
        Assert.Contains("理由：入試のため", notice.Words.Opening.Ja, StringComparison.Ordinal);
        Assert.Contains("from 30 June 2026 to 7 July 2026", notice.Words.Opening.En, StringComparison.Ordinal);
        Assert.DoesNotContain("office", notice.Words.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_why_something_was_asked_back_and_leads_to_it()
    {
        var day = ARound.Opened.AddDays(20);
        var notice = Assert.Single(new RoundNotices(Progress(Open, AssessmentState.AskedBack, day), [new(12, "P1.1", day, 2, "数値を")], null, day).AtOnce());
        Assert.Equal((RoundLetterKind.AskedBack, "12-P1.1-2", "assessments/0/12/P1.1"), (notice.Kind, notice.Mark, notice.Page));
        Assert.Contains("コメント：\n数値を", notice.Words.OfUnit.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_the_office_on_the_next_morning_what_was_submitted_and_still_waits()
    {
        var day = ARound.Opened.AddDays(20);
        var notice = Assert.Single(Morning(Open, day.AddDays(1), AssessmentState.Submitted, day));
        Assert.Null(notice.Unit);
        Assert.Equal(("2026-05-21", "工学部：2件（P1.1、T1.5）"), (notice.Mark, notice.Words.OfUnit.Ja));
        Assert.Contains("2 submitted on 21 May", notice.Words.Subject.En, StringComparison.Ordinal);
        Assert.Empty(Morning(Open, day, AssessmentState.Submitted, day));
        Assert.Empty(Morning(Open, day.AddDays(1), AssessmentState.AskedBack, day));
        // where the program stood still over a weekend it is written all the same, with the same mark
        Assert.Equal(notice.Mark, Assert.Single(Morning(Open, day.AddDays(3), AssessmentState.Submitted, day)).Mark);
    }

    [Fact]
    public void Tells_a_unit_in_one_letter_what_was_accepted_on_a_day()
    {
        var day = ARound.Opened.AddDays(20);
        var notice = Assert.Single(Morning(Open, day.AddDays(1), AssessmentState.Accepted, day));
        Assert.Equal((RoundLetterKind.Accepted, 12L, "工学部：2件（P1.1、T1.5）"), (notice.Kind, notice.Unit, notice.Words.OfUnit.Ja));
    }

    [Fact]
    public void Ends_with_how_far_each_unit_has_come()
    {
        var closed = ARound.In(RoundState.Closed);
        var notices = AtOnce(closed, closed.ClosedOn!.Value, AssessmentState.Accepted).ToList();
        Assert.Equal(["文学部：提出 0 / 2件、うち受理 0件", "工学部：提出 2 / 2件、うち受理 2件"], notices.Select(notice => notice.Words.OfUnit.Ja));
        Assert.Empty(AtOnce(closed, closed.ClosedOn.Value.AddDays(3)));
    }

    private static IEnumerable<RoundNotice> AtOnce(AssessmentRound round, DateOnly day, AssessmentState? second = null) => new RoundNotices(Progress(round, second, null), [], null, day).AtOnce();

    private static IEnumerable<RoundNotice> Morning(AssessmentRound round, DateOnly day, AssessmentState second, DateOnly since) => new RoundNotices(Progress(round, second, since), [], null, day).OfTheMorning();

    /// <summary>One unit that has done nothing, and one of which all is in a state.</summary>
    private static RoundProgress Progress(AssessmentRound round, AssessmentState? second, DateOnly? since) => new(round,
    [
        new(11, ("文学部", "Faculty of Letters"), [.. Cells(11, null, null)]),
        new(12, ("工学部", "Faculty of Engineering"), [.. Cells(12, second, since)]),
    ]);

    private static IEnumerable<AssessmentCell> Cells(long unit, AssessmentState? state, DateOnly? since) =>
        ARound.Plan.Actions.Select(action => new AssessmentCell(unit, action, state, null, false) { Since = since });
}

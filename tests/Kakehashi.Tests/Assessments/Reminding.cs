using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Letters;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Tests.Assessments;

public sealed class Reminding
{
    [Theory]
    [InlineData(-15, "")]
    [InlineData(-14, "DeadlineNear")]
    [InlineData(-7, "DeadlineNear")]
    [InlineData(-2, "")]
    [InlineData(-1, "DeadlineNear")]
    [InlineData(0, "")]
    [InlineData(1, "Overdue")]
    [InlineData(2, "")]
    [InlineData(8, "Overdue")]
    public void Comes_14_7_and_1_days_before_the_deadline_and_weekly_after_it(int day, string kind) =>
        Assert.Equal(kind, string.Join(' ', Morning(ARound.Deadline.AddDays(day), Progress(RoundState.Open, null)).Select(notice => notice.Kind)));

    [Fact]
    public void Names_what_is_open_and_leaves_out_what_was_handed_in()
    {
        var notice = Assert.Single(Morning(ARound.Deadline.AddDays(-7), Progress(RoundState.Open, AssessmentState.Submitted)));
        Assert.Equal(11L, notice.Unit);
        Assert.Contains("あと7日", notice.Words.Subject.Ja, StringComparison.Ordinal);
        Assert.Equal("Faculty of Letters: 1 left (T1.5)", notice.Words.OfUnit.En);
        Assert.EndsWith("/11/T1.5", notice.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Comes_a_week_after_something_was_asked_back_if_it_still_is()
    {
        var on = ARound.Opened.AddDays(5);
        var progress = Progress(RoundState.Open, AssessmentState.AskedBack, on);
        var notice = Assert.Single(Morning(on.AddDays(7), progress));
        Assert.Equal((RoundLetterKind.StillAskedBack, "文学部：1件（P1.1）"), (notice.Kind, notice.Words.OfUnit.Ja));
        Assert.Empty(Morning(on.AddDays(6), progress));
        Assert.Empty(Morning(on.AddDays(7), Progress(RoundState.Open, AssessmentState.Submitted, on.AddDays(1))));
    }

    [Theory]
    [InlineData(RoundState.Prepared)]
    [InlineData(RoundState.Closed)]
    public void Ends_with_the_round(RoundState state) => Assert.Empty(Morning(ARound.Deadline.AddDays(-7), Progress(state, null)));

    [Fact]
    public void By_the_office_is_once_a_day_for_those_who_owe_something_and_keeps_who_and_when()
    {
        var (round, day) = (ARound.In(RoundState.Open), ARound.Opened.AddDays(5));
        Assert.Equal("round.nothing-owed", RemindUnits.Decide(round, 0, "office", day).Refusal!.Code);
        var reminded = RemindUnits.Decide(round, 2, "office", day).Value!;
        Assert.Equal((day, "office", 2), (reminded.Reminders.Single().On, reminded.Reminders.Single().By, reminded.Reminders.Single().Units));
        Assert.Equal("round.reminded-today", RemindUnits.Decide(reminded, 2, "office", day).Refusal!.Code);
        Assert.Equal(2, RemindUnits.Decide(reminded, 2, "office", day.AddDays(1)).Value!.Reminders.Count);
        // on the days that units are reminded by themselves they are not by the office too
        Assert.Equal("round.reminded-today", RemindUnits.Decide(round, 2, "office", ARound.Deadline.AddDays(-7)).Refusal!.Code);
    }

    private static IEnumerable<RoundNotice> Morning(DateOnly day, RoundProgress progress) => new RoundNotices(progress, [], null, day).OfTheMorning();

    private static RoundProgress Progress(RoundState state, AssessmentState? first, DateOnly? since = null) => new(ARound.In(state),
        [new(11, ("文学部", "Faculty of Letters"), [new(11, "P1.1", first, null, false) { Since = since }, new(11, "T1.5", null, null, false)])]);
}

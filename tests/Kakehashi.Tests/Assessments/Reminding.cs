using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Tests.Assessments;

public sealed class Reminding
{
    private static readonly Dictionary<(long, string), DateOnly> None = [];

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
    public void Comes_14_7_and_1_days_before_the_deadline_and_weekly_after_it(int day, string kind)
    {
        var reminders = Reminders.On(ARound.Deadline.AddDays(day), Progress(RoundState.Open, null), None);
        Assert.Equal(kind, string.Join(' ', reminders.Select(reminder => reminder.Kind)));
    }

    [Fact]
    public void Names_what_is_open_and_leaves_out_what_was_handed_in()
    {
        var reminder = Assert.Single(Reminders.On(ARound.Deadline.AddDays(-7), Progress(RoundState.Open, AssessmentState.Submitted), None));
        Assert.Equal((11L, "T1.5"), (reminder.Unit, Assert.Single(reminder.Actions)));
        Assert.Contains("あと7日", reminder.Subject.Ja, StringComparison.Ordinal);
        Assert.Contains("Faculty of Letters has not", reminder.Message.En, StringComparison.Ordinal);
        Assert.EndsWith("/11/T1.5", reminder.Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Comes_the_day_after_something_was_asked_back()
    {
        var on = ARound.Opened.AddDays(5);
        var askedBack = new Dictionary<(long, string), DateOnly> { [(11, "P1.1")] = on };
        var progress = Progress(RoundState.Open, AssessmentState.AskedBack);
        var reminder = Assert.Single(Reminders.On(on.AddDays(1), progress, askedBack));
        Assert.Equal((ReminderKind.AskedBack, "P1.1"), (reminder.Kind, Assert.Single(reminder.Actions)));
        Assert.Empty(Reminders.On(on.AddDays(2), progress, askedBack));
    }

    [Theory]
    [InlineData(RoundState.Prepared)]
    [InlineData(RoundState.Closed)]
    public void Ends_with_the_round(RoundState state) => Assert.Empty(Reminders.On(ARound.Deadline.AddDays(-7), Progress(state, null), None));

    private static RoundProgress Progress(RoundState state, AssessmentState? first) => new(ARound.In(state),
        [new(11, ("文学部", "Faculty of Letters"), [new(11, "P1.1", first, null, false), new(11, "T1.5", null, null, false)])]);
}

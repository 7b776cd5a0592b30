using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>Why a unit is reminded.</summary>
public enum ReminderKind
{
    /// <summary>The deadline comes near.</summary>
    DeadlineNear,

    /// <summary>The deadline has passed.</summary>
    Overdue,

    /// <summary>Something was asked back the day before.</summary>
    AskedBack,
}

/// <summary>A reminder to those who write for a unit.</summary>
/// <param name="Round">The number of the round.</param>
/// <param name="Unit">The number of the unit: it goes to whoever has the right to write there.</param>
/// <param name="Kind">Why.</param>
/// <param name="Actions">The codes of the actions that it is about.</param>
/// <param name="Subject">One line.</param>
/// <param name="Message">The whole.</param>
/// <param name="Page">The address of the page that it leads to, after the language.</param>
public sealed record Reminder(long Round, long Unit, ReminderKind Kind, IReadOnlyList<string> Actions, Text Subject, Text Message, string Page);

/// <summary>Who is to be reminded on a day. Pure: whoever sends asks once a day.</summary>
public static class Reminders
{
    /// <summary>So many days before the deadline.</summary>
    private static readonly int[] DaysBefore = [14, 7, 1];

    /// <summary>After the deadline: on the next day, then once a week.</summary>
    private const int Week = 7;

    /// <summary>All reminders of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="progress">How far the round is, of all its units.</param>
    /// <param name="askedBack">The days on which assessments were asked back, of those that still are.</param>
    public static IReadOnlyList<Reminder> On(DateOnly day, RoundProgress progress, IReadOnlyDictionary<(long Unit, string Action), DateOnly> askedBack)
    {
        if (progress.Round is not { State: RoundState.Open, Deadline: { } deadline }) return [];
        var reminders = new List<Reminder>();
        foreach (var unit in progress.Units)
        {
            var back = unit.Cells.Where(cell => cell.State == AssessmentState.AskedBack && askedBack.TryGetValue((cell.Unit, cell.Action), out var on) && on == day.AddDays(-1)).ToList();
            if (back.Count > 0) reminders.Add(AskedBack(progress.Round, unit, Codes(back)));
            var open = unit.Cells.Where(cell => !cell.IsHandedIn).ToList();
            if (open.Count > 0 && Due(day, deadline) is { } kind) reminders.Add(kind == ReminderKind.Overdue ? Overdue(progress.Round, unit, Codes(open)) : Near(progress.Round, unit, Codes(open), deadline.DayNumber - day.DayNumber));
        }

        return reminders;
    }

    private static ReminderKind? Due(DateOnly day, DateOnly deadline)
    {
        var left = deadline.DayNumber - day.DayNumber;
        if (DaysBefore.Contains(left)) return ReminderKind.DeadlineNear;
        return left < 0 && (-left - 1) % Week == 0 ? ReminderKind.Overdue : null;
    }

    private static List<string> Codes(IEnumerable<AssessmentCell> cells) => [.. cells.Select(cell => cell.Action)];

    private static Reminder Near(AssessmentRound round, UnitProgress unit, List<string> actions, int days) => Of(round, unit, ReminderKind.DeadlineNear, actions,
        ($"「{round.Name.In(Language.Ja)}」の締切まであと{days}日です", $"{round.Name.In(Language.En)}: {days} {(days == 1 ? "day" : "days")} to the deadline"),
        ($"{unit.Name.Ja}の自己点検・評価のうち、{actions.Count}件がまだ提出されていません（{string.Join("、", actions)}）。締切は{round.Deadline:yyyy年M月d日}です。",
            $"{actions.Count} of the self-assessments of {unit.Name.En} {(actions.Count == 1 ? "has" : "have")} not been submitted yet ({string.Join(", ", actions)}). The deadline is {round.Deadline:d MMMM yyyy}."));

    private static Reminder Overdue(AssessmentRound round, UnitProgress unit, List<string> actions) => Of(round, unit, ReminderKind.Overdue, actions,
        ($"「{round.Name.In(Language.Ja)}」の締切を過ぎています", $"{round.Name.In(Language.En)}: the deadline has passed"),
        ($"{unit.Name.Ja}の自己点検・評価のうち、{actions.Count}件が締切（{round.Deadline:yyyy年M月d日}）を過ぎても提出されていません（{string.Join("、", actions)}）。今からでも提出できます。",
            $"{actions.Count} of the self-assessments of {unit.Name.En} {(actions.Count == 1 ? "was" : "were")} not submitted by the deadline, {round.Deadline:d MMMM yyyy} ({string.Join(", ", actions)}). {(actions.Count == 1 ? "It" : "They")} can still be submitted."));

    private static Reminder AskedBack(AssessmentRound round, UnitProgress unit, List<string> actions) => Of(round, unit, ReminderKind.AskedBack, actions,
        ($"「{round.Name.In(Language.Ja)}」で差し戻されたものがあります", $"{round.Name.In(Language.En)}: something was asked back"),
        ($"{unit.Name.Ja}の自己点検・評価が{actions.Count}件、差し戻されました（{string.Join("、", actions)}）。コメントを確かめ、書き直して提出してください。",
            $"{actions.Count} of the self-assessments of {unit.Name.En} {(actions.Count == 1 ? "was" : "were")} asked back ({string.Join(", ", actions)}). Please read the comment, revise and submit again."));

    private static Reminder Of(AssessmentRound round, UnitProgress unit, ReminderKind kind, List<string> actions, Text subject, Text message) =>
        new(round.Number, unit.Unit, kind, actions, subject, message, actions.Count == 1 ? new AssessmentPlace(round.Number, unit.Unit, actions[0]).Page : "assessments");
}

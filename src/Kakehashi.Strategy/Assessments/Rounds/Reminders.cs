using Kakehashi.Strategy.Assessments.Letters;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>On which days units are reminded by themselves.</summary>
public static class Reminders
{
    /// <summary>So many days before the deadline.</summary>
    private static readonly int[] DaysBefore = [14, 7, 1];

    /// <summary>After the deadline: on the next day, then once a week. What was asked back: so long after that.</summary>
    public const int Week = 7;

    /// <summary>Why units that owe something are reminded on a day; null where they are not.</summary>
    public static RoundLetterKind? Due(DateOnly day, DateOnly deadline)
    {
        var left = deadline.DayNumber - day.DayNumber;
        if (DaysBefore.Contains(left)) return RoundLetterKind.DeadlineNear;
        return left < 0 && (-left - 1) % Week == 0 ? RoundLetterKind.Overdue : null;
    }

    /// <summary>The next days, from one on; there is no end while the round is open.</summary>
    public static IEnumerable<(DateOnly Day, RoundLetterKind Kind)> From(DateOnly first, DateOnly deadline)
    {
        for (var day = first; ; day = day.AddDays(1))
            if (Due(day, deadline) is { } kind) yield return (day, kind);
    }
}

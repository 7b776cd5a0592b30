using System.Globalization;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Strategy.Assessments.Letters;

/// <summary>
/// What is to be written about a round on a day. It follows from the records alone: what did not happen is not written of,
/// and whoever asks again gets the same.
/// </summary>
/// <param name="progress">How far the round is, of all its units.</param>
/// <param name="back">What is asked back.</param>
/// <param name="tree">The strategy, for the names of actions.</param>
/// <param name="today">The day.</param>
public sealed class RoundNotices(RoundProgress progress, IReadOnlyList<AskedBackNow> back, StrategyTree? tree, DateOnly today)
{
    /// <summary>What lies further back is no news any more; a program that stood still for a weekend still writes.</summary>
    private const int Days = 3;

    private readonly RoundWording words = new(progress.Round, tree);

    private AssessmentRound Round => progress.Round;

    private bool IsOpen => Round.State == RoundState.Open;

    private IEnumerable<UnitProgress> Owing => progress.Units.Where(unit => unit.Open > 0);

    /// <summary>What is written as soon as it has happened.</summary>
    public IEnumerable<RoundNotice> AtOnce()
    {
        if (Round is { State: RoundState.Closed, ClosedOn: { } closed } && IsNews(closed)) return progress.Units.Select(unit => Of(unit, RoundLetterKind.Closed, closed, words.Closed(unit), []));
        return IsOpen ? [.. Opened(), .. Extended(), .. Reminded(), .. AskedBack()] : [];
    }

    /// <summary>What is written once a day: reminders of the day, and what happened on the days before.</summary>
    public IEnumerable<RoundNotice> OfTheMorning()
    {
        if (IsOpen)
        {
            foreach (var notice in Due().Concat(StillAskedBack())) yield return notice;
            foreach (var day in DaysBefore)
                foreach (var notice in Submitted(day)) yield return notice;
        }

        foreach (var day in DaysBefore)
            foreach (var (unit, cells) in Since(AssessmentState.Accepted, day))
                yield return Of(unit, RoundLetterKind.Accepted, day, words.Accepted(unit, cells), cells);
    }

    private IEnumerable<DateOnly> DaysBefore => Enumerable.Range(1, Days).Select(before => today.AddDays(-before));

    private bool IsNews(DateOnly? day) => day <= today && day > today.AddDays(-Days);

    private IEnumerable<RoundNotice> Opened() => IsNews(Round.OpensOn) ? Each(Owing, RoundLetterKind.Opened, Round.OpensOn!.Value, words.Opened) : [];

    private IEnumerable<RoundNotice> Extended() =>
        Round.Extensions.LastOrDefault() is { On: { } on, After: { } after } last && IsNews(on) ? Each(Owing, RoundLetterKind.Extended, after, unit => words.Extended(unit, last)) : [];

    private IEnumerable<RoundNotice> Reminded() =>
        Round.Reminders.Any(reminder => reminder.On == today) ? Each(Owing, RoundLetterKind.Reminded, today, unit => words.Reminded(unit, today)) : [];

    private IEnumerable<RoundNotice> AskedBack() =>
        from one in back
        where IsNews(one.On)
        let unit = progress.Units.First(unit => unit.Unit == one.Unit)
        select new RoundNotice(RoundLetterKind.AskedBack, string.Create(CultureInfo.InvariantCulture, $"{one.Unit}-{one.Action}-{one.Times}"), one.Unit, words.AskedBack(unit, one), new AssessmentPlace(Round.Number, one.Unit, one.Action).Page);

    private IEnumerable<RoundNotice> Due() =>
        Round.Deadline is { } deadline && Reminders.Due(today, deadline) is { } kind ? Each(Owing, kind, today, unit => words.Due(unit, kind, deadline.DayNumber - today.DayNumber)) : [];

    private IEnumerable<RoundNotice> StillAskedBack() =>
        from one in Since(AssessmentState.AskedBack, today.AddDays(-Reminders.Week))
        select Of(one.Unit, RoundLetterKind.StillAskedBack, today, words.StillAskedBack(one.Unit, one.Cells), one.Cells);

    private IEnumerable<RoundNotice> Submitted(DateOnly day)
    {
        var units = Since(AssessmentState.Submitted, day).ToList();
        var total = units.Sum(one => one.Cells.Count);
        return units.Select(one => new RoundNotice(RoundLetterKind.Submitted, Mark(day), null, words.Submitted(one.Unit, one.Cells, day, total, progress.Count(AssessmentState.Submitted)), $"assessments/{Round.Number}?state=submitted"));
    }

    private IEnumerable<(UnitProgress Unit, List<AssessmentCell> Cells)> Since(AssessmentState state, DateOnly day) =>
        progress.Units.Select(unit => (unit, Cells: unit.Cells.Where(cell => cell.State == state && cell.Since == day).ToList())).Where(one => one.Cells.Count > 0);

    private IEnumerable<RoundNotice> Each(IEnumerable<UnitProgress> units, RoundLetterKind kind, DateOnly day, Func<UnitProgress, NoticeWords> say) =>
        units.Select(unit => Of(unit, kind, day, say(unit), [.. unit.Cells.Where(cell => !cell.IsHandedIn)]));

    /// <summary>Leads to the assessment itself where it is about one, else to those of the unit.</summary>
    private RoundNotice Of(UnitProgress unit, RoundLetterKind kind, DateOnly day, NoticeWords said, IReadOnlyList<AssessmentCell> cells) =>
        new(kind, Mark(day), unit.Unit, said, cells.Count == 1 ? new AssessmentPlace(Round.Number, unit.Unit, cells[0].Action).Page : $"assessments/{Round.Number}?unit={unit.Unit}");

    private static string Mark(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Mail;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Strategy.Assessments.Letters;

/// <summary>Letters of one kind on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">Why.</param>
/// <param name="Letters">How many; of those to come, as things stand now.</param>
/// <param name="States">How many of them are in each state; empty where they are to come.</param>
public sealed record LettersOfADay(DateOnly Day, RoundLetterKind Kind, int Letters, IReadOnlyDictionary<LetterState, int> States)
{
    public bool IsToCome => States.Count == 0;
}

/// <summary>The letters about a round: those to come by themselves and those that have gone, the latest first.</summary>
/// <param name="Days">The letters.</param>
/// <param name="Owing">How many units owe something.</param>
/// <param name="People">How many people a reminder would go to now.</param>
/// <param name="Unreached">Units that owe something and of which nobody gets letters.</param>
public sealed record RoundCorrespondence(IReadOnlyList<LettersOfADay> Days, int Owing, int People, IReadOnlyList<Text> Unreached)
{
    private const int MostToCome = 4;

    /// <summary>Reads the letters about a round.</summary>
    public static async Task<RoundCorrespondence> ReadAsync(Workspace workspace, Outbox outbox, Recipients recipients, RoundProgress progress, CancellationToken cancel)
    {
        var gone = Gone(workspace, await outbox.TracesAsync(RoundLetters.Prefix(progress.Round.Number), cancel));
        if (progress.Round is not { State: RoundState.Open, Deadline: { } deadline }) return new(gone, 0, 0, []);
        var owing = progress.Units.Where(unit => unit.Open > 0).ToList();
        var writers = await recipients.NearestOfEachAsync([.. owing.Select(unit => unit.Unit)], Right.Write, cancel);
        var people = writers.Values.SelectMany(some => some).Distinct().Count();
        var first = gone.Any(one => one.Day == workspace.Today && one.Kind == Reminders.Due(one.Day, deadline)) ? workspace.Today.AddDays(1) : workspace.Today;
        var toCome = owing.Count == 0 ? [] : Reminders.From(first, deadline).Take(MostToCome).Select(next => new LettersOfADay(next.Day, next.Kind, people, new Dictionary<LetterState, int>()));
        return new([.. toCome.Reverse(), .. gone], owing.Count, people, [.. owing.Where(unit => writers[unit.Unit].Count == 0).Select(unit => unit.Name)]);
    }

    private static List<LettersOfADay> Gone(Workspace workspace, IEnumerable<LetterTrace> traces) =>
    [
        .. from trace in traces
           let day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(trace.QueuedAt, workspace.University.TimeZone).DateTime)
           let kind = KindOf(trace.Key)
           where kind is not null
           group trace by (day, kind.Value) into same
           orderby same.Key.day descending
           select new LettersOfADay(same.Key.day, same.Key.Value, same.Count(), same.GroupBy(trace => trace.State).ToDictionary(state => state.Key, state => state.Count())),
    ];

    private static RoundLetterKind? KindOf(string key) =>
        Enum.GetValues<RoundLetterKind>().Where(kind => key.Split('/') is [_, _, var code, ..] && code == CodeNames.Of(kind)).Select(kind => (RoundLetterKind?)kind).FirstOrDefault();
}

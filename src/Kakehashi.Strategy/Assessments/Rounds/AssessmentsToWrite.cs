using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>One assessment that somebody still has to write.</summary>
/// <param name="Place">Where.</param>
/// <param name="Round">The round.</param>
/// <param name="Unit">What the unit is called.</param>
/// <param name="State">Not started, drafted, or asked back.</param>
public sealed record AssessmentToWrite(AssessmentPlace Place, AssessmentRound Round, Text Unit, AssessmentState? State);

/// <summary>What is left to write for somebody's units.</summary>
public static class AssessmentsToWrite
{
    /// <summary>In all open rounds: what was asked back first, then by deadline, unit and action.</summary>
    public static async Task<IReadOnlyList<AssessmentToWrite>> ReadAsync(Workspace workspace, IEnumerable<AssessmentRound> rounds, Actor actor, CancellationToken cancel)
    {
        var left = new List<AssessmentToWrite>();
        if (!actor.May(Right.Write)) return left;
        foreach (var round in rounds.Where(round => round.State == RoundState.Open).OrderBy(round => round.Deadline))
            left.AddRange(Of(await RoundProgress.ReadAsync(workspace, round, actor.As(Right.Write), cancel)));
        return [.. left.OrderBy(one => one.State != AssessmentState.AskedBack)];
    }

    /// <summary>What is left of one round.</summary>
    public static IEnumerable<AssessmentToWrite> Of(RoundProgress progress) =>
        from unit in progress.Units
        from cell in unit.Cells
        where !cell.IsHandedIn
        select new AssessmentToWrite(new(progress.Round.Number, unit.Unit, cell.Action), progress.Round, unit.Name, cell.State);

    /// <summary>The one to go on with after another, round about; null where nothing is left.</summary>
    public static AssessmentToWrite? After(IReadOnlyList<AssessmentToWrite> left, AssessmentRound round, AssessmentPlace place)
    {
        var order = round.ActionCodes.ToList();
        var mine = left.Where(one => one.Place.Round == place.Round && one.Place != place).ToList();
        return mine.Where(one => one.Place.Unit == place.Unit).OrderBy(one => order.IndexOf(one.Place.Action) <= order.IndexOf(place.Action)).ThenBy(one => order.IndexOf(one.Place.Action)).FirstOrDefault()
            ?? mine.FirstOrDefault();
    }
}

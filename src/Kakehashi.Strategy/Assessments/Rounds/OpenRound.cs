using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>Operation: lets the units write. What the round asks stays as it is from then on.</summary>
public static class OpenRound
{
    /// <summary>Opens a round.</summary>
    /// <returns>Refusals: those of <see cref="RoundSteps"/>, <c>round.unknown</c>, <c>round.incomplete</c>, <c>round.changed-meanwhile</c>.</returns>
    public static Task<Result<AssessmentRound>> OpenAsync(this Workspace workspace, long round, Actor actor, CancellationToken cancel) =>
        WritingRound.WriteAsync(workspace, round, null, actor, before => Decide(before!, workspace.Today), cancel);

    /// <summary>The round as it is to be.</summary>
    public static Result<AssessmentRound> Decide(AssessmentRound before, DateOnly today)
    {
        var step = RoundSteps.Take(before.State, RoundStep.Open);
        if (!step.IsDone) return step.Refusal;
        if (before.Actions.Count == 0 || before.Units.Count == 0 || before.Deadline is not { } deadline || deadline < today) return RoundRefusals.Incomplete;
        var after = before.Copy();
        (after.State, after.OpensOn) = (step.Value.To, today);
        return after;
    }
}

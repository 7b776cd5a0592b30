using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>Operation: ends a round for good. What was not submitted stays as it is, and the report says so.</summary>
public static class CloseRound
{
    /// <summary>Closes a round.</summary>
    /// <returns>Refusals: those of <see cref="RoundSteps"/>, <c>round.unknown</c>, <c>round.changed-meanwhile</c>.</returns>
    public static Task<Result<AssessmentRound>> CloseAsync(this Workspace workspace, long round, Actor actor, CancellationToken cancel) =>
        WritingRound.WriteAsync(workspace, round, null, actor, before => Decide(before!, workspace.Today), cancel);

    /// <summary>The round as it is to be.</summary>
    public static Result<AssessmentRound> Decide(AssessmentRound before, DateOnly today)
    {
        var step = RoundSteps.Take(before.State, RoundStep.Close);
        if (!step.IsDone) return step.Refusal;
        var after = before.Copy();
        (after.State, after.ClosedOn) = (step.Value.To, today);
        return after;
    }
}

using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>Operation: takes away a round that was prepared and never opened. Its history stays; another may have its name.</summary>
public static class DiscardRound
{
    /// <summary>Discards a round.</summary>
    /// <returns>Refusals: those of <see cref="RoundSteps"/>, <c>round.unknown</c>, <c>round.changed-meanwhile</c>.</returns>
    public static Task<Result<AssessmentRound>> DiscardAsync(this Workspace workspace, long round, Actor actor, CancellationToken cancel) =>
        WritingRound.WithdrawAsync(workspace, round, actor, before => RoundSteps.Take(before.State, RoundStep.Discard), cancel);
}

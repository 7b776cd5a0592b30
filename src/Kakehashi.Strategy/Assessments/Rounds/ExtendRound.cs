using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Records.Values;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>Operation: puts off the deadline of an open round, with a reason that stays.</summary>
public static class ExtendRound
{
    /// <summary>Extends the deadline.</summary>
    /// <returns>Refusals: those of <see cref="RoundSteps"/>, <c>round.unknown</c>, <c>round.not-later</c>, <c>round.no-reason</c>, <c>round.changed-meanwhile</c>.</returns>
    public static Task<Result<AssessmentRound>> ExtendAsync(this Workspace workspace, long round, DateOnly? deadline, string? reason, Actor actor, CancellationToken cancel) =>
        WritingRound.WriteAsync(workspace, round, null, actor, before => Decide(before!, deadline, reason, actor.Name, workspace.Today), cancel);

    /// <summary>The round as it is to be.</summary>
    public static Result<AssessmentRound> Decide(AssessmentRound before, DateOnly? deadline, string? reason, string by, DateOnly today)
    {
        var step = RoundSteps.Take(before.State, RoundStep.Extend);
        if (!step.IsDone) return step.Refusal;
        if (deadline is not { } later || later <= before.Deadline || later <= today) return RoundRefusals.NotLater;
        var why = StorableText.Line(reason ?? "");
        if (why.Length is 0 or > AssessmentRoundRecord.ReasonLength) return RoundRefusals.NoReason;
        var after = before.Copy();
        (after.State, after.Deadline) = (step.Value.To, later);
        after.Extensions = [.. before.Extensions, new() { Before = before.Deadline, After = later, Reason = why, By = by, On = today }];
        return after;
    }
}

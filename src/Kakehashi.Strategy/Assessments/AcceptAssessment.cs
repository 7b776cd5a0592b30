using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Strategy.Assessments;

/// <summary>Operation: the office takes an assessment as it is.</summary>
public static class AcceptAssessment
{
    /// <summary>Accepts an assessment; something may be said of it.</summary>
    /// <returns>Refusals: those of <see cref="AssessmentSteps"/>, <c>round.unknown</c>, <c>assessment.not-asked</c>, <c>assessment.long-comment</c>, <c>assessment.changed-meanwhile</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not keep the strategy.</exception>
    public static Task<Result<SelfAssessment>> AcceptAsync(this Workspace workspace, AssessmentPlace place, string? comment, int version, Actor actor, CancellationToken cancel) =>
        WritingAssessment.WriteAsync(workspace, place, AssessmentStep.Accept, version, actor, (round, before) => Decide(round, before, comment, new(actor.Name, workspace.Today)), cancel);

    /// <summary>The assessment as it is to be.</summary>
    public static Result<SelfAssessment> Decide(AssessmentRound round, SelfAssessment? before, string? comment, Signature signature)
    {
        var step = AssessmentSteps.Take(round.State, before?.State, AssessmentStep.Accept);
        if (!step.IsDone) return step.Refusal;
        var said = StorableText.Lines(comment ?? "");
        if (said.Length > SelfAssessmentRecord.CommentLength) return AssessmentRefusals.LongComment;
        var after = before!.Copy();
        if (said.Length > 0) after.Comments = [.. before.Comments, new() { Day = signature.On, By = signature.By, Text = said }];
        (after.State, after.AcceptedBy, after.AcceptedOn) = (step.Value.To, signature.By, signature.On);
        return after;
    }
}

using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Strategy.Assessments;

/// <summary>Operation: the office gives an assessment back to the unit, and says why.</summary>
public static class AskBackAssessment
{
    /// <summary>Asks an assessment back.</summary>
    /// <returns>Refusals: those of <see cref="AssessmentSteps"/>, <c>round.unknown</c>, <c>assessment.not-asked</c>, <c>assessment.no-comment</c>, <c>assessment.changed-meanwhile</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not keep the strategy.</exception>
    public static Task<Result<SelfAssessment>> AskBackAsync(this Workspace workspace, AssessmentPlace place, string? comment, int version, Actor actor, CancellationToken cancel) =>
        WritingAssessment.WriteAsync(workspace, place, AssessmentStep.AskBack, version, actor, (round, before) => Decide(round, before, comment, new(actor.Name, workspace.Today)), cancel);

    /// <summary>The assessment as it is to be.</summary>
    public static Result<SelfAssessment> Decide(AssessmentRound round, SelfAssessment? before, string? comment, Signature signature)
    {
        var step = AssessmentSteps.Take(round.State, before?.State, AssessmentStep.AskBack);
        if (!step.IsDone) return step.Refusal;
        var why = StorableText.Lines(comment ?? "");
        if (why.Length is 0 or > SelfAssessmentRecord.CommentLength) return AssessmentRefusals.NoComment;
        var after = before!.Copy();
        after.Comments = [.. before.Comments, new() { Day = signature.On, By = signature.By, Text = why }];
        (after.State, after.AskedBackBy, after.AskedBackOn) = (step.Value.To, signature.By, signature.On);
        (after.AcceptedBy, after.AcceptedOn) = (null, null);
        return after;
    }
}

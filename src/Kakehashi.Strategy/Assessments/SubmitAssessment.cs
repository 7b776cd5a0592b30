using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Strategy.Assessments;

/// <summary>Operation: hands what a unit has written to the office. After the deadline it is taken too, and marked.</summary>
public static class SubmitAssessment
{
    /// <summary>Submits an assessment, with what was written last.</summary>
    /// <returns>Refusals: those of <see cref="SaveAssessment"/>, and <c>assessment.incomplete</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write for this unit.</exception>
    public static Task<Result<SelfAssessment>> SubmitAsync(
        this Workspace workspace, AssessmentPlace place, AssessmentTexts texts, IReadOnlyList<AssessmentEvidence> evidence, int version, Actor actor, CancellationToken cancel) =>
        WritingAssessment.WriteAsync(workspace, place, AssessmentStep.Submit, version, actor, (round, before) => Decide(round, before, place, texts, evidence, new(actor.Name, workspace.Today)), cancel);

    /// <summary>The assessment as it is to be.</summary>
    public static Result<SelfAssessment> Decide(AssessmentRound round, SelfAssessment? before, AssessmentPlace place, AssessmentTexts texts, IReadOnlyList<AssessmentEvidence> evidence, Signature signature)
    {
        var step = AssessmentSteps.Take(round.State, before?.State, AssessmentStep.Submit);
        if (!step.IsDone) return step.Refusal;
        var questions = round.QuestionsOf(place.Action).ToList();
        if (texts.TooLong(questions).Count > 0) return AssessmentRefusals.TooLong;
        if (texts.Missing(questions).Count > 0) return AssessmentRefusals.Incomplete;
        var after = (before ?? place.Empty).Copy();
        texts.Into(after);
        after.Evidence = [.. evidence];
        // who handed it in on time and was asked back is not late for that
        after.IsLate = before?.SubmittedOn is null ? signature.On > round.Deadline : before.IsLate;
        (after.State, after.SubmittedBy, after.SubmittedOn) = (step.Value.To, signature.By, signature.On);
        after.DraftedBy ??= signature.By;
        after.DraftedOn ??= signature.On;
        return after;
    }
}

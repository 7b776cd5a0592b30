using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Strategy.Assessments;

/// <summary>Operation: keeps what a unit has written, without submitting it.</summary>
public static class SaveAssessment
{
    /// <summary>Saves a draft.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="place">Which.</param>
    /// <param name="texts">What was written.</param>
    /// <param name="evidence">All its evidence, in order.</param>
    /// <param name="version">The version that was seen; 0 where nothing had been written.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Refusals: those of <see cref="AssessmentSteps"/>, <c>round.unknown</c>, <c>assessment.not-asked</c>, <c>assessment.too-long</c>, <c>assessment.changed-meanwhile</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write for this unit.</exception>
    public static Task<Result<SelfAssessment>> SaveAsync(
        this Workspace workspace, AssessmentPlace place, AssessmentTexts texts, IReadOnlyList<AssessmentEvidence> evidence, int version, Actor actor, CancellationToken cancel) =>
        WritingAssessment.WriteAsync(workspace, place, AssessmentStep.Save, version, actor, (round, before) => Decide(round, before, place, texts, evidence, new(actor.Name, workspace.Today)), cancel);

    /// <summary>The assessment as it is to be.</summary>
    public static Result<SelfAssessment> Decide(AssessmentRound round, SelfAssessment? before, AssessmentPlace place, AssessmentTexts texts, IReadOnlyList<AssessmentEvidence> evidence, Signature signature)
    {
        var step = AssessmentSteps.Take(round.State, before?.State, AssessmentStep.Save);
        if (!step.IsDone) return step.Refusal;
        if (texts.TooLong(round.QuestionsOf(place.Action)).Count > 0) return AssessmentRefusals.TooLong;
        var after = (before ?? place.Empty).Copy();
        texts.Into(after);
        after.Evidence = [.. evidence];
        (after.State, after.DraftedBy, after.DraftedOn) = (step.Value.To, signature.By, signature.On);
        return after;
    }
}

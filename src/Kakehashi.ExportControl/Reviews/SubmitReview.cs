using Kakehashi.ExportControl.Reviews.Rules;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>Operation: hands a review to the reviewers, as it was saved.</summary>
public static class SubmitReview
{
    /// <summary>Submits a review.</summary>
    /// <returns>Refusals: those of <see cref="ReviewSteps"/>, <c>review.unknown</c>, <c>review.changed-meanwhile</c>, <c>review.no-unit</c>, <c>review.unanswered-sheet</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not control exports.</exception>
    public static Task<Result<ExportReview>> SubmitReviewAsync(this Workspace workspace, long number, int version, Actor actor, CancellationToken cancel) =>
        WritingReview.WriteAsync(workspace, number, version, ReviewStep.Submit, actor, (_, before) => Task.FromResult(Decide(before, new(actor.Name, workspace.Today))), cancel);

    /// <summary>The review as it is to be.</summary>
    public static Result<ExportReview> Decide(ExportReview before, ReviewSignature signature)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(signature);
        if (before.Unit is null) return ReviewRefusals.NoUnit;
        if (SheetOutcome.Of(before) is not { HasQuestions: true, Unanswered: 0 }) return ReviewRefusals.UnansweredSheet;
        var after = WritingReview.Traced(before, ReviewStep.Submit, null, signature);
        after.SubmittedBy = signature.By;
        // what was sent back has been waited for since it was handed in first
        after.SubmittedOn ??= signature.On;
        return after;
    }
}

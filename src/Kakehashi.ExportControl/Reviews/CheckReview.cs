using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>Operation: the first of two people has looked at a review.</summary>
public static class CheckReview
{
    /// <summary>Notes the first look.</summary>
    /// <returns>Refusals: those of <see cref="ReviewSteps"/>, <c>review.unknown</c>, <c>review.changed-meanwhile</c>, <c>review.own-application</c>, <c>review.long-remark</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not control exports.</exception>
    public static Task<Result<ExportReview>> CheckReviewAsync(this Workspace workspace, long number, int version, string? remark, Actor actor, CancellationToken cancel) =>
        WritingReview.WriteAsync(workspace, number, version, ReviewStep.Check, actor, (_, before) => Task.FromResult(Decide(before, remark, new(actor.Name, workspace.Today))), cancel);

    /// <summary>The review as it is to be.</summary>
    public static Result<ExportReview> Decide(ExportReview before, string? remark, ReviewSignature signature)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(signature);
        if (string.Equals(before.Applicant.Trim(), signature.By, StringComparison.OrdinalIgnoreCase)) return ReviewRefusals.OwnApplication;
        if (WritingReview.Remark(remark) is not { } said) return ReviewRefusals.LongRemark;
        var after = WritingReview.Traced(before, ReviewStep.Check, said, signature);
        (after.CheckedBy, after.CheckedOn) = (signature.By, signature.On);
        return after;
    }
}

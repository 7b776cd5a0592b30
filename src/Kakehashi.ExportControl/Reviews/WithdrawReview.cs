using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>Operation: takes an application back before it is decided. The review stays, and says why.</summary>
public static class WithdrawReview
{
    /// <summary>Takes a review back.</summary>
    /// <returns>Refusals: those of <see cref="ReviewSteps"/>, <c>review.unknown</c>, <c>review.changed-meanwhile</c>, <c>review.no-reason</c>.</returns>
    /// <exception cref="NotAllowedException">The actor does not control exports.</exception>
    public static Task<Result<ExportReview>> WithdrawReviewAsync(this Workspace workspace, long number, int version, string? reason, Actor actor, CancellationToken cancel) =>
        WritingReview.WriteAsync(workspace, number, version, ReviewStep.Withdraw, actor, (_, before) => Task.FromResult(Decide(before, reason, new(actor.Name, workspace.Today))), cancel);

    /// <summary>The review as it is to be.</summary>
    public static Result<ExportReview> Decide(ExportReview before, string? reason, ReviewSignature signature)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(signature);
        if (WritingReview.Remark(reason) is not { Length: > 0 } why) return ReviewRefusals.NoRemark;
        return WritingReview.Traced(before, ReviewStep.Withdraw, why, signature);
    }
}

using Kakehashi.ExportControl.Reviews.Rules;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>What is decided.</summary>
/// <param name="Outcome">The decision; null where none was chosen.</param>
/// <param name="Reason">Why.</param>
/// <param name="Conditions">What has to be kept to, where it is decided on conditions.</param>
public sealed record ReviewDecision(ReviewOutcome? Outcome, string? Reason, string? Conditions = null);

/// <summary>Operation: decides a review. Whoever decides has neither applied, nor submitted, nor had the first look.</summary>
public static class DecideReview
{
    /// <summary>Decides a review, and keeps with it what the rules find at that moment.</summary>
    /// <returns>
    /// Refusals: those of <see cref="ReviewSteps"/>, <c>review.unknown</c>, <c>review.changed-meanwhile</c>, <c>review.same-person</c>, <c>review.no-outcome</c>,
    /// <c>review.no-reason</c>, <c>review.no-conditions</c>, <c>review.open-findings</c>, <c>review.needs-licence</c>, <c>review.data-mistakes</c>.
    /// </returns>
    /// <exception cref="NotAllowedException">The actor does not control exports.</exception>
    public static async Task<Result<ExportReview>> DecideReviewAsync(this Workspace workspace, long number, int version, ReviewDecision decision, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var data = ControlDataReader.Read(workspace);
        if (!data.IsDone) return data.Refusal;
        return await WritingReview.WriteAsync(workspace, number, version, ReviewStep.Decide, actor, async (session, before) =>
        {
            var asked = await ReviewReading.CaseAsync(workspace, session.Read(), before, data.Value, actor, cancel);
            return Decide(before, decision, ReviewRules.Judge(asked), new(actor.Name, workspace.Today));
        }, cancel);
    }

    /// <summary>The review as it is to be.</summary>
    public static Result<ExportReview> Decide(ExportReview before, ReviewDecision decision, IReadOnlyList<ReviewFinding> findings, ReviewSignature signature)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(signature);
        if (IsInvolved(before, signature.By)) return ReviewRefusals.SamePerson;
        if (decision.Outcome is not { } outcome) return ReviewRefusals.NoOutcome;
        if (WritingReview.Remark(decision.Reason) is not { Length: > 0 } reason) return ReviewRefusals.NoRemark;
        var conditions = WritingReview.Remark(decision.Conditions);
        if (conditions is null || (outcome == ReviewOutcome.WithConditions && conditions.Length == 0)) return ReviewRefusals.NoConditions;
        if (ReviewRules.Refuse(outcome, findings) is { } refusal) return refusal;
        var after = WritingReview.Traced(before, ReviewStep.Decide, reason, signature);
        (after.Outcome, after.DecisionReason, after.Conditions) = (outcome, reason, conditions.Length == 0 ? null : conditions);
        (after.DecidedBy, after.DecidedOn) = (signature.By, signature.On);
        after.Findings = [.. findings.Select(Kept)];
        return after;
    }

    /// <summary>Who has applied, submitted or had the first look, and so does not decide.</summary>
    public static bool IsInvolved(ExportReview review, string name)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new[] { review.Applicant.Trim(), review.SubmittedBy, review.CheckedBy }.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static KeptFinding Kept(ReviewFinding finding) => new()
    {
        Finding = finding.Code,
        State = finding.State,
        Says = new(Cut(finding.Says.Ja, 1000), Cut(finding.Says.En, 1000)),
        Clause = new(finding.Clause.Ja, finding.Clause.En),
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}

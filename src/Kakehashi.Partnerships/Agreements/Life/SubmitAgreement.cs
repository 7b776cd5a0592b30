using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Operation: sends a proposal on its route, and keeps what the guideline says of it.</summary>
public static class SubmitAgreement
{
    /// <summary>Submits a proposal.</summary>
    /// <returns>Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.rules-not-met</c>, <c>agreement.long-remark</c>, <c>guideline.mistakes</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the agreement.</exception>
    public static Task<Result<AgreementProcedure>> SubmitAgreementAsync(this Workspace workspace, SeenAgreement seen, string? remark, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.Submit, remark, actor, work =>
        {
            actor.DemandWrite(workspace.Types[typeof(Agreement)], work.Before);
            return Task.FromResult(Decide(work));
        }, cancel);

    private static Result<AgreementState> Decide(AgreementWork work)
    {
        var findings = work.Judge();
        var held = findings.Where(one => one.Holds(RulePoint.Submission)).ToList();
        if (held.Count > 0) return AgreementRefusals.RulesNotMet(held);
        var procedure = work.Procedure;
        procedure.MetAtFirst ??= findings.Any(one => (one.State is RuleState.Failed or RuleState.Waived) && one.Rule.By == RulePoint.Submission && one.Rule.Severity < RuleSeverity.Note) ? FirstLook.NotMet : FirstLook.Met;
        procedure.SubmittedOn ??= work.Signature.On;
        procedure.SubmittedBy = work.Signature.By;
        (procedure.Guideline, procedure.Findings) = (work.Guideline.From, [.. findings.Select(Kept)]);
        var round = procedure.Round + 1;
        procedure.Approvals =
        [
            .. procedure.Approvals,
            .. work.Guideline.RouteOf(work.Before.Type, work.Before.Level).Stages.SelectMany((looks, stage) => looks.Select(step => new Approval
            {
                Round = round,
                Stage = stage,
                Step = step,
                OpenedOn = stage == 0 ? work.Signature.On : null,
            })),
        ];
        return AgreementState.UnderReview;
    }

    /// <summary>A finding as it is kept.</summary>
    internal static KeptRuleFinding Kept(RuleFinding finding) => new()
    {
        Rule = finding.Rule.Code,
        State = finding.State,
        Severity = finding.Rule.Severity,
        Clause = new(finding.Rule.Clause.Ja, finding.Rule.Clause.En),
        Says = new(finding.Rule.Says.Ja, finding.Rule.Says.En),
    };
}

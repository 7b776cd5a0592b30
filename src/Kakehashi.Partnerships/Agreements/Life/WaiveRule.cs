using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Operation: says that a rule of the guideline need not be met, and why. Only whom the rule names may.</summary>
public static class WaiveRule
{
    /// <summary>Waives a rule.</summary>
    /// <returns>
    /// Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.unknown-rule</c>, <c>agreement.no-waiver</c>,
    /// <c>agreement.not-your-waiver</c>, <c>agreement.no-reason</c>, <c>guideline.mistakes</c>.
    /// </returns>
    public static Task<Result<AgreementProcedure>> WaiveRuleAsync(this Workspace workspace, SeenAgreement seen, string rule, string? reason, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.Waive, reason, actor, work => Task.FromResult(Decide(work, rule, reason, actor)), cancel);

    /// <summary>Whether an actor may waive a rule.</summary>
    public static bool May(GuidelineRule rule, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(actor);
        return rule.Waiver switch
        {
            RuleWaiver.Office => actor.May(Right.WriteShared) || actor.May(Right.Steer),
            RuleWaiver.Executive => actor.May(Right.Steer),
            _ => false,
        };
    }

    private static Result<AgreementState> Decide(AgreementWork work, string rule, string? reason, Actor actor)
    {
        if (work.Judge().FirstOrDefault(one => one.Rule.Code == rule) is not { State: RuleState.Open or RuleState.Failed } finding) return AgreementRefusals.UnknownRule;
        if (finding.Rule.Waiver == RuleWaiver.Nobody) return AgreementRefusals.NoWaiver(finding.Rule);
        if (!May(finding.Rule, actor)) return AgreementRefusals.NotYourWaiver(finding.Rule);
        if (WritingAgreement.Remark(reason) is not { Length: > 0 } said) return AgreementRefusals.NoReason;
        work.Procedure.Waivers = [.. work.Procedure.Waivers, new() { Rule = rule, Reason = said, By = work.Signature.By, On = work.Signature.On }];
        return work.Before.State;
    }
}

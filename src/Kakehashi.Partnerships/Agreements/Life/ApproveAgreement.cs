using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Operation: one of those on the route agrees. The next stage begins when all of a stage have; with the last one the agreement is approved.</summary>
public static class ApproveAgreement
{
    /// <summary>Approves at a step.</summary>
    /// <returns>
    /// Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.not-its-turn</c>, <c>agreement.not-your-step</c>,
    /// <c>agreement.own-proposal</c>, <c>agreement.rules-not-met</c>, <c>agreement.long-remark</c>, <c>guideline.mistakes</c>.
    /// </returns>
    public static Task<Result<AgreementProcedure>> ApproveAgreementAsync(this Workspace workspace, SeenAgreement seen, ApprovalStep step, string? remark, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.Approve, remark, actor, async work =>
        {
            var looked = await LookAsync(workspace, work, step, ApprovalState.Approved, remark, actor, cancel);
            if (!looked.IsDone) return looked.Refusal;
            return Decide(work, await NamesAsync(workspace, work, actor, cancel));
        }, cancel);

    /// <summary>One look is done: its turn has come, and it is the actor’s.</summary>
    internal static async Task<Result<Approval>> LookAsync(Workspace workspace, AgreementWork work, ApprovalStep step, ApprovalState state, string? remark, Actor actor, CancellationToken cancel)
    {
        var procedure = work.Procedure;
        if (procedure.Awaited.FirstOrDefault(one => one.Step == step) is not { } waiting) return AgreementRefusals.NotItsTurn;
        var may = Looking.Ask(step, workspace.Types[typeof(Agreement)], work.Before, await Looking.ReviewersAsync(work.Session.Read(), cancel), actor, workspace.Today);
        if (!may.May) return AgreementRefusals.NotYourStep;
        if (procedure.IsOf(actor.Name)) return AgreementRefusals.OwnProposal;
        var said = WritingAgreement.Remark(remark);
        var done = new Approval
        {
            Round = waiting.Round,
            Stage = waiting.Stage,
            Step = step,
            State = state,
            OpenedOn = waiting.OpenedOn,
            DoneOn = work.Signature.On,
            By = actor.Name,
            For = may.For,
            Remark = string.IsNullOrEmpty(said) ? null : said,
        };
        procedure.Approvals = [.. procedure.Approvals.Select(one => ReferenceEquals(one, waiting) ? done : one)];
        return done;
    }

    private static Result<AgreementState> Decide(AgreementWork work, IReadOnlyList<PartySignature> parties)
    {
        var procedure = work.Procedure;
        if (procedure.Awaited is { Count: > 0 } awaited)
        {
            procedure.Approvals = [.. procedure.Approvals.Select(one => one.OpenedOn is null && awaited.Contains(one) ? Opened(one, work.Signature.On) : one)];
            return AgreementState.UnderReview;
        }

        var findings = work.Judge();
        var held = findings.Where(one => one.Holds(RulePoint.Approval)).ToList();
        if (held.Count > 0) return AgreementRefusals.RulesNotMet(held);
        (procedure.ApprovedOn, procedure.Guideline) = (work.Signature.On, work.Guideline.From);
        procedure.Findings = [.. findings.Select(SubmitAgreement.Kept)];
        procedure.Signatures = [.. parties];
        return AgreementState.Approved;
    }

    private static Approval Opened(Approval one, DateOnly day) => new() { Round = one.Round, Stage = one.Stage, Step = one.Step, State = one.State, OpenedOn = day };

    /// <summary>Who signs: the university, the partner, the other parties.</summary>
    private static async Task<IReadOnlyList<PartySignature>> NamesAsync(Workspace workspace, AgreementWork work, Actor actor, CancellationToken cancel)
    {
        var agreement = work.Before;
        var numbers = agreement.OtherParties.Select(one => one.Organisation).Append(agreement.Partner).OfType<Id<Organisation>>().Select(id => id.Value).Distinct().ToArray();
        var names = await work.Session.Read().CaptionsAsync(workspace.Types[typeof(Organisation)], numbers, actor, cancel);
        string NameOf(Id<Organisation>? organisation, string? signedAs) =>
            signedAs is { Length: > 0 } ? signedAs : organisation is { } one && names.TryGetValue(one.Value, out var name) && name.In(Language.En) is { Length: > 0 } told ? told : $"#{organisation}";
        return
        [
            new() { Party = AgreementWords.OwnParty },
            new() { Organisation = agreement.Partner, Party = NameOf(agreement.Partner, agreement.PartnerName) },
            .. agreement.OtherParties.Select(one => new PartySignature { Organisation = one.Organisation, Party = NameOf(one.Organisation, one.SignedAs) }),
        ];
    }
}

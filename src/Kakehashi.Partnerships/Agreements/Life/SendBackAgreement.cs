using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Operations: a proposal is written again, as one of those on the route asks, or as whoever proposed it wants.</summary>
public static class SendBackAgreement
{
    /// <summary>One of those on the route does not agree yet.</summary>
    /// <returns>Refusals: those of <see cref="ApproveAgreement"/>, and <c>agreement.no-reason</c>.</returns>
    public static Task<Result<AgreementProcedure>> SendBackAgreementAsync(this Workspace workspace, SeenAgreement seen, ApprovalStep step, string? reason, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.SendBack, reason, actor, async work =>
        {
            if (WritingAgreement.Remark(reason) is not { Length: > 0 }) return AgreementRefusals.NoReason;
            var looked = await ApproveAgreement.LookAsync(workspace, work, step, ApprovalState.SentBack, reason, actor, cancel);
            if (!looked.IsDone) return looked.Refusal;
            Lapse(work);
            return AgreementState.Draft;
        }, cancel);

    /// <summary>Whoever may write the agreement takes it back before anybody has signed.</summary>
    /// <returns>Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.long-remark</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the agreement.</exception>
    public static Task<Result<AgreementProcedure>> TakeBackAgreementAsync(this Workspace workspace, SeenAgreement seen, string? remark, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.TakeBack, remark, actor, work =>
        {
            actor.DemandWrite(workspace.Types[typeof(Agreement)], work.Before);
            if (work.Procedure.Signatures.Exists(one => one.SignedOn is not null)) return Task.FromResult<Result<AgreementState>>(AgreementRefusals.NotNow);
            Lapse(work);
            return Task.FromResult<Result<AgreementState>>(AgreementState.Draft);
        }, cancel);

    private static void Lapse(AgreementWork work)
    {
        var procedure = work.Procedure;
        (procedure.ApprovedOn, procedure.Signatures) = (null, []);
        procedure.Approvals =
        [
            .. procedure.Approvals.Select(one => one.Round == procedure.Round && one.State == ApprovalState.Waiting
                ? new() { Round = one.Round, Stage = one.Stage, Step = one.Step, State = ApprovalState.Lapsed, OpenedOn = one.OpenedOn, DoneOn = one.OpenedOn is null ? null : work.Signature.On }
                : one),
        ];
    }
}

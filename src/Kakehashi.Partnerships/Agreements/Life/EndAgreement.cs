using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Operations: an agreement comes into force on its day, or ends.</summary>
public static class EndAgreement
{
    /// <summary>The day of a concluded agreement has come.</summary>
    /// <returns>Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.not-yet</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the agreement.</exception>
    public static Task<Result<AgreementProcedure>> ComeIntoForceAsync(this Workspace workspace, SeenAgreement seen, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.ComeIntoForce, null, actor, async work =>
        {
            actor.DemandWrite(workspace.Types[typeof(Agreement)], work.Before);
            if (work.Before.EffectiveFrom > work.Signature.On) return AgreementRefusals.NotYet;
            await RenewAgreement.FormerAsync(workspace, work.Session, work.Agreement, work.Signature, cancel);
            return AgreementState.InForce;
        }, cancel);

    /// <summary>Its last day has passed, and nothing takes its place.</summary>
    /// <returns>Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.not-over</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the agreement.</exception>
    public static Task<Result<AgreementProcedure>> ExpireAgreementAsync(this Workspace workspace, SeenAgreement seen, string? remark, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.Expire, remark, actor, work =>
        {
            actor.DemandWrite(workspace.Types[typeof(Agreement)], work.Before);
            Result<AgreementState> decided = work.Before.ExpiresOn is { } end && end < work.Signature.On ? AgreementState.Expired : AgreementRefusals.NotOver;
            return Task.FromResult(decided);
        }, cancel);

    /// <summary>It is ended before its last day.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="seen">The agreement.</param>
    /// <param name="day">Its last day from now on.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.no-reason</c>, <c>agreement.no-day</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the agreement.</exception>
    public static Task<Result<AgreementProcedure>> TerminateAgreementAsync(this Workspace workspace, SeenAgreement seen, DateOnly? day, string? reason, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.Terminate, reason, actor, work =>
        {
            actor.DemandWrite(workspace.Types[typeof(Agreement)], work.Before);
            return Task.FromResult(Terminate(work, day, reason));
        }, cancel);

    private static Result<AgreementState> Terminate(AgreementWork work, DateOnly? day, string? reason)
    {
        if (WritingAgreement.Remark(reason) is not { Length: > 0 } said) return AgreementRefusals.NoReason;
        if (day is not { } end || end > work.Signature.On || end < (work.Before.EffectiveFrom ?? work.Before.SignedOn)) return AgreementRefusals.NoDay;
        (work.Agreement.ExpiresOn, work.Procedure.EndReason) = (end, said);
        return AgreementState.Terminated;
    }
}

using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements.Evaluating;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Values;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Operations: what is done before an agreement ends, so that another takes its place.</summary>
public static class RenewAgreement
{
    private const int ReferenceLength = 60;

    /// <summary>The review before its end begins.</summary>
    /// <returns>Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.review-is-open</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the agreement.</exception>
    public static Task<Result<AgreementProcedure>> OpenReviewAsync(this Workspace workspace, SeenAgreement seen, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.OpenReview, null, actor, work =>
        {
            actor.DemandWrite(workspace.Types[typeof(Agreement)], work.Before);
            if (work.Procedure.ReviewOpenedOn is not null) return Task.FromResult<Result<AgreementState>>(AgreementRefusals.ReviewIsOpen);
            work.Procedure.ReviewOpenedOn = work.Signature.On;
            return Task.FromResult<Result<AgreementState>>(work.Before.State);
        }, cancel);

    /// <summary>The evaluation is written, or written again; the sheet that was before whoever evaluates is kept with it.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="seen">The agreement.</param>
    /// <param name="text">The judgement.</param>
    /// <param name="sheet">The sheet as it was seen; null where none was.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.no-text</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the agreement.</exception>
    public static Task<Result<AgreementProcedure>> EvaluateAgreementAsync(this Workspace workspace, SeenAgreement seen, string? text, EvaluationSheet? sheet, Actor actor, CancellationToken cancel) =>
        WritingAgreement.WriteAsync(workspace, seen, AgreementStep.Evaluate, null, actor, work =>
        {
            actor.DemandWrite(workspace.Types[typeof(Agreement)], work.Before);
            if (WritingAgreement.Remark(text) is not { Length: > 0 } written) return Task.FromResult<Result<AgreementState>>(AgreementRefusals.NoText);
            work.Procedure.ReviewOpenedOn ??= work.Signature.On;
            (work.Procedure.Evaluation, work.Procedure.EvaluatedOn) = (written, work.Signature.On);
            work.Procedure.Sheet = sheet is null ? null : KeptDocuments.Put(work.Session, sheet.ToBytes(), EvaluationSheet.Media);
            return Task.FromResult<Result<AgreementState>>(work.Before.State);
        }, cancel);

    /// <summary>Proposes the agreement that is to take its place: the same terms from the day after its last, as a draft with a procedure of its own.</summary>
    /// <returns>Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.not-evaluated</c>, <c>agreement.renewal-is-there</c>.</returns>
    /// <exception cref="NotAllowedException">The actor may not write the agreement.</exception>
    public static async Task<Result<long>> ProposeRenewalAsync(this Workspace workspace, SeenAgreement seen, Actor actor, CancellationToken cancel)
    {
        long made = 0;
        var done = await WritingAgreement.WriteAsync(workspace, seen, AgreementStep.ProposeRenewal, null, actor, async work =>
        {
            var type = workspace.Types[typeof(Agreement)];
            actor.DemandWrite(type, work.Before);
            if (work.Procedure.EvaluatedOn is null) return AgreementRefusals.NotEvaluated;
            var (context, id) = (work.Session.Read(), work.Before.Id);
            if (await context.Set<Agreement>().AnyAsync(one => one.Former == id && !one.IsWithdrawn, cancel)) return AgreementRefusals.RenewalIsThere;
            var renewal = Of(type, work.Before, await FreeAsync(context, type, work.Before.Reference, cancel));
            work.Session.Create(type, renewal);
            made = renewal.Number;
            var procedure = AgreementProcedure.Next(renewal, null);
            (procedure.EvaluatedOn, procedure.Evaluation, procedure.Sheet) = (work.Procedure.EvaluatedOn, work.Procedure.Evaluation, work.Procedure.Sheet);
            work.Session.Create(workspace.Types[typeof(AgreementProcedure)], procedure);
            return work.Before.State;
        }, cancel);
        return done.IsDone ? made : done.Refusal;
    }

    /// <summary>The agreement that this one renews is renewed, now that this one is in force.</summary>
    internal static async Task FormerAsync(Workspace workspace, ChangeSession session, Agreement renewal, AgreementSignature signature, CancellationToken cancel)
    {
        if (renewal.Former is not { } former) return;
        var (type, procedures, context) = (workspace.Types[typeof(Agreement)], workspace.Types[typeof(AgreementProcedure)], session.Read());
        if ((await context.LoadAsync(type, [former.Value], cancel)).SingleOrDefault() is not Agreement { IsWithdrawn: false } before || !AgreementSteps.Leads(before.State, AgreementStep.Renew, AgreementState.Renewed)) return;
        var after = before.Copy();
        after.State = AgreementState.Renewed;
        session.Update(type, before, after);
        var procedure = await WritingAgreement.ProcedureAsync(context, before, cancel);
        var traced = AgreementProcedure.Next(before, procedure);
        traced.Note(AgreementStep.Renew, before.State, AgreementState.Renewed, signature, renewal.Reference);
        if (procedure is null) session.Create(procedures, traced);
        else session.Update(procedures, procedure, traced);
    }

    private static Agreement Of(RecordType type, Agreement before, string reference)
    {
        var (from, years) = (before.ExpiresOn?.AddDays(1), before is { EffectiveFrom: { } start, ExpiresOn: { } end } ? Math.Max(1, (int)Math.Round((end.DayNumber - start.DayNumber) / 365.25)) : 5);
        var renewal = (Agreement)type.New();
        foreach (var field in type.Fields) field.Write(renewal, field.Read(before));
        renewal.Renews(before.Id, reference);
        (renewal.State, renewal.SignedOn, renewal.EffectiveFrom, renewal.ExpiresOn) = (AgreementState.Draft, null, from, from?.AddYears(years).AddDays(-1));
        return renewal;
    }

    /// <summary>The reference with R2 behind it, or the next that nobody has.</summary>
    private static async Task<string> FreeAsync(RecordsContext context, RecordType type, string reference, CancellationToken cancel)
    {
        var stem = StorableText.Line(reference);
        for (var at = 2; ; at++)
        {
            var end = $"-R{at}";
            var tried = (stem.Length + end.Length > ReferenceLength ? stem[..(ReferenceLength - end.Length)] : stem) + end;
            if ((await context.ResolveAsync(type, [tried], cancel)).Count == 0) return tried;
        }
    }
}

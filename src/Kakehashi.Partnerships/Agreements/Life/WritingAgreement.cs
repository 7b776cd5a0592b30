using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>An agreement as whoever acts has seen it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Version">Its version.</param>
/// <param name="ProcedureVersion">That of its procedure; 0 where it had none.</param>
public sealed record SeenAgreement(long Number, int Version, int ProcedureVersion);

/// <summary>Who does something, and on which day.</summary>
/// <param name="By">The name of the account.</param>
/// <param name="On">Today.</param>
public sealed record AgreementSignature(string By, DateOnly On);

/// <summary>What an operation decides on, and what it changes: both copies are written when it agrees.</summary>
/// <param name="Session">The transaction.</param>
/// <param name="Before">The agreement as it is.</param>
/// <param name="Agreement">The agreement as it is to be.</param>
/// <param name="Procedure">Its procedure as it is to be.</param>
/// <param name="Guideline">The version it is judged by.</param>
/// <param name="Case">What the guideline is asked of: as it is now.</param>
/// <param name="Signature">Who and when.</param>
internal sealed record AgreementWork(ChangeSession Session, Agreement Before, Agreement Agreement, AgreementProcedure Procedure, GuidelineVersion Guideline, AgreementCase Case, AgreementSignature Signature)
{
    /// <summary>What the guideline says of the agreement as it is to be.</summary>
    public IReadOnlyList<RuleFinding> Judge() => GuidelineCheck.Judge(Guideline, Case with { Agreement = Agreement, Procedure = Procedure });
}

/// <summary>How every operation writes an agreement with its procedure: one transaction, the versions that were seen, a step that the table allows.</summary>
internal static class WritingAgreement
{
    public static async Task<Result<AgreementProcedure>> WriteAsync(
        Workspace workspace, SeenAgreement seen, AgreementStep step, string? remark, Actor actor, Func<AgreementWork, Task<Result<AgreementState>>> decide, CancellationToken cancel)
    {
        var guideline = GuidelineReader.Read(workspace);
        if (!guideline.IsDone) return guideline.Refusal;
        var (type, procedures) = (workspace.Types[typeof(Agreement)], workspace.Types[typeof(AgreementProcedure)]);
        if (Remark(remark) is not { } said) return AgreementRefusals.LongRemark;
        // who looks at a proposal need not be who may write it: each operation says whom it is for
        using var session = workspace.Begin(ChangeOrigin.Operation(actor, Right.See));
        session.Hold(type, seen.Number);
        var context = session.Read();
        if (await context.FindAsync(type, seen.Number, actor, cancel) is not Agreement { IsWithdrawn: false } visible) return AgreementRefusals.Unknown;
        // what is personal in it is masked for some of those who act, and a masked record is never written
        var before = visible.IsMasked ? (Agreement)(await context.LoadAsync(type, [seen.Number], cancel)).Single() : visible;
        if (!AgreementSteps.Can(before.State, step)) return AgreementRefusals.NotNow;
        var procedure = await ProcedureAsync(context, before, cancel);
        if (before.Version != seen.Version || (procedure?.Version ?? 0) != seen.ProcedureVersion) return AgreementRefusals.ChangedMeanwhile;
        var around = await GuidelineReading.AroundAsync(context, before, workspace.Today, cancel);
        var after = AgreementProcedure.Next(before, procedure);
        var work = new AgreementWork(session, before, before.Copy(), after, guideline.Value.For(before, workspace.Today), new(before, procedure, around, workspace.Today), new(actor.Name, workspace.Today));
        var decided = await decide(work);
        if (!decided.IsDone) return decided.Refusal;
        Trace(work, step, decided.Value, said);
        try
        {
            session.Update(type, before, work.Agreement);
            if (procedure is null) session.Create(procedures, after);
            else session.Update(procedures, procedure, after);
            session.Commit();
            return after;
        }
        catch (Exception fault) when (fault is ConflictException or DuplicateKeyException)
        {
            return AgreementRefusals.ChangedMeanwhile;
        }
    }

    /// <summary>The procedure of an agreement; null where nothing has been done yet.</summary>
    public static async Task<AgreementProcedure?> ProcedureAsync(RecordsContext context, Agreement agreement, CancellationToken cancel)
    {
        var reference = agreement.Id.ToString();
        return await context.Set<AgreementProcedure>().FirstOrDefaultAsync(one => one.Reference == reference && !one.IsWithdrawn, cancel);
    }

    /// <summary>A remark as it is kept; null where it is too long.</summary>
    public static string? Remark(string? text)
    {
        var remark = StorableText.Lines(text ?? "").Trim();
        return remark.Length > AgreementProcedureRecord.RemarkLength ? null : remark;
    }

    private static void Trace(AgreementWork work, AgreementStep step, AgreementState to, string remark)
    {
        if (!AgreementSteps.Leads(work.Before.State, step, to)) throw new InvalidOperationException($"{step} leads from {work.Before.State} to {to}, which the table does not have.");
        work.Agreement.State = to;
        work.Procedure.Note(step, work.Before.State, to, work.Signature, remark);
    }
}

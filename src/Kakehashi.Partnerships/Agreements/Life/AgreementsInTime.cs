using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Does by itself what a day brings: concluded agreements come into force, and the review before the end of one begins.</summary>
public sealed class AgreementsInTime(Workspace workspace)
{
    /// <summary>As many as one transaction takes; the rest waits for the next turn.</summary>
    private const int Most = 500;

    /// <summary>Does what is due, in one transaction; how many agreements that were.</summary>
    /// <exception cref="ConflictException">Somebody acted on one of them meanwhile; the next turn tries again.</exception>
    public async Task<int> DoAsync(CancellationToken cancel)
    {
        if (GuidelineReader.Read(workspace).Value is not { } guideline) return 0;
        var today = workspace.Today;
        var until = today.AddMonths(guideline.On(today).ReviewMonths);
        if (!await IsAnyDueAsync(today, until, cancel)) return 0;
        using var session = workspace.Begin(ChangeOrigin.Operation(Actor.Program));
        var context = session.Read();
        var due = await Due(context, today, until).OrderBy(one => one.Id).Take(Most).ToListAsync(cancel);
        var references = due.ConvertAll(one => one.Id.ToString());
        var procedures = await context.Set<AgreementProcedure>().Where(one => references.Contains(one.Reference)).ToDictionaryAsync(one => one.Reference, cancel);
        foreach (var agreement in due) await DoAsync(session, agreement, procedures.GetValueOrDefault(agreement.Id.ToString()), today, cancel);
        session.Commit();
        return due.Count;
    }

    private async Task<bool> IsAnyDueAsync(DateOnly today, DateOnly until, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await Due(context, today, until).AnyAsync(cancel);
    }

    private static IQueryable<Agreement> Due(RecordsContext context, DateOnly today, DateOnly until)
    {
        var opened = context.Set<AgreementProcedure>().Where(one => one.ReviewOpenedOn != null && !one.IsWithdrawn).Select(one => one.Agreement);
        return context.Set<Agreement>().Where(one => !one.IsWithdrawn
            && ((one.State == AgreementState.Concluded && one.EffectiveFrom <= today)
                || (one.State == AgreementState.InForce && !one.RenewsByItself && one.ExpiresOn >= today && one.ExpiresOn < until && !opened.Contains(one.Id))));
    }

    private async Task DoAsync(ChangeSession session, Agreement before, AgreementProcedure? procedure, DateOnly today, CancellationToken cancel)
    {
        var (type, procedures) = (workspace.Types[typeof(Agreement)], workspace.Types[typeof(AgreementProcedure)]);
        var step = before.State == AgreementState.Concluded ? AgreementStep.ComeIntoForce : AgreementStep.OpenReview;
        var (agreement, after, signature) = (before.Copy(), AgreementProcedure.Next(before, procedure), new AgreementSignature(Actor.Program.Name, today));
        if (step == AgreementStep.OpenReview) after.ReviewOpenedOn = today;
        agreement.State = AgreementState.InForce;
        after.Note(step, before.State, agreement.State, signature);
        session.Update(type, before, agreement);
        if (procedure is null) session.Create(procedures, after);
        else session.Update(procedures, procedure, after);
        if (step == AgreementStep.ComeIntoForce) await RenewAgreement.FormerAsync(workspace, session, agreement, signature, cancel);
    }
}

using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>A signature as it is recorded.</summary>
/// <param name="Party">Which of the parties, from 0.</param>
/// <param name="Day">When.</param>
/// <param name="Signatory">Who signed.</param>
/// <param name="Office">As what.</param>
public sealed record GivenSignature(int Party, DateOnly? Day, string? Signatory, string? Office);

/// <summary>Operation: a party has signed. With the last one the agreement is concluded, and in force when its day has come.</summary>
public static class SignAgreement
{
    /// <summary>An agreement without a last day is for as long, unless it renews by itself.</summary>
    private const int UsualYears = 5;

    /// <summary>Records a signature.</summary>
    /// <returns>
    /// Refusals: <c>agreement.unknown</c>, <c>agreement.not-now</c>, <c>agreement.changed-meanwhile</c>, <c>agreement.rules-not-met</c>, <c>agreement.no-party</c>,
    /// <c>agreement.no-day</c>, <c>agreement.long-name</c>, <c>guideline.mistakes</c>.
    /// </returns>
    /// <exception cref="NotAllowedException">The actor may not write the agreement.</exception>
    public static Task<Result<AgreementProcedure>> SignAgreementAsync(this Workspace workspace, SeenAgreement seen, GivenSignature signature, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return WritingAgreement.WriteAsync(workspace, seen, AgreementStep.Sign, null, actor, async work =>
        {
            actor.DemandWrite(workspace.Types[typeof(Agreement)], work.Before);
            var decided = Decide(work, signature);
            if (decided is { IsDone: true, Value: AgreementState.InForce }) await RenewAgreement.FormerAsync(workspace, work.Session, work.Agreement, work.Signature, cancel);
            return decided;
        }, cancel);
    }

    private static Result<AgreementState> Decide(AgreementWork work, GivenSignature given)
    {
        var procedure = work.Procedure;
        if (procedure.Signatures.ElementAtOrDefault(given.Party) is not { SignedOn: null } waiting) return AgreementRefusals.NoParty;
        if (given.Day is not { } day || day > work.Signature.On || day < procedure.ApprovedOn) return AgreementRefusals.NoDay;
        var (signatory, office) = (StorableText.Line(given.Signatory ?? "").Trim(), StorableText.Line(given.Office ?? "").Trim());
        if (signatory.Length > AgreementProcedureRecord.NameLength || office.Length > AgreementProcedureRecord.NameLength) return AgreementRefusals.LongName;
        var held = work.Judge().Where(one => one.Holds(RulePoint.Signature)).ToList();
        if (held.Count > 0) return AgreementRefusals.RulesNotMet(held);
        var signed = new PartySignature { Organisation = waiting.Organisation, Party = waiting.Party, Signatory = Of(signatory), Office = Of(office), SignedOn = day };
        procedure.Signatures = [.. procedure.Signatures.Select(one => ReferenceEquals(one, waiting) ? signed : one)];
        return procedure.IsSigned ? Conclude(work) : AgreementState.Approved;
    }

    private static AgreementState Conclude(AgreementWork work)
    {
        var (agreement, last) = (work.Agreement, work.Procedure.Signatures.Max(one => one.SignedOn)!.Value);
        agreement.SignedOn = last;
        // it cannot have been in force before all had signed; a later day that was agreed stays
        if (agreement.EffectiveFrom is not { } from || from < last) agreement.EffectiveFrom = last;
        if (!agreement.RenewsByItself) agreement.ExpiresOn ??= agreement.EffectiveFrom.Value.AddYears(UsualYears).AddDays(-1);
        return agreement.EffectiveFrom > work.Signature.On ? AgreementState.Concluded : AgreementState.InForce;
    }

    private static string? Of(string text) => text.Length > 0 ? text : null;
}

using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Life;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Guidelines;

/// <summary>What a guideline says of an agreement, and by which version.</summary>
/// <param name="Version">The version it is judged by.</param>
/// <param name="Next">The version after it; null where there is none.</param>
/// <param name="Findings">By that version, as it is now.</param>
/// <param name="ByNext">By the next one.</param>
/// <param name="Procedure">The agreement's procedure; null where nothing has been done.</param>
public sealed record JudgedAgreement(GuidelineVersion Version, GuidelineVersion? Next, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<RuleFinding> ByNext, AgreementProcedure? Procedure);

/// <summary>Reads what a guideline is asked of.</summary>
public static class GuidelineReading
{
    internal static readonly AgreementState[] Concluded = [AgreementState.InForce, AgreementState.Renewed, AgreementState.Expired, AgreementState.Terminated];
    internal static readonly OrgUnitKind[] Departments = [OrgUnitKind.Faculty, OrgUnitKind.GraduateSchool, OrgUnitKind.Institute, OrgUnitKind.Centre, OrgUnitKind.Department];

    /// <summary>What the guideline says of an agreement now.</summary>
    /// <param name="workspace">The database.</param>
    /// <param name="agreement">One that the actor may see; it may be masked.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Refusal: <c>guideline.mistakes</c>.</returns>
    public static async Task<Result<JudgedAgreement>> JudgeAsync(this Workspace workspace, Agreement agreement, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(agreement);
        var guideline = GuidelineReader.Read(workspace);
        if (!guideline.IsDone) return guideline.Refusal;
        await using var context = workspace.Database.Read();
        // whether there is a contact is no secret, who it is may be
        var whole = agreement.IsMasked ? (Agreement)(await context.LoadAsync(workspace.Types[typeof(Agreement)], [agreement.Number], cancel)).Single() : agreement;
        var procedure = await WritingAgreement.ProcedureAsync(context, whole, cancel);
        var asked = new AgreementCase(whole, procedure, await AroundAsync(context, whole, workspace.Today, cancel), workspace.Today);
        var version = guideline.Value.For(whole, workspace.Today);
        var next = guideline.Value.After(version);
        return new JudgedAgreement(version, next, GuidelineCheck.Judge(version, asked), next is null ? [] : GuidelineCheck.Judge(next, asked), procedure);
    }

    /// <summary>Who is named to look at proposals.</summary>
    internal static async Task<IReadOnlyList<AgreementReviewer>> ReviewersAsync(this Workspace workspace, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return await Looking.ReviewersAsync(context, cancel);
    }

    /// <summary>What the database knows around one agreement.</summary>
    internal static async Task<AgreementSurroundings> AroundAsync(RecordsContext context, Agreement agreement, DateOnly today, CancellationToken cancel)
    {
        var parent = agreement.Parent is { } of ? await context.Set<Agreement>().FirstOrDefaultAsync(one => one.Id == of && !one.IsWithdrawn, cancel) : null;
        var units = agreement.OtherUnits.Select(one => one.Unit).Append(agreement.Unit).OfType<Id<OrgUnit>>().Distinct().ToArray();
        var departments = await context.Set<OrgUnit>().CountAsync(unit => units.Contains(unit.Id) && Departments.Contains(unit.Kind), cancel);
        if (agreement.Partner is not { } partner) return new(parent, departments, 0, 0);
        var others = await context.Set<Agreement>().Where(one => one.Partner == partner && one.Id != agreement.Id && !one.IsWithdrawn)
            .GroupBy(one => 1).Select(all => new
            {
                OfDepartments = all.Sum(one => one.Level == AgreementLevel.Department && Concluded.Contains(one.State) ? 1 : 0),
                InForce = all.Sum(one => one.State == AgreementState.InForce && (one.RenewsByItself || one.ExpiresOn == null || one.ExpiresOn >= today) ? 1 : 0),
            }).FirstOrDefaultAsync(cancel);
        return new(parent, departments, others?.OfDepartments ?? 0, others?.InForce ?? 0);
    }
}

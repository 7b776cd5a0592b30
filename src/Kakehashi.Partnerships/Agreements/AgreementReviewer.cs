using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Records;

namespace Kakehashi.Partnerships.Agreements;

/// <summary>Who looks at proposals at a step of the route, and who does so while that person is absent.</summary>
public sealed class AgreementReviewer : Record<AgreementReviewer>
{
    public ApprovalStep Step { get; private set; }

    /// <summary>For the proposals of this unit alone; null for all.</summary>
    public Id<OrgUnit>? Unit { get; private set; }

    public string Account { get; private set; } = "";

    public string? Deputy { get; private set; }

    public DateOnly? AbsentFrom { get; private set; }

    public DateOnly? AbsentUntil { get; private set; }

    /// <summary>Whether the deputy looks in that person's place on a day.</summary>
    internal bool IsAbsent(DateOnly day) => AbsentFrom is { } from && from <= day && (AbsentUntil is null || AbsentUntil >= day);
}

public sealed class AgreementReviewerRecord : IRecordType<AgreementReviewer>
{
    public static void Define(Definition<AgreementReviewer> record)
    {
        record.Named(("協定の審査担当者", "Agreement reviewer"), ("協定の審査担当者", "Agreement reviewers"), "agreement-reviewers");
        record.Identity(one => $"{CodeNames.Of(one.Step)}:{one.Unit?.ToString() ?? "*"}:{one.Account}" is var key && one.Account.Length > 0 ? key : null);
        record.Caption(one => new(one.Account, one.Account));
        record.WrittenWith(Right.WriteShared);

        record.Choice(one => one.Step, ("審査する部門", "Looks at it"), GuidelineWords.Of).Required().Listed();
        record.Link(one => one.Unit, ("部局", "Unit")).Listed().Help(("この部局の提案だけを見るとき。空欄はすべて。", "For the proposals of this unit alone; empty for all."));
        record.Line(one => one.Account, ("利用者名", "Account"), 120).Required().Listed().Searched();
        record.Line(one => one.Deputy, ("代理者の利用者名", "Deputy’s account"), 120).Listed();
        record.Day(one => one.AbsentFrom, ("不在の初日", "Absent from")).Listed();
        record.Day(one => one.AbsentUntil, ("不在の最終日", "Absent until")).Listed();

        record.Check("record.ends-before-start", one => one.AbsentUntil, one => one.AbsentFrom is null || one.AbsentUntil is null || one.AbsentFrom <= one.AbsentUntil,
            ("不在の最終日が初日より前です。どちらかの日付を直してください。", "The absence ends before it begins. Correct one of the two dates."));
        record.Check("agreement_reviewer.own-deputy", one => one.Deputy, one => one.Deputy is null || !string.Equals(one.Deputy, one.Account, StringComparison.OrdinalIgnoreCase),
            ("代理者には、別の人を選んでください。", "Choose somebody else as the deputy."));
    }
}

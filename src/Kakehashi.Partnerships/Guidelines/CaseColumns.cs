using Kakehashi.Analytics.Facts;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;

namespace Kakehashi.Partnerships.Guidelines;

/// <summary>One thing that a rule may ask of an agreement.</summary>
/// <param name="Name">As conditions spell it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Read">Its value; null where that cannot be said yet.</param>
public sealed record CaseColumn(string Name, FactType Type, Text Label, Func<AgreementCase, object?> Read);

/// <summary>All that the rules of a guideline may ask of an agreement, its parties and the database.</summary>
public static class CaseColumns
{
    private const int MonthsOfYear = 12;

    public static IReadOnlyList<CaseColumn> All { get; } =
    [
        new("type", FactType.Text, ("種類", "Type"), one => CodeNames.Of(one.Agreement.Type)),
        new("level", FactType.Text, ("締結の単位", "Level"), one => CodeNames.Of(one.Agreement.Level)),
        new("state", FactType.Text, ("状態", "State"), one => CodeNames.Of(one.Agreement.State)),
        Flag("has_partner", ("相手機関が登録されている", "The partner is linked"), one => one.Agreement.Partner is not null),
        Whole("parties", ("相手機関の数", "Partners"), one => (one.Agreement.Partner is null && one.Agreement.PartnerName is null ? 0 : 1) + one.Agreement.OtherParties.Count),
        Whole("purposes", ("目的の数", "Purposes"), one => one.Agreement.Purposes.Count),
        Flag("has_unit", ("担当部局がある", "A unit is responsible"), one => one.Agreement.Unit is not null),
        Flag("has_contact", ("担当者がいる", "There is a contact"), one => !string.IsNullOrEmpty(one.Agreement.Contact)),
        Whole("department_units", ("参加する部局の数", "Departments that take part"), one => one.Around.DepartmentUnits),
        Whole("department_agreements", ("同じ相手との部局間協定の数", "Department-level agreements with the partner"), one => one.Around.DepartmentAgreements),
        Whole("partner_agreements", ("同じ相手との有効な協定の数", "Other agreements in force with the partner"), one => one.Around.PartnerAgreements),
        Flag("has_past_activity", ("交流実績の記載がある", "Past activity is described"), one => !string.IsNullOrEmpty(one.Agreement.PastActivity)),
        Flag("has_plan", ("交流計画の記載がある", "A plan is described"), one => !string.IsNullOrEmpty(one.Agreement.Plan)),
        Flag("has_parent", ("基になる協定がある", "There is a parent agreement"), one => one.Agreement.Parent is not null),
        Flag("parent_is_live", ("基になる協定が有効", "The parent agreement is in force"), one => one.Around.Parent is { State: AgreementState.InForce } parent && (parent.RenewsByItself || parent.ExpiresOn is null || parent.ExpiresOn >= one.Today)),
        Flag("is_renewal", ("更新の提案", "It renews another"), one => one.Agreement.Former is not null),
        Flag("renews_by_itself", ("自動更新", "It renews by itself"), one => one.Agreement.RenewsByItself),
        Flag("has_expiry", ("満了日がある", "There is a last day"), one => one.Agreement.ExpiresOn is not null),
        new("term_months", FactType.Whole, ("期間(月)", "Term, months"), one => one.Agreement is { EffectiveFrom: { } from, ExpiresOn: { } to } ? Months(from, to) : null),
        new("signatory", FactType.Text, ("本学の署名者", "Signs for the university"), one => one.Agreement.Signatory is { } office ? CodeNames.Of(office) : null),
        new("effective_on_last_signature", FactType.Flag, ("最後の署名の日に発効", "In force from the last signature"), LastSignature),
        new("route_is_complete", FactType.Flag, ("承認の経路を順に終えた", "The route of approval was gone in order"), one => one.Procedure is { IsApproved: true } ? true : null),
        new("export_control_is_done", FactType.Flag, ("輸出管理の確認を終えた", "Export control has looked at it"), one => one.Procedure?.Latest(ApprovalStep.ExportControl) is { State: ApprovalState.Approved } ? true : null),
        new("legal_is_done", FactType.Flag, ("法務の確認を終えた", "Legal has looked at it"), one => one.Procedure?.Latest(ApprovalStep.Legal) is { State: ApprovalState.Approved } ? true : null),
        new("review_is_open", FactType.Flag, ("更新の検討を始めた", "The review before its end has begun"), one => one.Procedure?.ReviewOpenedOn is not null),
        new("months_to_expiry", FactType.Whole, ("満了までの月数", "Months until it expires"), one => one.Agreement.ExpiresOn is { } end ? Months(one.Today, end) : null),
        new("evaluation_is_made", FactType.Flag, ("更新前の評価を終えた", "It was evaluated before its renewal"), one => one.Agreement.Former is null ? null : one.Procedure?.EvaluatedOn is not null),
        new("has_signed_copy", FactType.Flag, ("署名済みの写しがある", "A signed copy is kept"), one => one.Procedure?.HasSignedCopy == true ? true : one.Procedure is { IsSigned: true } ? false : null),
        new("students_out", FactType.Whole, ("派遣学生の上限(年間)", "Outgoing students a year"), one => one.Students(ExchangeDirection.Out)),
        new("students_in", FactType.Whole, ("受入学生の上限(年間)", "Incoming students a year"), one => one.Students(ExchangeDirection.In)),
        new("stay_months", FactType.Whole, ("滞在の上限(月)", "Longest stay, months"), one => one.Agreement.Places.Max(term => term.StayMonths) is { } months ? (long)months : null),
        new("notice_months", FactType.Whole, ("解約の予告(月)", "Notice of termination, months"), one => one.Agreement.NoticeMonths is { } months ? (long)months : null),
        new("authoritative_language", FactType.Text, ("正文の言語", "Authoritative language"), one => one.Agreement.AuthoritativeLanguage),
        Flag("is_strategic", ("戦略的連携", "Strategic partnership"), one => one.Agreement.IsStrategic),
        .. Enum.GetValues<ClauseTopic>().Select(topic => Flag($"states_{CodeNames.Of(topic)}", ($"定めがある：{AgreementWords.Of(topic).Ja}", $"The text deals with: {AgreementWords.Of(topic).En}"), one => one.States(topic))),
    ];

    /// <summary>What conditions may name.</summary>
    public static FactSchema Schema { get; } = new("agreement_case", ("協定", "Agreement"), [.. All.Select(column => new FactColumn(column.Name, column.Type, column.Label))]);

    internal static IReadOnlyDictionary<string, object> NoParameters { get; } = new Dictionary<string, object>();

    private static CaseColumn Flag(string name, Text label, Func<AgreementCase, bool> read) => new(name, FactType.Flag, label, one => read(one));

    private static CaseColumn Whole(string name, Text label, Func<AgreementCase, int> read) => new(name, FactType.Whole, label, one => (long)read(one));

    /// <summary>Whole months from one day to the end of another: five years are sixty, whatever years they are.</summary>
    private static object Months(DateOnly from, DateOnly to)
    {
        var after = to.AddDays(1);
        return (long)((after.Year - from.Year) * MonthsOfYear) + after.Month - from.Month - (after.Day < from.Day ? 1 : 0);
    }

    private static object? LastSignature(AgreementCase one) => one.Procedure is { IsSigned: true } procedure && one.Agreement.EffectiveFrom is { } from
        ? procedure.Signatures.Max(signature => signature.SignedOn) == from
        : null;
}

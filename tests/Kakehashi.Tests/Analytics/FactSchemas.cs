using Kakehashi.Analytics.Facts;

namespace Kakehashi.Tests.Analytics;

/// <summary>The facts that the shipped indicators live on, as the records project them.</summary>
public static class FactSchemas
{
    public static FactSchema Mobility { get; } = new("mobility", ("学生・研究者の移動", "Mobility"),
    [
        new("person", FactType.Text, ("人(仮名)", "Person (pseudonym)")),
        Code("direction", ("受入・派遣", "Direction")),
        Code("kind", ("区分", "Kind")),
        Code("level", ("課程", "Level")),
        Code("programme", ("プログラム", "Programme")),
        Code("field", ("分野", "Field"), "isced_f"),
        Code("country", ("相手国・地域", "Country"), "country"),
        Code("region", ("地域", "Region"), "m49"),
        Code("nationality", ("国籍", "Nationality"), "country"),
        Code("sex", ("性別", "Sex")),
        new("organisation", FactType.Whole, ("相手機関", "Partner"), IsDimension: true),
        Code("duration_band", ("期間区分", "Duration band")),
        new("days", FactType.Whole, ("日数", "Days")),
        new("semesters", FactType.Whole, ("学期数", "Student-semesters")),
        new("credits", FactType.Number, ("単位数", "Credits")),
        Code("funding", ("資金", "Funding")),
        Code("residence_status", ("在留資格", "Status of residence")),
        new("under_agreement", FactType.Flag, ("協定に基づく", "Under an agreement"), IsDimension: true),
        new("agreement", FactType.Whole, ("協定", "Agreement"), IsDimension: true),
    ], lasts: true);

    public static FactSchema StudentHeadcount { get; } = new("student_headcount", ("学生数", "Student headcount"),
    [
        Code("nationality", ("国籍", "Nationality"), "country"),
        Code("region", ("地域", "Region"), "m49"),
        Code("level", ("課程", "Level")),
        Code("sex", ("性別", "Sex")),
        new("degree_seeking", FactType.Flag, ("学位取得目的", "Degree seeking"), IsDimension: true),
        new("persons", FactType.Whole, ("人数", "Persons")),
    ]);

    public static FactSchema StaffHeadcount { get; } = new("staff_headcount", ("教職員数", "Staff headcount"),
    [
        Code("nationality", ("国籍", "Nationality"), "country"),
        Code("region", ("地域", "Region"), "m49"),
        Code("category", ("職種", "Category")),
        Code("sex", ("性別", "Sex")),
        new("persons", FactType.Whole, ("人数", "Persons")),
    ]);

    public static FactSchema Agreement { get; } = new("agreement", ("協定", "Agreement"),
    [
        new("organisation", FactType.Whole, ("相手機関", "Partner"), IsDimension: true),
        Code("country", ("国・地域", "Country"), "country"),
        Code("region", ("地域", "Region"), "m49"),
        Code("type", ("種類", "Type")),
        Code("level", ("締結の単位", "Level")),
        Code("state", ("状態", "State")),
        new("places_in", FactType.Whole, ("受入枠(学期)", "Incoming places, semesters")),
        new("places_out", FactType.Whole, ("派遣枠(学期)", "Outgoing places, semesters")),
        new("has_other_units", FactType.Flag, ("他の部局も関わる", "Other units take part")),
        new("renews_by_itself", FactType.Flag, ("自動更新", "Renews by itself")),
        new("recognises_credits", FactType.Flag, ("単位の認定の定め", "States the recognition of credits")),
    ], lasts: true);

    public static FactSchema OverseasBase { get; } = new("overseas_base", ("海外拠点", "Overseas bases"),
    [
        Code("country", ("国・地域", "Country"), "country"),
        Code("region", ("地域", "Region"), "m49"),
    ], lasts: true);

    public static FactSchema AgreementProcedure { get; } = new("agreement_procedure", ("協定手続", "Agreement procedures"),
    [
        new("days_to_approval", FactType.Whole, ("承認までの日数", "Days to approval")),
        new("days_department", FactType.Whole, ("部局の日数", "Days at the department")),
        new("days_office", FactType.Whole, ("国際担当の日数", "Days at the office")),
        new("days_legal", FactType.Whole, ("法務の日数", "Days at legal")),
        new("days_export_control", FactType.Whole, ("輸出管理の日数", "Days at export control")),
        new("days_executive", FactType.Whole, ("役員の日数", "Days at the executive")),
        new("met_at_first", FactType.Flag, ("最初の提出で適合", "Met at the first submission")),
        new("is_approved", FactType.Flag, ("承認済み", "Approved")),
    ]);

    public static FactSchema ManualFigure { get; } = new("manual_figure", ("手入力の数値", "Manual figures"),
    [
        Code("indicator", ("指標の番号", "Indicator")),
        new("numerator", FactType.Number, ("値・分子", "Value or numerator")),
        new("denominator", FactType.Number, ("分母", "Denominator")),
        new("period_kind", FactType.Text, ("期間の種類", "Kind of period")),
    ]);

    public static FactSchema ExportReview { get; } = new("export_review", ("取引審査", "Export review"),
    [
        Code("subject", ("審査の対象", "Subject")),
        Code("outcome", ("決定", "Decision")),
        new("days", FactType.Whole, ("申請から決定までの日数", "Days from submission to decision")),
    ]);

    public static FactSchema ScreeningCase { get; } = new("screening_case", ("照合案件", "Screening cases"),
    [
        Code("state", ("状態", "State")),
        Code("kind", ("個人・機関", "Person or organisation")),
        new("days", FactType.Whole, ("日数", "Days")),
    ], lasts: true);

    public static FactSchema PartnerTier { get; } = new("partner_tier", ("連携先の区分", "Tiers of partners"),
    [
        new("organisation", FactType.Whole, ("相手機関", "Partner"), IsDimension: true),
        Code("country", ("国・地域", "Country"), "country"),
        Code("region", ("地域", "Region"), "m49"),
        Code("tier", ("区分", "Tier")),
    ], lasts: true);

    public static FactSchema PartnershipReview { get; } = new("partnership_review", ("連携の年次評価", "Partnership reviews"),
    [
        new("organisation", FactType.Whole, ("相手機関", "Partner"), IsDimension: true),
        Code("country", ("国・地域", "Country"), "country"),
        Code("region", ("地域", "Region"), "m49"),
        Code("tier", ("区分", "Tier")),
        Code("decision", ("決定", "Decision")),
        new("is_decided", FactType.Flag, ("決定による区分", "Tier by decision")),
    ]);

    public static IReadOnlyList<FactSchema> All { get; } = [Mobility, StudentHeadcount, StaffHeadcount, Agreement, AgreementProcedure, OverseasBase, ManualFigure, ExportReview, ScreeningCase, PartnerTier, PartnershipReview];

    private static FactColumn Code(string name, Kakehashi.Kernel.Text label, string? codeList = null) =>
        new(name, FactType.Text, label, IsDimension: true, codeList ?? name);
}

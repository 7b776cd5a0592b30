using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Partnerships.Guidelines;

/// <summary>What the choices of guidelines and procedures are called.</summary>
public static class GuidelineWords
{
    public static Text Of(RuleState state) => state switch
    {
        RuleState.Met => ("適合", "Met"),
        RuleState.Open => ("未確認", "Open"),
        RuleState.Failed => ("不適合", "Not met"),
        _ => ("適用除外", "Waived"),
    };

    public static Tone Tone(RuleState state, RuleSeverity severity) => state switch
    {
        RuleState.Met => Platform.Pages.Tone.Good,
        RuleState.Waived => Platform.Pages.Tone.Info,
        RuleState.Failed when severity == RuleSeverity.Must => Platform.Pages.Tone.Bad,
        RuleState.Failed => Platform.Pages.Tone.Warning,
        _ => Platform.Pages.Tone.Neutral,
    };

    public static Text Of(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Must => ("必須", "Must"),
        RuleSeverity.Should => ("原則", "Should"),
        _ => ("留意", "Note"),
    };

    public static Text Of(RuleWaiver waiver) => waiver switch
    {
        RuleWaiver.Nobody => ("認めない", "Nobody"),
        RuleWaiver.Office => ("国際担当", "The international office"),
        _ => ("役員", "The executive"),
    };

    public static Text Of(RulePoint point) => point switch
    {
        RulePoint.Submission => ("提出まで", "By its submission"),
        RulePoint.Approval => ("承認まで", "By its approval"),
        RulePoint.Signature => ("署名まで", "By its signature"),
        _ => ("有効期間中", "While it is in force"),
    };

    public static Text Of(ApprovalStep step) => step switch
    {
        ApprovalStep.Department => ("部局", "Department"),
        ApprovalStep.Office => ("国際担当", "International office"),
        ApprovalStep.Legal => ("法務", "Legal"),
        ApprovalStep.ExportControl => ("輸出管理", "Export control"),
        _ => ("役員", "Executive"),
    };

    public static Text Of(ApprovalState state) => state switch
    {
        ApprovalState.Waiting => ("審査待ち", "Waiting"),
        ApprovalState.Approved => ("承認", "Approved"),
        ApprovalState.SentBack => ("差戻し", "Sent back"),
        _ => ("打切り", "Lapsed"),
    };

    public static Tone Tone(ApprovalState state) => state switch
    {
        ApprovalState.Approved => Platform.Pages.Tone.Good,
        ApprovalState.SentBack => Platform.Pages.Tone.Warning,
        ApprovalState.Waiting => Platform.Pages.Tone.Info,
        _ => Platform.Pages.Tone.Neutral,
    };

    public static Text Of(FirstLook first) => first == FirstLook.Met ? ("適合", "Met") : ("不適合", "Not met");

    public static Text Of(AgreementFileKind kind) => kind switch
    {
        AgreementFileKind.DraftText => ("協定書案", "Draft text"),
        AgreementFileKind.SignedCopy => ("署名済みの写し", "Signed copy"),
        AgreementFileKind.PastActivity => ("交流実績", "Past activity"),
        AgreementFileKind.Plan => ("交流計画", "Plan of exchange"),
        AgreementFileKind.Minutes => ("議事録", "Minutes"),
        _ => ("その他", "Other"),
    };
}

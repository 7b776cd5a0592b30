using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;
using Kakehashi.Records;
using Kakehashi.Records.Facts;

namespace Kakehashi.Partnerships.Agreements;

public sealed class AgreementProcedureRecord : IRecordType<AgreementProcedure>
{
    internal const int NameLength = 120;
    internal const int RemarkLength = 4_000;

    public static void Define(Definition<AgreementProcedure> record)
    {
        record.Named(("協定手続", "Agreement procedure"), ("協定手続", "Agreement procedures"), "agreement-procedures");
        record.Identity(one => one.Reference);
        record.Caption(one => one.Title);
        record.Visible((one, actor) => actor.Sees(one.Unit));
        record.WrittenByOperations(Right.Write, Right.See);

        record.Line(one => one.Reference, ("協定の番号", "Number of the agreement"), 20).Required().Listed();
        record.Link(one => one.Agreement, ("協定", "Agreement")).Listed();
        record.Link(one => one.Unit, ("担当部局", "Responsible unit")).Listed();
        record.Bilingual(one => one.Title, ("名称", "Title")).Required().Listed().Searched();
        record.Day(one => one.SubmittedOn, ("最初の提出日", "First submitted on")).Listed();
        record.Line(one => one.SubmittedBy, ("提出した人", "Submitted by"), NameLength);
        record.Day(one => one.ApprovedOn, ("承認日", "Approved on")).Listed();
        record.Day(one => one.ReviewOpenedOn, ("更新の検討を始めた日", "Review opened on")).Listed();
        record.Day(one => one.EvaluatedOn, ("評価日", "Evaluated on"));
        record.Note(one => one.Evaluation, ("更新前の評価", "Evaluation before renewal"));
        record.Line(one => one.Sheet, ("評価票(SHA-256)", "Evaluation sheet (SHA-256)"), 64);
        record.Day(one => one.Guideline, ("ガイドラインの版", "Version of the guideline"));
        record.Choice(one => one.MetAtFirst, ("最初の提出で適合", "Met at the first submission"), GuidelineWords.Of);
        record.Note(one => one.EndReason, ("解消の理由", "Reason of the end"));
        Route(record);
        Kept(record);

        record.Fact("agreement_procedure", ("協定手続", "Agreement procedures"), fact => fact
            .Date(one => one.SubmittedOn)
            .Unit(one => one.Unit)
            .Column("days_to_approval", FactColumnKind.Whole, ("承認までの日数", "Days to approval"), one => one.ApprovedOn is { } to && one.SubmittedOn is { } from ? to.DayNumber - from.DayNumber : null)
            .Column("days_department", FactColumnKind.Whole, ("部局の日数", "Days at the department"), one => one.DaysAt(ApprovalStep.Department))
            .Column("days_office", FactColumnKind.Whole, ("国際担当の日数", "Days at the office"), one => one.DaysAt(ApprovalStep.Office))
            .Column("days_legal", FactColumnKind.Whole, ("法務の日数", "Days at legal"), one => one.DaysAt(ApprovalStep.Legal))
            .Column("days_export_control", FactColumnKind.Whole, ("輸出管理の日数", "Days at export control"), one => one.DaysAt(ApprovalStep.ExportControl))
            .Column("days_executive", FactColumnKind.Whole, ("役員の日数", "Days at the executive"), one => one.DaysAt(ApprovalStep.Executive))
            .Column("met_at_first", FactColumnKind.Flag, ("最初の提出で適合", "Met at the first submission"), one => one.MetAtFirst is { } first ? first == FirstLook.Met : null)
            .Column("is_approved", FactColumnKind.Flag, ("承認済み", "Approved"), one => one.ApprovedOn is not null));
    }

    private static void Route(Definition<AgreementProcedure> record)
    {
        record.Parts(one => one.Approvals, ("承認の経路", "Route of approval"), approval =>
        {
            approval.Number(one => one.Round, ("回", "Round"));
            approval.Number(one => one.Stage, ("段階", "Stage"));
            approval.Choice(one => one.Step, ("審査する部門", "Looks at it"), GuidelineWords.Of);
            approval.Choice(one => one.State, ("結果", "State"), GuidelineWords.Of);
            approval.Day(one => one.OpenedOn, ("受付日", "Since"));
            approval.Day(one => one.DoneOn, ("終了日", "Done on"));
            approval.Line(one => one.By, ("審査した人", "By"), NameLength);
            approval.Line(one => one.For, ("代理した人", "In place of"), NameLength);
            approval.Note(one => one.Remark, ("意見", "Remark"));
        });
        record.Parts(one => one.Signatures, ("署名", "Signatures"), signature =>
        {
            signature.Link(one => one.Organisation, ("機関", "Organisation"));
            signature.Line(one => one.Party, ("当事者", "Party"), 400).Required();
            signature.Line(one => one.Signatory, ("署名者", "Signatory"), NameLength).Personal();
            signature.Line(one => one.Office, ("職", "Office"), NameLength);
            signature.Day(one => one.SignedOn, ("署名日", "Signed on"));
        });
        record.Parts(one => one.Steps, ("経過", "Progress"), step =>
        {
            step.Day(one => one.Day, ("日付", "Day"));
            step.Line(one => one.By, ("行った人", "By"), NameLength).Required();
            step.Choice(one => one.Step, ("操作", "Step"), AgreementSteps.Of);
            step.Choice(one => one.From, ("前の状態", "From"), AgreementWords.Of);
            step.Choice(one => one.To, ("後の状態", "To"), AgreementWords.Of);
            step.Note(one => one.Remark, ("説明", "Remark"));
        });
    }

    private static void Kept(Definition<AgreementProcedure> record)
    {
        record.Parts(one => one.Waivers, ("適用除外", "Waivers"), waiver =>
        {
            waiver.Line(one => one.Rule, ("規定", "Rule"), 60).Required();
            waiver.Note(one => one.Reason, ("理由", "Reason")).Required();
            waiver.Line(one => one.By, ("認めた人", "By"), NameLength).Required();
            waiver.Day(one => one.On, ("日付", "On"));
        });
        record.Parts(one => one.Findings, ("ガイドラインの確認結果", "Findings of the guideline"), finding =>
        {
            finding.Line(one => one.Rule, ("規定", "Rule"), 60).Required();
            finding.Choice(one => one.State, ("結果", "State"), GuidelineWords.Of);
            finding.Choice(one => one.Severity, ("拘束", "Severity"), GuidelineWords.Of);
            finding.Bilingual(one => one.Clause, ("根拠", "Clause"), 200);
            finding.Bilingual(one => one.Says, ("内容", "Says"), 600);
        });
        record.Parts(one => one.Files, ("ファイル", "Files"), file =>
        {
            file.Choice(one => one.Kind, ("種類", "Kind"), GuidelineWords.Of);
            file.Number(one => one.Issue, ("版", "Issue"));
            file.Line(one => one.Language, ("言語", "Language"), 8);
            file.Line(one => one.Name, ("ファイル名", "Name of the file"), 200).Required();
            file.Line(one => one.Sha256, ("SHA-256", "SHA-256"), 64).Required();
            file.Number(one => one.Size, ("バイト数", "Bytes"));
            file.Day(one => one.AddedOn, ("加えた日", "Added on"));
            file.Line(one => one.AddedBy, ("加えた人", "Added by"), NameLength).Required();
        });
    }
}

using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Facts;
using Kakehashi.Records.Fields;

namespace Kakehashi.ExportControl.Reviews;

public sealed class ExportReviewRecord : IRecordType<ExportReview>
{
    /// <summary>The most characters of a remark, a reason and of conditions.</summary>
    public const int RemarkLength = 4000;

    private const int NameLength = 100;

    public static void Define(Definition<ExportReview> record)
    {
        record.Named(("取引審査", "Export review"), ("取引審査", "Export reviews"), "export-reviews");
        record.Identity(one => one.Reference);
        record.Caption(one => new($"{one.Reference} {one.Title}", $"{one.Reference} {one.Title}"));
        record.SeenWith(Right.ControlExports);
        record.WrittenByOperations(Right.ControlExports);
        record.KeptFrom(one => one.CountedFrom);

        ReviewFields.Application(record);
        record.Choice(one => one.State, ("状態", "State"), ReviewWords.Of).Required().Listed();
        ReviewFields.Parties(record);
        ReviewFields.People(record);
        ReviewFields.Items(record);
        ReviewFields.CatchAll(record);
        Kept(record);
        Decided(record);
        Checks(record);

        record.Fact("export_review", ("取引審査", "Export review"), fact => fact.Date(one => one.DecidedOn).Unit(one => one.Unit)
            .Fields(nameof(ExportReview.Subject), nameof(ExportReview.Outcome))
            .Column("days", FactColumnKind.Whole, ("申請から決定までの日数", "Days from submission to decision"), one => one.Days));
    }

    private static void Kept(Definition<ExportReview> record)
    {
        record.Parts(one => one.Answers, ("事前確認シートの回答", "Answers of the pre-check sheet"), answer =>
        {
            answer.Line(one => one.Sheet, ("シート", "Sheet"), 40).Required();
            answer.Day(one => one.Wording, ("文言の版", "Version of the wording"));
            answer.Line(one => one.Question, ("設問の記号", "Code of the question"), 40).Required();
            answer.Bilingual(one => one.Text, ("設問", "Question"), 600);
            answer.Choice(one => one.LeadsOn, ("審査へ進む答え", "Leads to a review"), ReviewWords.Of);
            answer.Choice(one => one.Answer, ("回答", "Answer"), ReviewWords.Of);
            answer.Line(one => one.Note, ("補足", "Note"), 500).Personal();
        }).WrittenBy(WrittenBy.Operation);
        record.Parts(one => one.Evidence, ("証跡", "Evidence"), evidence =>
        {
            evidence.Choice(one => one.Purpose, ("内容", "What it shows"), ReviewWords.Of).Required();
            evidence.Line(one => one.Name, ("ファイル名", "Name of the file"), 200).Required().Personal();
            evidence.Line(one => one.Sha256, ("SHA-256", "SHA-256"), 64).Required();
            evidence.Number(one => one.Size, ("バイト数", "Bytes"));
            evidence.Day(one => one.AddedOn, ("加えた日", "Added on"));
            evidence.Line(one => one.AddedBy, ("加えた人", "Added by"), NameLength);
        }).WrittenBy(WrittenBy.Operation);
        record.Parts(one => one.Steps, ("経過", "Progress"), step =>
        {
            step.Day(one => one.Day, ("日付", "Day"));
            step.Line(one => one.By, ("行った人", "By"), NameLength);
            step.Choice(one => one.Step, ("操作", "Step"), ReviewSteps.Of);
            step.Note(one => one.Remark, ("説明", "Remark")).Personal();
        }).WrittenBy(WrittenBy.Operation);
    }

    private static void Decided(Definition<ExportReview> record)
    {
        record.Line(one => one.SubmittedBy, ("提出した人", "Submitted by"), NameLength).WrittenBy(WrittenBy.Operation);
        record.Day(one => one.SubmittedOn, ("最初の提出日", "First submitted on")).WrittenBy(WrittenBy.Operation);
        record.Line(one => one.CheckedBy, ("一次審査者", "First look by"), NameLength).WrittenBy(WrittenBy.Operation);
        record.Day(one => one.CheckedOn, ("一次審査日", "First look on")).WrittenBy(WrittenBy.Operation);
        record.Choice(one => one.Outcome, ("決定", "Decision"), ReviewWords.Of).Listed().WrittenBy(WrittenBy.Operation);
        record.Note(one => one.DecisionReason, ("決定の理由", "Reason of the decision")).WrittenBy(WrittenBy.Operation);
        record.Note(one => one.Conditions, ("条件", "Conditions")).WrittenBy(WrittenBy.Operation);
        record.Line(one => one.DecidedBy, ("決定者", "Decided by"), NameLength).WrittenBy(WrittenBy.Operation);
        record.Day(one => one.DecidedOn, ("決定日", "Decided on")).Listed().WrittenBy(WrittenBy.Operation);
        record.Day(one => one.ProvidedOn, ("最後に提供・輸出した日", "Last provided or exported on")).WrittenBy(WrittenBy.Operation);
        record.Parts(one => one.Findings, ("決定時の確認結果", "Findings at the decision"), finding =>
        {
            finding.Line(one => one.Finding, ("記号", "Code"), 60).Required();
            finding.Choice(one => one.State, ("結果", "State"), FindingWords.Of);
            finding.Bilingual(one => one.Says, ("内容", "Says"), 1000);
            finding.Bilingual(one => one.Clause, ("根拠", "Clause"), 400);
        }).WrittenBy(WrittenBy.Operation);
    }

    private static void Checks(Definition<ExportReview> record)
    {
        record.Check("review.needed-before-applied", one => one.NeededBy, one => one.NeededBy is not { } needed || one.AppliedOn is not { } applied || applied <= needed,
            ("必要な日が申請日より前です。どちらかを直してください。", "It is needed before it was applied for. Correct one of the two days."));
        record.Check("review.own-former", one => one.Former, one => one.Number == 0 || one.Former?.Value != one.Number,
            ("元の審査に、この審査自身は選べません。", "A review cannot take itself up again."));
    }
}

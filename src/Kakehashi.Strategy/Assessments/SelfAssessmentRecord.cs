using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Strategy.Plans;

namespace Kakehashi.Strategy.Assessments;

public sealed class SelfAssessmentRecord : IRecordType<SelfAssessment>
{
    /// <summary>The most characters of each side of a text.</summary>
    public const int TextLength = 4000;

    /// <summary>The most characters of a comment.</summary>
    public const int CommentLength = 2000;

    private const int NameLength = 100;

    public static void Define(Definition<SelfAssessment> record)
    {
        record.Named(("自己点検・評価", "Self-assessment"), ("自己点検・評価", "Self-assessments"), "self-assessments");
        record.Identity(one => $"{one.Round}/{one.Action}/{one.Unit}");
        record.Caption(one => new($"{one.Action} 自己点検・評価", $"{one.Action} self-assessment"));
        record.Visible((one, actor) => actor.Sees(one.Unit));
        // the unit writes, the office asks back and accepts
        record.WrittenByOperations(Right.Write, or: Right.Steer);
        Texts(record);
        Steps(record);
    }

    private static void Texts(Definition<SelfAssessment> record)
    {
        record.Link(one => one.Round, ("実施回", "Round")).Required().Listed();
        record.Line(one => one.Action, StrategyWords.Action, StrategyWords.ActionLength).Required().Listed();
        record.Link(one => one.Unit, ("部局", "Org unit")).Required().Listed();
        record.Choice(one => one.State, ("状態", "State"), AssessmentWords.Of).Required().Listed();
        record.Choice(one => one.Rating, ("自己評定", "Own rating"), AssessmentWords.Of).Listed();
        record.Bilingual(one => one.Planned, AssessmentWords.Planned, TextLength).Searched();
        record.Bilingual(one => one.Done, AssessmentWords.Done, TextLength).Searched();
        record.Bilingual(one => one.Next, AssessmentWords.Next, TextLength).Searched();
        record.Parts(one => one.Answers, ("設問への回答", "Answers"), answer =>
        {
            answer.Number(one => one.Question, ("設問", "Question"), min: 1).Required();
            answer.Bilingual(one => one.Text, ("回答", "Answer"), TextLength);
        });
        record.Parts(one => one.Evidence, ("根拠", "Evidence"), Evidence);
    }

    private static void Evidence(PartDefinition<AssessmentEvidence> evidence)
    {
        evidence.Choice(one => one.Kind, ("根拠の種類", "Kind of evidence"), EvidenceWords.Of).Required();
        evidence.Line(one => one.Source, ("所在", "Where it is"), 500).Required();
        evidence.Bilingual(one => one.Title, ("表題", "Title"), 400).Required();
        evidence.Day(one => one.AttachedOn, ("付けた日", "Attached on"));
        evidence.Bilingual(one => one.Of, ("範囲", "Of"), 300);
        evidence.Line(one => one.Period, ("期間", "Period"), StrategyWords.PeriodLength);
        evidence.Amount(one => one.Value, ("値", "Value"));
        evidence.Bilingual(one => one.Shown, ("表示", "As shown"), 100);
        evidence.Number(one => one.Submitted, ("提出した部局", "Units reported"));
        evidence.Number(one => one.Expected, ("提出すべき部局", "Units expected"));
        evidence.Number(one => one.Revision, ("版", "Revision"));
        evidence.Line(one => one.DataAsOf, ("データの時点", "Data as of"), 30);
        evidence.Number(one => one.Definition, ("定義の版", "Version of the definition"));
    }

    private static void Steps(Definition<SelfAssessment> record)
    {
        record.Line(one => one.DraftedBy, ("記入した人", "Written by"), NameLength);
        record.Day(one => one.DraftedOn, ("記入日", "Written on"));
        record.Line(one => one.SubmittedBy, ("提出した人", "Submitted by"), NameLength);
        record.Day(one => one.SubmittedOn, ("提出日", "Submitted on")).Listed();
        record.Flag(one => one.IsLate, ("締切後の提出", "After the deadline")).Listed();
        record.Line(one => one.AskedBackBy, ("差し戻した人", "Asked back by"), NameLength);
        record.Day(one => one.AskedBackOn, ("差戻し日", "Asked back on"));
        record.Line(one => one.AcceptedBy, ("受理した人", "Accepted by"), NameLength);
        record.Day(one => one.AcceptedOn, ("受理日", "Accepted on"));
        record.Parts(one => one.Comments, ("コメント", "Comments"), comment =>
        {
            comment.Day(one => one.Day, ("日付", "Day"));
            comment.Line(one => one.By, ("書いた人", "By"), NameLength);
            comment.Note(one => one.Text, ("内容", "Text")).Required();
        });
    }
}

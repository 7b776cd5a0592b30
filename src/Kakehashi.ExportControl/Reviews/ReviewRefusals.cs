using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>Why something is not done with a review.</summary>
internal static class ReviewRefusals
{
    public static Refusal Unknown { get; } = new("review.unknown", ("この審査はありません。一覧から選び直してください。", "There is no such review. Choose one from the list."));

    public static Refusal ChangedMeanwhile { get; } = new("review.changed-meanwhile", (
        "ほかの人がこの審査を変更しました。今の内容を確かめて、もう一度行ってください。", "Somebody else changed this review. Look at it as it is now, and try again."));

    public static Refusal Decided { get; } = new("review.decided", (
        "決定済みの審査は変えられません。必要なら、この審査を元にした新しい審査を始めてください。", "A decided review does not change. Where needed, begin a new one that takes it up."));

    public static Refusal Withdrawn { get; } = new("review.withdrawn", (
        "取り下げた審査です。必要なら、新しい審査を始めてください。", "This review was withdrawn. Begin a new one where needed."));

    public static Refusal NotNow { get; } = new("review.not-now", (
        "今の状態では、この操作はできません。", "That cannot be done in the present state."));

    public static Refusal NoUnit { get; } = new("review.no-unit", ("提出するには、担当部局を選んでください。", "Choose the responsible unit before it is submitted."));

    public static Refusal UnansweredSheet { get; } = new("review.unanswered-sheet", (
        "提出するには、事前確認シートのすべての設問に答えてください。分からないときは「分からない」を選びます。", "Answer all questions of the pre-check sheet before it is submitted; “not known” is an answer."));

    public static Refusal NoRemark { get; } = new("review.no-reason", ("理由を4,000文字以内で入力してください。", "Give the reason in at most 4,000 characters."));

    public static Refusal LongRemark { get; } = new("review.long-remark", ("4,000文字以内で入力してください。", "Use at most 4,000 characters."));

    public static Refusal NoConditions { get; } = new("review.no-conditions", ("条件を4,000文字以内で入力してください。", "State the conditions in at most 4,000 characters."));

    public static Refusal NoOutcome { get; } = new("review.no-outcome", ("決定の内容を選んでください。", "Choose the decision."));

    public static Refusal OwnApplication { get; } = new("review.own-application", (
        "申請者は、自分の申請を審査できません。ほかの人が一次審査を行ってください。", "Nobody looks at an application of their own. Somebody else must."));

    public static Refusal SamePerson { get; } = new("review.same-person", (
        "申請者、提出した人、一次審査を行った人は決定できません。別の人が決定してください。", "Neither the applicant, nor who submitted it or had the first look can decide. Somebody else must."));

    public static Refusal TooLarge { get; } = new("review.file-too-large", ("ファイルは20MBまでです。", "A file may have up to 20 MB."));

    public static Refusal EmptyFile { get; } = new("review.no-file", ("ファイルを選んでください。空のファイルは加えられません。", "Choose a file; an empty one cannot be added."));

    public static Refusal TooManyFiles { get; } = new("review.too-many-files", ("証跡は1件の審査に200個までです。", "A review takes up to 200 files."));

    public static Refusal SameFile { get; } = new("review.same-file", ("同じ内容のファイルがすでにあります。", "The same file is there already."));

    public static Refusal NoProvision { get; } = new("review.not-allowed", ("不承認の審査では、提供や輸出はできません。", "Nothing can be provided or exported under a review that was refused."));

    public static Refusal ProvisionDay { get; } = new("review.provision-day", ("決定日から今日までの日を入力してください。", "Enter a day from that of the decision up to today."));

    public static Refusal NoLicence { get; } = new("review.no-licence", (
        "その日に有効な許可が、この審査に結び付いていません。許可を登録してから記録してください。", "No licence that is valid on that day is linked with this review. Enter the licence first."));

    public static Refusal OpenFindings(int count, Text first) => new("review.open-findings", (
        $"未確認の事項が{count}件残っているため、決定できません：{first.Ja}", $"{count} findings are open, and it cannot be decided: {first.En}"));

    public static Refusal NeedsLicence(Text what) => new("review.needs-licence", (
        $"許可不要とは決定できません：{what.Ja}", $"It cannot be decided that no licence is needed: {what.En}"));
}

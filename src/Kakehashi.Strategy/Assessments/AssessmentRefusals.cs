using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Assessments;

/// <summary>Why something is not done with a self-assessment.</summary>
internal static class AssessmentRefusals
{
    public static Refusal Submitted { get; } = new("assessment.submitted", (
        "提出済みのため、この操作はできません。書き直すには、戦略担当者に差戻しを依頼してください。", "It has been submitted. Ask the strategy office to give it back if it has to be changed."));

    public static Refusal Accepted { get; } = new("assessment.accepted", (
        "受理済みのため、この操作はできません。変更が必要なときは、戦略担当者が差し戻します。", "It has been accepted. If it has to be changed, the strategy office asks it back."));

    public static Refusal NotSubmitted { get; } = new("assessment.not-submitted", (
        "まだ提出されていないため、この操作はできません。部局の提出を待ってください。", "It has not been submitted. Wait for the unit to do so."));

    public static Refusal NotAsked { get; } = new("assessment.not-asked", (
        "この実施回では、この部局のこの施策は対象ではありません。実施回のページから選び直してください。", "This round does not ask this unit about this action. Choose one from the page of the round."));

    public static Refusal Incomplete { get; } = new("assessment.incomplete", (
        "提出に必要な欄が残っています。下に示す欄を埋めてください。下書きとしては保存できます。", "Something is missing that a submission needs: fill in what is named below. It can be saved as a draft."));

    public static Refusal TooLong { get; } = new("assessment.too-long", (
        "長すぎる欄があります。下に示す欄を短くしてください。", "A text is too long: shorten what is named below."));

    public static Refusal NoComment { get; } = new("assessment.no-comment", (
        "差し戻す理由を2,000文字以内で入力してください。部局に示されます。", "Say in at most 2,000 characters why it is asked back. The unit will see it."));

    public static Refusal LongComment { get; } = new("assessment.long-comment", (
        "コメントは2,000文字以内で入力してください。", "Use at most 2,000 characters for the comment."));

    public static Refusal ChangedMeanwhile { get; } = new("assessment.changed-meanwhile", (
        "記入している間に、ほかの人がこの自己点検・評価を変更しました。", "Somebody else changed this self-assessment while you were writing."));

    public static Refusal NoSuchRecord { get; } = new("assessment.no-such-evidence", (
        "その記録は見つかりません。記録のページのアドレス(例: agreements/12)か、https:// で始まるURLを入力してください。",
        "There is no such record. Give the address of its page, as agreements/12, or a URL that begins with https://."));
}

using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>Why something is not done with a round.</summary>
internal static class RoundRefusals
{
    public static Refusal Closed { get; } = new("round.closed", (
        "この実施回は終了しているため、変更できません。内容は履歴とともに残っています。", "This round is closed, and nothing in it changes any more. It stays with its history."));

    public static Refusal NotPrepared { get; } = new("round.not-prepared", (
        "この実施回はすでに始まっているため、対象や設問は変更できません。締切は延長できます。", "This round is open already: what it asks cannot be changed any more. Its deadline can be extended."));

    public static Refusal AlreadyOpen { get; } = new("round.already-open", (
        "この実施回はすでに始まっているため、破棄できません。取りやめるには、終了してください。", "This round is open already and cannot be discarded. To call it off, close it."));

    public static Refusal NotOpen { get; } = new("round.not-open", (
        "この実施回はまだ始まっていません。開始してから、もう一度実行してください。", "This round is not open yet. Open it first, then try again."));

    public static Refusal Unknown { get; } = new("round.unknown", ("この実施回はありません。一覧から選び直してください。", "There is no such round. Choose one from the list."));

    public static Refusal ChangedMeanwhile { get; } = new("round.changed-meanwhile", (
        "編集中に、ほかの人がこの実施回を変更しました。入力はまだ保存していません。下の入力を確かめて、もう一度保存すると、この内容で上書きします。",
        "Somebody else changed this round while you were editing it. Nothing has been saved yet: check the entries below; saving again overwrites theirs with yours."));

    public static Refusal SameName { get; } = new("round.same-name", (
        "同じ期間に同じ名称の実施回があります。名称を変えてください。", "There is a round of this name for the same period. Give it another name."));

    public static Refusal Incomplete { get; } = new("round.incomplete", (
        "対象の施策と部局を1つ以上選び、締切を今日以後の日にしてから始めてください。", "Choose at least one action and one unit, and a deadline that is not over, before opening it."));

    public static Refusal NotLater { get; } = new("round.not-later", (
        "延長後の締切は、今の締切と今日より後の日にしてください。", "The new deadline must be later than the present one, and later than today."));

    public static Refusal RemindedToday { get; } = new("round.reminded-today", (
        "今日の督促はすでに送ったか、このあと自動で送られます。同じ日に二度は送りません。明日以降にもう一度実行してください。", "Units are reminded at most once a day, and today’s reminder has gone or is about to. Try again tomorrow."));

    public static Refusal NothingOwed { get; } = new("round.nothing-owed", (
        "すべての部局が提出を終えているため、督促する相手がありません。", "Every unit has submitted everything: there is nobody to remind."));

    public static Refusal NoReason { get; } = new("round.no-reason", (
        "締切を延ばす理由を入力してください。部局に示され、実施回に残ります。", "Say why the deadline is extended. The units see it, and it stays with the round."));
}

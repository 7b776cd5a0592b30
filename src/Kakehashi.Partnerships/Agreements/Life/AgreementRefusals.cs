using Kakehashi.Kernel;
using Kakehashi.Partnerships.Guidelines;

namespace Kakehashi.Partnerships.Agreements.Life;

/// <summary>Why something is not done with an agreement.</summary>
internal static class AgreementRefusals
{
    private const int MostNamed = 3;

    public static Refusal Unknown { get; } = new("agreement.unknown", ("この協定はありません。一覧から選び直してください。", "There is no such agreement. Choose one from the list."));

    public static Refusal ChangedMeanwhile { get; } = new("agreement.changed-meanwhile", (
        "ほかの人がこの協定を変更しました。今の内容を確かめて、もう一度行ってください。", "Somebody else changed this agreement. Look at it as it is now, and try again."));

    public static Refusal NotNow { get; } = new("agreement.not-now", ("今の状態では、この操作はできません。", "That cannot be done in the present state."));

    public static Refusal NotYourStep { get; } = new("agreement.not-your-step", (
        "この段階の審査は、担当者(不在のときは代理者)が行います。", "This look is for whoever is named for it, or the deputy while that person is absent."));

    public static Refusal NotItsTurn { get; } = new("agreement.not-its-turn", (
        "この部門の審査は、今の段階ではありません。", "It is not this step’s turn."));

    public static Refusal OwnProposal { get; } = new("agreement.own-proposal", (
        "自分が提出した提案は審査できません。ほかの人が審査してください。", "Nobody looks at a proposal of their own. Somebody else must."));

    public static Refusal NoReason { get; } = new("agreement.no-reason", ("理由を4,000文字以内で入力してください。", "Give the reason in at most 4,000 characters."));

    public static Refusal LongRemark { get; } = new("agreement.long-remark", ("4,000文字以内で入力してください。", "Use at most 4,000 characters."));

    public static Refusal NoText { get; } = new("agreement.no-text", ("文章を4,000文字以内で入力してください。", "Write something, in at most 4,000 characters."));

    public static Refusal NoParty { get; } = new("agreement.no-party", ("まだ署名していない当事者を選んでください。", "Choose a party that has not signed yet."));

    public static Refusal NoDay { get; } = new("agreement.no-day", ("日付を入力してください。承認日より前の日や未来の日は使えません。", "Enter the day: not before the approval, nor in the future."));

    public static Refusal LongName { get; } = new("agreement.long-name", ("氏名と職は120文字以内で入力してください。", "Use at most 120 characters for name and office."));

    public static Refusal NotYet { get; } = new("agreement.not-yet", ("発効日がまだ来ていません。", "Its day has not come yet."));

    public static Refusal NotOver { get; } = new("agreement.not-over", ("満了日を過ぎた協定だけを満了にできます。", "Only an agreement whose last day has passed expires."));

    public static Refusal ReviewIsOpen { get; } = new("agreement.review-is-open", ("更新の検討は、すでに始まっています。", "Its review has begun already."));

    public static Refusal RenewalIsThere { get; } = new("agreement.renewal-is-there", ("更新の提案がすでにあります。その提案を進めてください。", "A renewal is proposed already. Go on with that one."));

    public static Refusal NotEvaluated { get; } = new("agreement.not-evaluated", ("更新を提案する前に、評価を書いてください。", "Write the evaluation before a renewal is proposed."));

    public static Refusal NotYourFile { get; } = new("agreement.not-your-file", (
        "ファイルを加えられるのは、この協定を書ける人と、今この提案を審査する人です。", "Files are added by those who may write the agreement, and by those whose look it waits for."));

    public static Refusal NoFile { get; } = new("agreement.no-file", ("ファイルを選んでください。空のファイルは加えられません。", "Choose a file; an empty one cannot be added."));

    public static Refusal FileTooLarge { get; } = new("agreement.file-too-large", ("ファイルは20MBまでです。", "A file may have up to 20 MB."));

    public static Refusal TooManyFiles { get; } = new("agreement.too-many-files", ("ファイルは一つの協定に200個までです。", "An agreement takes up to 200 files."));

    public static Refusal SameFile { get; } = new("agreement.same-file", ("同じ内容のファイルが、同じ種類ですでにあります。", "The same file of that kind is there already."));

    public static Refusal NoKind { get; } = new("agreement.no-kind", ("ファイルの種類を選んでください。", "Choose what the file is."));

    public static Refusal UnknownLanguage { get; } = new("agreement.unknown-language", ("言語を一覧から選んでください。", "Choose a language from the list."));

    public static Refusal NotToBeSigned { get; } = new("agreement.not-to-be-signed", (
        "承認されるまで、署名済みの写しは加えられません。", "There is no signed copy before the agreement is approved."));

    public static Refusal TextIsFinal { get; } = new("agreement.text-is-final", (
        "締結された協定に、協定書案は加えられません。署名済みの写しか「その他」を選んでください。", "The text of a concluded agreement is final. Add a signed copy, or choose “other”."));
    public static Refusal SheetChanged { get; } = new("agreement.sheet-changed", ("評価票のもとになる記録が変わりました。新しい評価票を確かめて、もう一度保存してください。", "Records behind the evaluation sheet have changed. Look at the sheet as it is now, and save again."));

    public static Refusal UnknownRule { get; } = new("agreement.unknown-rule", ("この規定は、この協定には適用されないか、すでに満たされています。", "This rule is not for this agreement, or it is met already."));

    public static Refusal NoWaiver(GuidelineRule rule) => new("agreement.no-waiver", (
        $"{rule.Clause.Ja}「{rule.Says.Ja}」の適用除外は認められません。{rule.Remedy.Ja}", $"{rule.Clause.En} is waived by nobody. {rule.Remedy.En}"));

    public static Refusal NotYourWaiver(GuidelineRule rule) => new("agreement.not-your-waiver", (
        $"{rule.Clause.Ja}の適用除外を認めるのは{GuidelineWords.Of(rule.Waiver).Ja}です。", $"{GuidelineWords.Of(rule.Waiver).En} may waive {rule.Clause.En}, nobody else."));

    public static Refusal RulesNotMet(IReadOnlyList<RuleFinding> findings) => new("agreement.rules-not-met", (
        $"ガイドラインの必須の規定が満たされていません：{string.Join("、", findings.Take(MostNamed).Select(one => $"{one.Rule.Clause.Ja}({one.Rule.Remedy.Ja})"))}{(findings.Count > MostNamed ? $"、ほか{findings.Count - MostNamed}件" : "")}",
        $"Rules that bind are not met: {string.Join("; ", findings.Take(MostNamed).Select(one => $"{one.Rule.Clause.En} ({one.Rule.Remedy.En})"))}{(findings.Count > MostNamed ? $"; and {findings.Count - MostNamed} more" : "")}"));
}

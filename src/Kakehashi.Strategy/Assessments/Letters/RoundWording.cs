using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Strategy.Tree;

namespace Kakehashi.Strategy.Assessments.Letters;

/// <summary>How letters about a round are worded. No name of a person stands in them.</summary>
internal sealed class RoundWording(AssessmentRound round, StrategyTree? tree)
{
    /// <summary>More codes of actions than this are counted only.</summary>
    private const int MostCodes = 8;

    private string Ja => round.Name.In(Language.Ja);

    private string En => round.Name.In(Language.En);

    private (string Ja, string En) Deadline => round.Deadline is { } day ? Day(day) : ("未定", "not set");

    public NoticeWords Opened(UnitProgress unit) => new(
        ($"「{Ja}」の記入が始まりました（締切 {Deadline.Ja}）", $"{En} is open until {Deadline.En}"),
        ($"「{Ja}」の記入を受け付けています。締切は{Deadline.Ja}です。下書きは何度でも保存できます。", $"{En} is open. The deadline is {Deadline.En}. Drafts can be saved as often as you like."),
        ($"{unit.Name.Ja}：{unit.Open}件", $"{unit.Name.En}: {unit.Open} to write"));

    public NoticeWords Extended(UnitProgress unit, DeadlineExtension extension)
    {
        var (before, after) = (Day(extension.Before!.Value), Day(extension.After!.Value));
        return new(
            ($"「{Ja}」の締切を{after.Ja}に延長しました", $"{En}: the deadline is now {after.En}"),
            ($"「{Ja}」の締切を、{before.Ja}から{after.Ja}に延長しました。\n理由：{extension.Reason}", $"The deadline of {En} has been moved from {before.En} to {after.En}.\nReason: {extension.Reason}"),
            Open(unit));
    }

    public NoticeWords Reminded(UnitProgress unit, DateOnly today)
    {
        var left = (round.Deadline ?? today).DayNumber - today.DayNumber;
        return new(
            ($"「{Ja}」の提出をお願いします", $"{En}: please submit your self-assessments"),
            left < 0 ? ($"「{Ja}」に、まだ提出されていないものがあります。締切（{Deadline.Ja}）を過ぎていますが、今からでも提出できます。", $"Something of {En} has not been submitted. The deadline, {Deadline.En}, has passed; it can still be submitted.")
                : ($"「{Ja}」に、まだ提出されていないものがあります。締切は{Deadline.Ja}です。", $"Something of {En} has not been submitted yet. The deadline is {Deadline.En}."),
            Open(unit));
    }

    public NoticeWords Due(UnitProgress unit, RoundLetterKind kind, int days) => kind == RoundLetterKind.Overdue
        ? new(
            ($"「{Ja}」の締切を過ぎています", $"{En}: the deadline has passed"),
            ($"「{Ja}」に、締切（{Deadline.Ja}）を過ぎても提出されていないものがあります。今からでも提出できます。", $"Something of {En} was not submitted by the deadline, {Deadline.En}. It can still be submitted."),
            Open(unit))
        : new(
            ($"「{Ja}」の締切まであと{days}日です", $"{En}: {Days(days)} to the deadline"),
            ($"「{Ja}」に、まだ提出されていないものがあります。締切は{Deadline.Ja}です。", $"Something of {En} has not been submitted yet. The deadline is {Deadline.En}."),
            Open(unit));

    public NoticeWords AskedBack(UnitProgress unit, AskedBackNow one)
    {
        var action = Named(one.Action);
        return new(
            ($"「{Ja}」{one.Action} が差し戻されました（{unit.Name.Ja}）", $"{En}: {one.Action} of {unit.Name.En} was asked back"),
            ("自己点検・評価が差し戻されました。コメントを確かめて書き直し、もう一度提出してください。", "A self-assessment was asked back. Please read the comment, revise it and submit it again."),
            ($"{unit.Name.Ja}：{action.Ja}\n\nコメント：\n{one.Comment}", $"{unit.Name.En}: {action.En}\n\nComment:\n{one.Comment}"));
    }

    public NoticeWords StillAskedBack(UnitProgress unit, IReadOnlyList<AssessmentCell> cells) => new(
        ($"「{Ja}」に差し戻されたままのものがあります", $"{En}: something is still waiting to be revised"),
        ("1週間前に差し戻された自己点検・評価が、まだ再提出されていません。コメントを確かめて書き直し、提出してください。", "What was asked back a week ago has not been submitted again. Please read the comment, revise and submit."),
        Count(unit, cells));

    public NoticeWords Submitted(UnitProgress unit, IReadOnlyList<AssessmentCell> cells, DateOnly day, int total, int waiting) => new(
        ($"「{Ja}」に{Short(day).Ja}、{total}件の提出がありました", $"{En}: {total} submitted on {Short(day).En}"),
        ($"{Short(day).Ja}に提出され、まだ確認していない自己点検・評価です。確認を待っているものは、全部で{waiting}件あります。", $"These were submitted on {Short(day).En} and wait for you. {waiting} wait in all."),
        Count(unit, cells));

    public NoticeWords Accepted(UnitProgress unit, IReadOnlyList<AssessmentCell> cells) => new(
        ($"「{Ja}」に提出されたものが受理されました", $"{En}: what was submitted has been accepted"),
        ("次の自己点検・評価が受理されました。コメントがあれば、そのページに示されています。", "The following have been accepted. Where the office has commented on one, its page shows it."),
        Count(unit, cells));

    public NoticeWords Closed(UnitProgress unit)
    {
        var (handed, all, accepted) = (unit.Cells.Count - unit.Open, unit.Cells.Count, unit.Cells.Count(cell => cell.State == AssessmentState.Accepted));
        return new(
            ($"「{Ja}」が終了しました", $"{En} is closed"),
            ($"「{Ja}」が終了しました。記入・提出はできなくなり、内容は報告書にまとめられます。ご協力ありがとうございました。", $"{En} is closed: nothing can be written or submitted any more, and the report is made from it. Thank you for your work."),
            ($"{unit.Name.Ja}：提出 {handed} / {all}件、うち受理 {accepted}件", $"{unit.Name.En}: {handed} of {all} submitted, {accepted} accepted"));
    }

    private static Text Open(UnitProgress unit)
    {
        var cells = unit.Cells.Where(cell => !cell.IsHandedIn).ToList();
        return ($"{unit.Name.Ja}：未提出 {cells.Count}件（{Codes(cells, "、", "ほか{0}件")}）", $"{unit.Name.En}: {cells.Count} left ({Codes(cells, ", ", "{0} more")})");
    }

    private static Text Count(UnitProgress unit, IReadOnlyList<AssessmentCell> cells) =>
        ($"{unit.Name.Ja}：{cells.Count}件（{Codes(cells, "、", "ほか{0}件")}）", $"{unit.Name.En}: {cells.Count} ({Codes(cells, ", ", "{0} more")})");

    private static string Codes(IReadOnlyList<AssessmentCell> cells, string between, string more)
    {
        // one more code is shorter than to say that there is one more
        var shown = cells.Count <= MostCodes + 1 ? cells.Count : MostCodes;
        var codes = cells.Take(shown).Select(cell => cell.Action);
        if (shown < cells.Count) codes = codes.Append(string.Format(CultureInfo.InvariantCulture, more, cells.Count - shown));
        return string.Join(between, codes);
    }

    private Text Named(string code) => tree?.Action(code) is { } action ? ($"{code} {action.Title.Ja}", $"{code} {action.Title.En}") : Text.Same(code);

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static (string Ja, string En) Short(DateOnly day) => (day.ToString("M月d日", CultureInfo.InvariantCulture), day.ToString("d MMMM", CultureInfo.InvariantCulture));

    private static (string Ja, string En) Day(DateOnly day) => (
        day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
}

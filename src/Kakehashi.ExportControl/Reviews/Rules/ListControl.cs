using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews.Rules;

/// <summary>List control: rows 1 to 15, by the classification of each item.</summary>
internal static class ListControl
{
    public static IEnumerable<ReviewFinding> Judge(ReviewCase asked)
    {
        if (asked.Review.Items.Count == 0)
        {
            return [new("list.no-items", FindingState.Open, (
                "貨物・技術が1件も入力されていません。提供・輸出するものを書き、該非判定を付けてください。", "No goods or technology are entered. Say what is provided or exported, each with its classification."), Clauses.List(null, null))];
        }

        return asked.Review.Items.Select(item => Of(asked, item));
    }

    /// <summary>Whether an item is one of row 16, of which use and user are asked.</summary>
    public static bool IsCatchAll(ReviewCase asked, ReviewedItem item) =>
        item.Exemption is null && asked.Of(item) is { Result: ClassificationResult.CatchAll };

    /// <summary>Row 16(1): specified items, of which conventional weapons are asked for general destinations too; also where the row was not stated.</summary>
    public static bool IsSpecified(ReviewCase asked, ReviewedItem item) =>
        IsCatchAll(asked, item) && asked.Of(item)!.Row is var row && (string.IsNullOrWhiteSpace(row) || !row.Normalize(System.Text.NormalizationForm.FormKC).Contains("(2)", StringComparison.Ordinal));

    private static ReviewFinding Of(ReviewCase asked, ReviewedItem item)
    {
        if (item.Exemption is { } exemption) return Exempt(item, exemption);
        if (asked.Of(item) is not { } found)
        {
            return Open("list.not-classified", item, (
                "該非判定がありません。該非判定を登録して選ぶか、許可を要しない特例と理由を入力してください。", "not classified. Enter and choose its classification, or an exemption with the reason."));
        }

        if (found.Kind != item.Kind)
            return Open("list.other-kind", item, ("該非判定の区分(貨物・技術)が一致しません。", "its classification is of the other kind: goods or technology."));
        if (found.LawAsOf < asked.ProvisionsFrom)
        {
            return Open("list.outdated", item, (
                $"該非判定は{found.LawAsOf:yyyy-MM-dd}時点の法令によるもので、{asked.ProvisionsFrom:yyyy-MM-dd}の改正より前です。判定し直してください。",
                $"classified by the provisions of {found.LawAsOf:yyyy-MM-dd}, before they were amended on {asked.ProvisionsFrom:yyyy-MM-dd}. Classify it anew."));
        }

        return found.Result switch
        {
            ClassificationResult.Listed => new("list.licence", FindingState.Licence, (
                $"「{item.Name}」：リスト規制({found.Row})に該当します。外国への輸出・提供や非居住者への提供には、仕向地にかかわらず許可が必要です。",
                $"“{item.Name}”: under list control ({found.Row}). To export it, or to provide it abroad or to a non-resident, takes a licence wherever it goes."), Clauses.List(item.Kind, found.Row)),
            ClassificationResult.CatchAll => new("list.not-listed", FindingState.Settled, (
                $"「{item.Name}」：リスト規制に該当しません(16の項)。", $"“{item.Name}”: not under list control (row 16)."), Clauses.CatchAll),
            _ => new("list.not-covered", FindingState.Settled, (
                $"「{item.Name}」：どの項にも当たりません。", $"“{item.Name}”: in no row."), Clauses.CatchAll),
        };
    }

    private static ReviewFinding Exempt(ReviewedItem item, ListExemption exemption)
    {
        var words = ReviewWords.Of(exemption);
        if (item.Kind != ControlledItemKind.Technology && exemption != ListExemption.Other)
            return Open("exemption.goods", item, ($"「{words.Ja}」の特例は技術だけのものです。貨物は該非判定をしてください。", "this exemption is for technology alone. Classify the goods."));
        if (string.IsNullOrWhiteSpace(item.Reason))
            return Open("exemption.no-reason", item, ("特例に当たる理由を入力してください。", "say why the exemption applies."));
        return new("exemption.applies", FindingState.Settled, (
            $"「{item.Name}」：許可を要しない特例に当たります({words.Ja})。{item.Reason}", $"“{item.Name}”: exempt ({words.En}). {item.Reason}"), Clauses.Of(exemption));
    }

    private static ReviewFinding Open(string code, ReviewedItem item, Text what) =>
        new(code, FindingState.Open, ($"「{item.Name}」：{what.Ja}", $"“{item.Name}”: {what.En}"), Clauses.List(item.Kind, null));
}

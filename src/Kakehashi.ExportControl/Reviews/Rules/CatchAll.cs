using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews.Rules;

/// <summary>
/// Catch-all controls of row 16 by the objective requirements: use and user. Destinations of Group A are outside of them. Of
/// conventional weapons it is asked for destinations under an arms embargo, and elsewhere for the specified items of row 16(1).
/// </summary>
internal static class CatchAll
{
    public static IEnumerable<ReviewFinding> Judge(ReviewCase asked)
    {
        if (asked.Countries.Count == 0)
        {
            return [new("catch-all.no-destination", FindingState.Open, (
                "仕向地(相手方の国・地域)が入力されていません。", "The destination, the country of the counterparty, is not entered."), Clauses.CatchAll)];
        }

        var groups = asked.Countries.Select(asked.Destinations.Of).ToList();
        if (groups.All(group => group == DestinationGroup.GroupA))
        {
            return [new("catch-all.group-a", FindingState.Settled, (
                "仕向地はグループA(輸出令別表第3)です。用途・需要者の客観要件は問われません(インフォームを受けたときを除く)。",
                "The destination is in Group A (Appended Table 3): use and user are not asked, unless METI has said so (inform)."), Clauses.GroupA)];
        }

        var asksConventional = groups.Contains(DestinationGroup.Embargo) || asked.Review.Items.Any(item => ListControl.IsSpecified(asked, item));
        return [.. Use(asked.Review, asksConventional), .. User(asked.Review, asksConventional)];
    }

    private static IEnumerable<ReviewFinding> Use(ExportReview review, bool asksConventional)
    {
        yield return review.WeaponsUse switch
        {
            SheetAnswer.Yes => new("use.weapons", FindingState.Licence, (
                "大量破壊兵器等の開発等に使われるおそれがあります。許可が必要です。", "It could serve the development of weapons of mass destruction: it takes a licence."), Clauses.WeaponsUse),
            SheetAnswer.No => new("use.no-weapons", FindingState.Settled, (
                "用途要件：大量破壊兵器等の開発等に使われるおそれはありません。", "Use: nothing points to weapons of mass destruction."), Clauses.WeaponsUse),
            _ => new("use.weapons-not-known", FindingState.Open, (
                "大量破壊兵器等の開発等に使われるおそれがあるか、確認できていません。用途を確かめて答えてください。", "It is not known whether it could serve weapons of mass destruction. Find out the use, and answer."), Clauses.WeaponsUse),
        };
        if (!asksConventional)
        {
            yield return new("use.conventional-not-asked", FindingState.Settled, (
                "一般国向けの16の項(2)の品目だけなので、通常兵器の客観要件は問われません。", "Items of row 16(2) alone, to general destinations: conventional weapons are not asked about."), Clauses.ConventionalUse);
            yield break;
        }

        yield return review.ConventionalUse switch
        {
            SheetAnswer.Yes => new("use.conventional", FindingState.Licence, (
                "通常兵器の開発等に使われるおそれがあります。許可が必要です。", "It could serve the development of conventional weapons: it takes a licence."), Clauses.ConventionalUse),
            SheetAnswer.No => new("use.no-conventional", FindingState.Settled, (
                "用途要件：通常兵器の開発等に使われるおそれはありません。", "Use: nothing points to conventional weapons."), Clauses.ConventionalUse),
            _ => new("use.conventional-not-known", FindingState.Open, (
                "通常兵器の開発等に使われるおそれがあるか、確認できていません。用途を確かめて答えてください。", "It is not known whether it could serve conventional weapons. Find out the use, and answer."), Clauses.ConventionalUse),
        };
    }

    private static IEnumerable<ReviewFinding> User(ExportReview review, bool asksConventional)
    {
        yield return review.UserDevelops switch
        {
            SheetAnswer.Yes => Doubt("user.develops", ("需要者が兵器等の開発等を行う、または行っていたとの情報があります。", "The user is said to develop weapons, or to have done so."), review),
            SheetAnswer.No => new("user.develops-nothing", FindingState.Settled, (
                "需要者要件：兵器等の開発等を行うとの情報はありません。", "User: nothing says that it develops weapons."), Clauses.User),
            _ => new("user.not-known", FindingState.Open, (
                "需要者が兵器等の開発等を行うか、確認できていません。", "It is not known whether the user develops weapons."), Clauses.User),
        };
        yield return review.UserIsListed switch
        {
            SheetAnswer.Yes => Listed(review, asksConventional),
            SheetAnswer.No => new("user.not-listed", FindingState.Settled, (
                "需要者は外国ユーザーリストに載っていません。", "The user is not on the Foreign End User List."), Clauses.User),
            _ => new("user.not-screened", FindingState.Open, (
                "需要者を外国ユーザーリストと照合していません。照合して答えてください。", "The user has not been screened against the Foreign End User List. Do so, and answer."), Clauses.User),
        };
    }

    /// <summary>What counts is whether the concern for which the user is listed is met by what the goods or technology could serve.</summary>
    private static ReviewFinding Listed(ExportReview review, bool asksConventional)
    {
        if (review.ListedFor == ConcernTypes.None && !review.ListedForConventional)
        {
            return new("user.no-concern", FindingState.Open, (
                "需要者は外国ユーザーリストに載っています。掲載の懸念区分を選んでください。", "The user is on the Foreign End User List. Say for which types of concern."), Clauses.User);
        }

        if (review.MayServe is null or SheetAnswer.NotKnown || (review.MayServe == SheetAnswer.Yes && review.Serves == ConcernTypes.None && !review.ServesConventional))
        {
            return new("user.not-compared", FindingState.Open, (
                "需要者は外国ユーザーリストに載っています。貨物・技術がどの兵器等に使われうるかを答えてください。", "The user is on the Foreign End User List. Say which weapons the goods or technology could serve."), Clauses.User);
        }

        var serves = review.MayServe == SheetAnswer.Yes;
        var isMet = serves && ((review.ListedFor & review.Serves) != ConcernTypes.None || (asksConventional && review.ListedForConventional && review.ServesConventional));
        return isMet
            ? Doubt("user.concern-met", ("需要者の掲載の懸念区分と、貨物・技術が使われうる兵器等が重なります。", "The concern for which the user is listed is met by what the goods or technology could serve."), review)
            : new("user.concern-not-met", FindingState.Settled, (
                "需要者は外国ユーザーリストに載っていますが、懸念区分は、貨物・技術が使われうる兵器等と重なりません。リストは禁輸のリストではありません。",
                "The user is on the Foreign End User List, but its concern is not met by what the goods or technology could serve. The list is no embargo."), Clauses.User);
    }

    private static ReviewFinding Doubt(string code, Text what, ExportReview review) => SheetOutcome.IsClearlyOtherwise(review)
        ? new(code + "-clear", FindingState.Settled, (
            $"{what.Ja}確認の結果、おそれは明らかにありません：{review.ClearReason}", $"{what.En} It is clearly otherwise: {review.ClearReason}"), Clauses.Clear)
        : new(code, FindingState.Consult, (
            $"{what.Ja}許可を申請するか、経済産業省に相談してください。おそれが明らかにないときは、確認票のすべてに答え、理由を入力します。",
            $"{what.En} Apply for a licence, or ask METI. Where it is clearly otherwise, answer the whole check and say why."), Clauses.Clear);
}

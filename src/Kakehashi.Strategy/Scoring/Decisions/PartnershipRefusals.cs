using Kakehashi.Kernel;

namespace Kakehashi.Strategy.Scoring.Decisions;

/// <summary>Why something is not done with a partnership.</summary>
internal static class PartnershipRefusals
{
    public static Refusal Unknown { get; } = new("partnership.unknown", ("この機関はありません。一覧から選び直してください。", "There is no such partner. Choose one from the list."));

    public static Refusal ChangedMeanwhile { get; } = new("partnership.changed-meanwhile", (
        "ほかの人が先に記録しました。今の内容を確かめて、もう一度行ってください。", "Somebody else was first. Look at it as it is now, and try again."));

    public static Refusal NoTier { get; } = new("partnership.no-tier", ("区分を選んでください。", "Choose a tier."));

    public static Refusal NoReason { get; } = new("partnership.no-reason", ("理由を入力してください(2,000文字まで。評価の訂正では1,000文字まで)。", "Give the reason, in at most 2,000 characters, or 1,000 to correct a review."));

    public static Refusal NoReviewDay { get; } = new("partnership.no-review-day", ("見直す日を、明日から5年以内で入力してください。", "Give a day within five years on which it is looked at again."));

    public static Refusal NoHeldDay { get; } = new("partnership.no-held-day", ("実施日を入力してください。今年度の、今日までの日です。", "Give the day it was held: in this fiscal year, and not after today."));

    public static Refusal NoParticipants { get; } = new("partnership.no-participants", ("出席者を1,000文字以内で入力してください。", "Name the participants, in at most 1,000 characters."));

    public static Refusal NoMinutes { get; } = new("partnership.no-minutes", ("議事要旨を8,000文字以内で入力してください。", "Write the minutes, in at most 8,000 characters."));

    public static Refusal NoDecision { get; } = new("partnership.no-decision", ("決定を選んでください。", "Choose the decision."));

    public static Refusal NoNewTier { get; } = new("partnership.no-new-tier", ("区分を上げる・下げるときは、今より上・下の区分を選んでください。それ以外では選ばないでください。", "To raise or lower the tier, choose one above or below the present one; otherwise choose none."));

    public static Refusal NoStep { get; } = new("partnership.no-step", ("今後の対応の内容を1,000文字以内で、担当を120文字以内で入力し、期日は日付で書いてください。", "Each next step has what is to be done in at most 1,000 characters, who in at most 120, and a day where one is given."));

    public static Refusal ReviewedAlready { get; } = new("partnership.reviewed-already", ("この機関の今年度の評価は、すでに記録されています。訂正するには、記録された評価を開いてください。", "This partner has been reviewed this year. To correct it, open that review."));

    public static Refusal TierStays { get; } = new("partnership.tier-stays", ("区分の決定は、評価の訂正では変えられません。機関のページで区分を決め直してください。", "A correction does not change what was decided of the tier. Decide on the tier anew on the partner’s page."));

    public static Refusal NoReview { get; } = new("partnership.no-review", ("この評価の記録はありません。", "There is no such review."));
}

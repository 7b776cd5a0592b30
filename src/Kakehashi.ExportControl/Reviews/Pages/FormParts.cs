using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews.Pages;

/// <summary>A part of the form of a review.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What it is for; null where the heading says so.</param>
/// <param name="Fields">The C# names of its fields, in order.</param>
internal sealed record FormPart(Text Title, Text? Lead, IReadOnlyList<string> Fields);

/// <summary>Which fields are asked for a subject.</summary>
internal static class FormParts
{
    public static FormPart Application { get; } = new(("申請", "Application"), null,
        [nameof(ExportReview.Reference), nameof(ExportReview.Title), nameof(ExportReview.Unit), nameof(ExportReview.Applicant), nameof(ExportReview.AppliedOn), nameof(ExportReview.NeededBy), nameof(ExportReview.Former)]);

    public static FormPart Parties { get; } = new(("相手方と用途", "Counterparty and use"), null,
        [nameof(ExportReview.Counterparty), nameof(ExportReview.CounterpartyCountry), nameof(ExportReview.EndUser), nameof(ExportReview.EndUserCountry), nameof(ExportReview.Use)]);

    public static FormPart Person { get; } = new(("人", "Person"), ("居住者か非居住者かは、受入れや提供の初日の時点で判断します。", "Resident or not is judged as of the first day."),
        [nameof(ExportReview.Person), nameof(ExportReview.Nationality), nameof(ExportReview.Affiliation), nameof(ExportReview.Residence), nameof(ExportReview.ResidenceBasis)]);

    public static FormPart Categories { get; } = new(("特定類型", "Specific categories"), ("居住者のときに確かめます。どれかに当たる居住者は、非居住者と同じに扱います。", "Asked of residents. A resident in one of them is treated as a non-resident."),
        [
            nameof(ExportReview.UnderContract), nameof(ExportReview.ContractNote), nameof(ExportReview.Benefits), nameof(ExportReview.BenefitNote), nameof(ExportReview.Instructed), nameof(ExportReview.InstructionNote),
            nameof(ExportReview.PledgedOn),
        ]);

    public static FormPart CatchAll { get; } = new(("キャッチオール規制", "Catch-all controls"), ("リスト規制に該当しないもの(16の項)を、グループA以外へ提供・輸出するときに確かめます。", "Asked for items of row 16 that go anywhere but to Group A."),
        [nameof(ExportReview.IsInformed), nameof(ExportReview.WeaponsUse), nameof(ExportReview.ConventionalUse), nameof(ExportReview.UserDevelops)]);

    public static FormPart Listed { get; } = new(("外国ユーザーリスト", "Foreign End User List"), ("禁輸のリストではありません。懸念区分が、貨物・技術の使われうる兵器等と重なるかを確かめます。", "It is no embargo. What counts is whether the types of concern are met by what the goods or technology could serve."),
        [
            nameof(ExportReview.UserIsListed), nameof(ExportReview.UserEntry),
            nameof(ExportReview.ListedForBiological), nameof(ExportReview.ListedForChemical), nameof(ExportReview.ListedForMissiles), nameof(ExportReview.ListedForNuclear), nameof(ExportReview.ListedForConventional),
            nameof(ExportReview.MayServe),
            nameof(ExportReview.ServesBiological), nameof(ExportReview.ServesChemical), nameof(ExportReview.ServesMissiles), nameof(ExportReview.ServesNuclear), nameof(ExportReview.ServesConventional),
        ]);

    /// <summary>Whether a person is asked about.</summary>
    public static bool HasPerson(ReviewSubject subject) => subject is ReviewSubject.Acceptance or ReviewSubject.Provision;
}

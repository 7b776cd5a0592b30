using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews.Rules;

/// <summary>Who the person is under the act: resident or not, and the specific categories of deemed export.</summary>
internal static class PersonRules
{
    private static readonly Text[] Names =
    [
        ("類型1(外国法人等・外国政府等との契約)", "Category 1 (contract with a foreign entity or government)"),
        ("類型2(外国政府等からの実質的な利益)", "Category 2 (substantial benefit from a foreign government)"),
        ("類型3(外国政府等の指示)", "Category 3 (instruction by a foreign government)"),
    ];

    public static IEnumerable<ReviewFinding> Judge(ReviewCase asked)
    {
        if (!asked.HasPerson) return [];
        return asked.Review.Residence switch
        {
            null => [new("person.residence", FindingState.Open, (
                "居住者か非居住者かが入力されていません。受入れの初日の時点で確かめてください。", "It is not said whether the person is a resident. Find out as of the first day."), Clauses.Residence)],
            Residence.NonResident => [new("person.non-resident", FindingState.Settled, (
                "非居住者です。日本国内での提供も、外国への提供と同じく規制されます。", "A non-resident: providing technology in Japan is controlled as providing it abroad."), Clauses.Technology)],
            _ => Resident(asked),
        };
    }

    private static IEnumerable<ReviewFinding> Resident(ReviewCase asked)
    {
        var review = asked.Review;
        if (review.ResidenceBasis is not { } basis)
        {
            yield return new("person.basis", FindingState.Open, (
                "居住者である根拠(勤務、6か月以上の滞在など)が入力されていません。", "It is not said why the person is a resident: employment, six months in the country."), Clauses.Residence);
        }
        else
        {
            var words = ReviewWords.Of(basis);
            yield return new("person.resident", FindingState.Settled, ($"居住者です：{words.Ja}。", $"A resident: {words.En}."), Clauses.Residence);
        }

        foreach (var finding in asked.Categories.Zip(Names, Category)) yield return finding;
        if (asked.IsInCategory)
        {
            yield return new("category.as-non-resident", FindingState.Settled, (
                "特定類型に当たる居住者です。非居住者への提供と同じに扱います。", "A resident in a specific category: treated as a non-resident."), Clauses.Categories);
        }

        yield return Pledge(review);
    }

    private static ReviewFinding Category(SheetAnswer? answer, Text name) => answer switch
    {
        SheetAnswer.Yes => new("category.met", FindingState.Settled, ($"{name.Ja}：当たります。", $"{name.En}: met."), Clauses.Categories),
        SheetAnswer.No => new("category.not-met", FindingState.Settled, ($"{name.Ja}：当たりません。", $"{name.En}: not met."), Clauses.Categories),
        _ => new("category.not-known", FindingState.Open, (
            $"{name.Ja}：確認できていません。本人の申告で「はい」か「いいえ」にしてください。", $"{name.En}: not known. Have the person declare it, yes or no."), Clauses.Categories),
    };

    private static ReviewFinding Pledge(ExportReview review)
    {
        var hasFile = review.Evidence.Any(one => one.Purpose == EvidencePurpose.Pledge);
        if (review.PledgedOn is { } day && hasFile)
            return new("pledge.received", FindingState.Settled, ($"誓約書を{day:yyyy-MM-dd}に受け取りました。", $"The pledge was received on {day:yyyy-MM-dd}."), Clauses.Categories);
        return new("pledge.missing", FindingState.Open, (review.PledgedOn, hasFile) switch
        {
            (null, true) => ("誓約書を受け取った日を入力してください。", "Enter the day on which the pledge was received."),
            (not null, false) => ("誓約書の写しを証跡に加えてください。", "Add a copy of the pledge as evidence."),
            _ => ("特定類型についての誓約書がありません。受け取った日を入力し、写しを証跡に加えてください。", "The pledge on the specific categories is missing. Enter the day it was received, and add a copy as evidence."),
        }, Clauses.Categories);
    }
}

using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Lists;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>Whom a review names: the person, with whom they are affiliated, and the parties of the transaction.</summary>
internal static class ScreenedReviews
{
    public static IEnumerable<ScreenedSubject> Of(ExportReview review)
    {
        if (!string.IsNullOrWhiteSpace(review.Person)) yield return new(review.Person, ListedKind.Person) { Country = review.Nationality };
        foreach (var (name, country) in new[] { (review.Affiliation, null), (review.Counterparty, review.CounterpartyCountry), (review.EndUser, review.EndUserCountry) })
            if (!string.IsNullOrWhiteSpace(name)) yield return new(name, ListedKind.Organisation) { Country = country };
    }
}

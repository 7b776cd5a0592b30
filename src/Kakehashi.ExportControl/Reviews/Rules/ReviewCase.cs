namespace Kakehashi.ExportControl.Reviews.Rules;

/// <summary>All that the rules ask about: a review, the classifications it links, and the law's data of a day.</summary>
/// <param name="Review">The review.</param>
/// <param name="Classifications">The classifications of its items, by number; those withdrawn are not among them.</param>
/// <param name="Destinations">The groups of destinations.</param>
/// <param name="ProvisionsFrom">Since when the provisions are in force that a classification must rest on; null for any.</param>
public sealed record ReviewCase(ExportReview Review, IReadOnlyDictionary<long, ItemClassification> Classifications, Destinations Destinations, DateOnly? ProvisionsFrom)
{
    /// <summary>The countries that it goes to, each once.</summary>
    public IReadOnlyList<string> Countries => [.. new[] { Review.CounterpartyCountry, Review.EndUserCountry }.OfType<string>().Distinct()];

    /// <summary>A person is asked about: always where one is taken in.</summary>
    public bool HasPerson => Review.Subject == ReviewSubject.Acceptance || (Review.Subject == ReviewSubject.Provision && (Review.Residence is not null || Review.Person is { Length: > 0 }));

    /// <summary>The three specific categories, in order.</summary>
    public IReadOnlyList<SheetAnswer?> Categories => [Review.UnderContract, Review.Benefits, Review.Instructed];

    /// <summary>A resident in a specific category, who is treated as a non-resident.</summary>
    public bool IsInCategory => Review.Residence == Residence.Resident && Categories.Contains(SheetAnswer.Yes);

    /// <summary>A deal within Japan, with nobody who is or counts as a non-resident.</summary>
    public bool IsWithinJapan => Review.Subject is ReviewSubject.Provision or ReviewSubject.JointResearch && Countries.Count > 0 && Countries.All(country => country == "JP")
        && !(HasPerson && (Review.Residence == Residence.NonResident || IsInCategory));

    /// <summary>
    /// What is provided stays in Japan, with a resident who is in no category: the law asks for no licence.
    /// </summary>
    public bool StaysWithResident => Review.Subject == ReviewSubject.Acceptance && Review.Residence == Residence.Resident && Categories.All(one => one == SheetAnswer.No);

    /// <summary>The classification of an item; null where there is none in use.</summary>
    public ItemClassification? Of(ReviewedItem item) => item.Classification is { } id ? Classifications.GetValueOrDefault(id.Value) : null;
}

using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Lists;

namespace Kakehashi.Education.Mobility;

/// <summary>Whom a stay brings in: the person, and the organisation as it was written where it is not one of the database.</summary>
internal static class ScreenedStays
{
    public static IEnumerable<ScreenedSubject> Of(MobilityPeriod stay)
    {
        string[] names = [.. new[] { stay.PersonName, stay.PersonNameNative }.OfType<string>().Where(name => !string.IsNullOrWhiteSpace(name))];
        if (names.Length > 0) yield return new(names[0], ListedKind.Person) { OtherNames = names[1..], Country = stay.Nationality, Born = stay.BornOn };
        if (stay.Partner is null && !string.IsNullOrWhiteSpace(stay.PartnerName)) yield return new(stay.PartnerName, ListedKind.Organisation) { Country = stay.PartnerCountry };
    }
}

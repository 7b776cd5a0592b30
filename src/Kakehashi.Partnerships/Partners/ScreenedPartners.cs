using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Partnerships.Agreements;

namespace Kakehashi.Partnerships.Partners;

/// <summary>Whom the records of partnerships bring in: organisations, and parties of agreements as they were written where they are none of the database.</summary>
internal static class ScreenedPartners
{
    public static IEnumerable<ScreenedSubject> Of(Organisation organisation)
    {
        string[] names = [.. new[] { organisation.Name.En, organisation.Name.Ja }.Concat(organisation.Names.Where(name => name.Kind != OrganisationNameKind.Acronym).Select(name => name.Value))
            .OfType<string>().Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal)];
        if (names.Length > 0) yield return new(names[0], ListedKind.Organisation) { OtherNames = names[1..], Country = organisation.Country };
    }

    public static IEnumerable<ScreenedSubject> Of(Agreement agreement)
    {
        if (agreement.Partner is null && !string.IsNullOrWhiteSpace(agreement.PartnerName)) yield return new(agreement.PartnerName, ListedKind.Organisation) { Country = agreement.Country };
        foreach (var party in agreement.OtherParties)
            if (party.Organisation is null && !string.IsNullOrWhiteSpace(party.SignedAs)) yield return new(party.SignedAs, ListedKind.Organisation);
    }
}

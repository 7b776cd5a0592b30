using System.Security.Cryptography;
using System.Text;
using Kakehashi.Matching.Entities;
using Kakehashi.Matching.Normalising;
using Kakehashi.Partnerships.Partners;

namespace Kakehashi.Partnerships.Duplicates;

/// <summary>What of an organisation is compared with others.</summary>
internal sealed class ComparedOrganisation
{
    public ComparedOrganisation(Organisation organisation)
    {
        Organisation = organisation;
        var names = new[] { organisation.Name.Ja, organisation.Name.En }.OfType<string>().Select(text => (Text: text, Use: NameUse.Label))
            .Concat(organisation.Names.Select(name => (Text: name.Value, Use: UseOf(name.Kind))))
            .Where(name => !string.IsNullOrWhiteSpace(name.Text)).DistinctBy(name => name.Text, StringComparer.Ordinal).ToList();
        Entity = new(organisation.Id.ToString(), [.. names.Select(name => new KnownName(Name.Of(name.Text), name.Use)).DistinctBy(name => name.Name.Key, StringComparer.Ordinal)])
        {
            Country = organisation.Country,
            City = organisation.City,
        };
        Ror = [.. organisation.Identifiers.Where(one => one.Scheme == IdentifierScheme.Ror).Select(one => one.Value)];
        Keys = [.. organisation.Identifiers.Select(one => one.Key).OfType<string>()];
    }

    public Organisation Organisation { get; }

    public long Number => Organisation.Number;

    public KnownEntity Entity { get; }

    public HashSet<string> Ror { get; }

    /// <summary>The identifiers that mean one organisation.</summary>
    public HashSet<string> Keys { get; }

    /// <summary>The name of its web server; null where it has none.</summary>
    public string? Host => Organisation.Host;

    /// <summary>What was compared of two, in few characters: another value where a name, a country or an identifier has changed.</summary>
    public static string Fingerprint(ComparedOrganisation one, ComparedOrganisation other)
    {
        var (first, second) = one.Number < other.Number ? (one, other) : (other, one);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{first.Told()}\f{second.Told()}"))[..16]);
    }

    private string Told() => string.Join('\n', Entity.Names.Select(name => name.Name.Key).Order(StringComparer.Ordinal)
        .Append(Organisation.Country ?? "").Concat(Keys.Order(StringComparer.Ordinal)));

    private static NameUse UseOf(OrganisationNameKind kind) => kind switch
    {
        OrganisationNameKind.Label => NameUse.Label,
        OrganisationNameKind.Alias => NameUse.Alias,
        _ => NameUse.Acronym,
    };
}

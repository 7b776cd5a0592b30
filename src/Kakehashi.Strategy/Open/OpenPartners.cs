using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Codes;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Open;

/// <summary>A partner as the public sees it: nothing but its name and place, and how many agreements are in force.</summary>
/// <param name="Name">Its name; where it is no organisation of the database, as it was signed.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where it is not known.</param>
/// <param name="CountryName">What the country is called.</param>
/// <param name="City">Its city.</param>
/// <param name="Website">Its own page, where that is an address of the web.</param>
/// <param name="RorId">Its identifier in the Research Organization Registry.</param>
/// <param name="Agreements">Agreements in force.</param>
public sealed record OpenPartner(Bilingual Name, string? Country, Text CountryName, string? City, string? Website, string? RorId, int Agreements);

/// <summary>The partners with agreements in force today.</summary>
public static class OpenPartners
{
    /// <summary>By country and name; empty where the university has not decided to show them.</summary>
    public static async Task<IReadOnlyList<OpenPartner>> ReadAsync(Workspace workspace, CancellationToken cancel)
    {
        if (!workspace.University.Open.ShowsPartners) return [];
        await using var context = workspace.Database.Read();
        var today = workspace.Today;
        var inForce = (await context.Set<Agreement>().Where(one => !one.IsWithdrawn && one.State == AgreementState.InForce).ToListAsync(cancel))
            .Where(one => (one.EffectiveFrom ?? one.SignedOn ?? today) <= today && (one.RenewsByItself || (one.ExpiresOn ?? today) >= today)).ToList();
        var counts = inForce.SelectMany(Parties).GroupBy(party => party).ToDictionary(same => same.Key, same => same.Count());
        var known = (await context.LoadAsync(workspace.Types[typeof(Organisation)], counts.Keys, cancel)).Cast<Organisation>().Where(one => !one.IsWithdrawn);
        var unknown = inForce.Where(one => one.Partner is null && !string.IsNullOrWhiteSpace(one.PartnerName)).GroupBy(one => (one.PartnerName, one.Country));
        var countries = workspace.Codes[CodeLists.Countries];
        return
        [
            .. known.Select(one => new OpenPartner(one.Name, one.Country, NameOf(countries, one.Country), one.City, Web(one.Website), Ror(one), counts[one.Number]))
                .Concat(unknown.Select(same => new OpenPartner(new(same.Key.PartnerName!, same.Key.PartnerName!), same.Key.Country, NameOf(countries, same.Key.Country), null, null, null, same.Count())))
                .OrderBy(one => one.CountryName.En, StringComparer.Ordinal).ThenBy(one => one.Name.In(Language.En), StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<long> Parties(Agreement agreement) =>
        new[] { agreement.Partner }.Concat(agreement.OtherParties.Select(party => party.Organisation)).OfType<Id<Organisation>>().Select(id => id.Value).Distinct();

    private static Text NameOf(CodeList countries, string? code) => code is null ? ("記録なし", "Not recorded") : countries.Label(code);

    // what was typed may be anything: only addresses of the web become links
    private static string? Web(string? typed) => Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address.AbsoluteUri : null;

    private static string? Ror(Organisation one) => one.Identifiers.FirstOrDefault(identifier => identifier.Scheme == IdentifierScheme.Ror)?.Value;
}

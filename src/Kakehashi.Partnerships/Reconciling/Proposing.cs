using Kakehashi.Kernel;
using Kakehashi.Matching.Entities;
using Kakehashi.Matching.Normalising;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Registry;

namespace Kakehashi.Partnerships.Reconciling;

/// <summary>
/// Finds the organisations of the registry that one of ours may be. The best of its names counts; a country that contradicts is a veto, a city,
/// a website or an identifier that agrees takes away from what is left of doubt.
/// </summary>
public static class Proposing
{
    /// <summary>The least score at which somebody is asked.</summary>
    public const double Least = 0.6;

    /// <summary>How many are proposed for one organisation at most.</summary>
    public const int Most = 5;

    private const int Compared = 12;
    private const double DoubtLeftBySameCity = 0.6, DoubtLeftBySameSite = 0.25, DoubtLeftBySameId = 0.02, OfAnUnknownCountry = 0.9, OfAnAcronymAlone = 0.75;

    /// <summary>What the registry may have for an organisation.</summary>
    public static Proposals For(this RegistryInUse registry, Organisation organisation)
    {
        var best = new Dictionary<string, (Match Match, string Ours, double Score)>(StringComparer.Ordinal);
        foreach (var (text, isAcronym) in NamesOf(organisation))
        {
            foreach (var match in registry.Names.Find(Name.Of(text), Least * OfAnAcronymAlone, Compared))
            {
                if (organisation.Country is { } ours && match.Entity.Country is { } theirs && ours != theirs) continue;
                var score = match.Score * (isAcronym || match.Name.Use == NameUse.Acronym ? OfAnAcronymAlone : 1);
                if (!best.TryGetValue(match.Entity.Id, out var known) || known.Score < score) best[match.Entity.Id] = (match, text, score);
            }
        }

        return new([.. best.Values.Select(one => Weighed(organisation, registry[one.Match.Entity.Id]!, one.Match, one.Ours, one.Score))
            .Where(one => one.Score >= Least).OrderByDescending(one => one.Score).ThenBy(one => one.Entry.Id, StringComparer.Ordinal).Take(Most)]);
    }

    /// <summary>Whether an organisation has a ROR id.</summary>
    public static bool HasRor(this Organisation organisation) => organisation.Identifiers.Exists(one => one.Scheme == IdentifierScheme.Ror);

    private static IEnumerable<(string Text, bool IsAcronym)> NamesOf(Organisation one) =>
        new[] { one.Name.Ja, one.Name.En }.OfType<string>().Select(text => (text, false))
            .Concat(one.Names.Select(name => (name.Value, name.Kind == OrganisationNameKind.Acronym)))
            .Where(name => name.Item1.Length > 0).DistinctBy(name => name.Item1);

    private static Proposal Weighed(Organisation ours, RegistryEntry theirs, Match match, string name, double score)
    {
        var why = match.Why.Select(finding => finding.Words).ToList();
        if (ours.Country is null || theirs.Entity.Country is null)
        {
            score *= OfAnUnknownCountry;
            why.Add(("国・地域が不明", "a country is not known"));
        }
        else
        {
            why.Add(("国・地域が一致", "the country agrees"));
        }

        if (IsSame(ours.City, theirs.Entity.City)) Agrees(DoubtLeftBySameCity, ("都市が一致", "the city agrees"));
        else if (ours.City is { } city && theirs.Entity.City is { } other) why.Add(($"都市は{city}と{other}", $"the cities are {city} and {other}"));
        if (ours.Host is { } site && site == Organisation.HostOf(theirs.Website)) Agrees(DoubtLeftBySameSite, ($"ウェブサイトが一致({site})", $"the website agrees ({site})"));
        if (ours.Identifiers.Find(one => theirs.OtherIds.Contains($"{CodeNames.Of(one.Scheme)}:{one.Value}")) is { } id)
            Agrees(DoubtLeftBySameId, ($"識別子が一致({CodeNames.Of(id.Scheme)} {id.Value})", $"an identifier agrees ({CodeNames.Of(id.Scheme)} {id.Value})"));
        return new(theirs, score, name, match.Name.Name.Text, why);

        void Agrees(double doubtLeft, Text words)
        {
            score = 1 - ((1 - score) * doubtLeft);
            why.Add(words);
        }
    }

    private static bool IsSame(string? one, string? other) => one is not null && other is not null && Name.Of(one) is { IsEmpty: false } name && name.Key == Name.Of(other).Key;
}

using System.Collections.Concurrent;
using Kakehashi.Kernel;
using Kakehashi.Matching.Entities;
using Kakehashi.Matching.Scoring;
using Kakehashi.Partnerships.Partners;

namespace Kakehashi.Partnerships.Duplicates;

/// <summary>Two organisations that may be one.</summary>
/// <param name="First">The number of the one, the smaller of the two.</param>
/// <param name="Second">The number of the other.</param>
/// <param name="Score">How sure it is: 1 for the same ROR ID, less for all else.</param>
/// <param name="Why">Why, the weightiest first.</param>
/// <param name="Fingerprint">What was compared.</param>
public sealed record PossibleDuplicate(long First, long Second, double Score, IReadOnlyList<Text> Why, string Fingerprint);

/// <summary>
/// Finds organisations that may be the same: by their identifiers, and by their names in either language. Each name is
/// looked up in an index, so that the time grows with the number of organisations and not with that of all pairs.
/// </summary>
public static class DuplicatePairs
{
    /// <summary>Less is not worth anybody's time: names that share a common word.</summary>
    public const double Least = 0.8;

    private const double OfSharedKey = 0.97, OfAcronym = 0.9;

    private const int MostOfAName = 8, MostFindings = 3;

    /// <summary>The pairs, in no order.</summary>
    /// <param name="all">All organisations.</param>
    /// <param name="among">Only pairs that one of these is in; null for all.</param>
    /// <param name="cancel">Ends it.</param>
    public static IReadOnlyList<PossibleDuplicate> Find(IReadOnlyList<Organisation> all, IReadOnlySet<long>? among, CancellationToken cancel)
    {
        var compared = all.Select(one => new ComparedOrganisation(one)).ToDictionary(one => one.Entity.Id, StringComparer.Ordinal);
        var asked = compared.Values.Where(one => among?.Contains(one.Number) != false).ToList();
        var names = EntityNames.Of(compared.Values.Select(one => one.Entity));
        var byKey = compared.Values.SelectMany(one => one.Keys.Select(key => (key, one))).ToLookup(pair => pair.key, pair => pair.one, StringComparer.Ordinal);
        var found = new ConcurrentDictionary<(long, long), PossibleDuplicate>();
        Parallel.ForEach(asked, new ParallelOptions { CancellationToken = cancel }, one =>
        {
            foreach (var other in one.Keys.SelectMany(key => byKey[key]).Where(other => other != one).Distinct()) Keep(found, OfKeys(one, other));
            foreach (var name in one.Entity.Names.Where(name => name.Use != NameUse.Acronym))
                foreach (var match in names.Find(name.Name, Least, MostOfAName))
                    if (compared[match.Entity.Id] is var other && other != one && OfNames(one, name, other, match) is { } pair) Keep(found, pair);
        });
        return [.. found.Values];
    }

    /// <summary>The surest first.</summary>
    public static IEnumerable<PossibleDuplicate> InOrder(this IEnumerable<PossibleDuplicate> pairs) =>
        pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.First).ThenBy(pair => pair.Second);

    private static void Keep(ConcurrentDictionary<(long, long), PossibleDuplicate> found, PossibleDuplicate pair) =>
        found.AddOrUpdate((pair.First, pair.Second), pair, (_, known) => known.Score >= pair.Score ? known : pair);

    private static PossibleDuplicate OfKeys(ComparedOrganisation one, ComparedOrganisation other)
    {
        var isRor = one.Ror.Overlaps(other.Ror);
        var key = one.Keys.Intersect(other.Keys).Order(StringComparer.Ordinal).First();
        Text why = isRor ? ("ROR IDが同じ", "The same ROR ID") : ($"識別子が同じ：{key}", $"The same identifier: {key}");
        return Pair(one, other, isRor ? 1 : OfSharedKey, [why]);
    }

    private static PossibleDuplicate? OfNames(ComparedOrganisation one, KnownName name, ComparedOrganisation other, Match match)
    {
        if (Contradict(one, other)) return null;
        var isSameCountry = one.Entity.Country is { } country && country == other.Entity.Country;
        var score = match.Score;
        // first letters are shared by many: they tell something within a country
        if (match.Name.Use == NameUse.Acronym) score = isSameCountry ? score * OfAcronym : 0;
        if (one.Host is { } host && host.Equals(other.Host, StringComparison.OrdinalIgnoreCase)) score = (1 + score) / 2;
        if (score < Least) return null;
        // no name proves who is meant
        return Pair(one, other, Math.Min(score, 0.99), [.. Why(one, name, other, match, isSameCountry)]);
    }

    private static IEnumerable<Text> Why(ComparedOrganisation one, KnownName name, ComparedOrganisation other, Match match, bool isSameCountry)
    {
        if (name.Name.Text == match.Name.Name.Text) yield return ($"「{name.Name.Text}」という名称が同じ", $"Both are called “{name.Name.Text}”");
        else
        {
            yield return ($"名称「{name.Name.Text}」と「{match.Name.Name.Text}」", $"“{name.Name.Text}” and “{match.Name.Name.Text}”");
            foreach (var finding in match.Why.Where(finding => finding.Kind != FindingKind.NothingToCompare).Take(MostFindings)) yield return finding.Words;
        }

        if (isSameCountry) yield return ("国・地域が同じ", "The same country");
        if (one.Entity.City is { } city && city.Equals(other.Entity.City, StringComparison.OrdinalIgnoreCase)) yield return ($"都市が同じ：{city}", $"The same city: {city}");
        if (one.Host is { } host && host.Equals(other.Host, StringComparison.OrdinalIgnoreCase)) yield return ($"ウェブサイトが同じ：{host}", $"The same website: {host}");
    }

    /// <summary>Another country, another ROR ID, or one said to be a part or the successor of the other.</summary>
    private static bool Contradict(ComparedOrganisation one, ComparedOrganisation other) =>
        (one.Entity.Country is { } country && other.Entity.Country is { } another && country != another)
        || (one.Ror.Count > 0 && other.Ror.Count > 0 && !one.Ror.Overlaps(other.Ror))
        || one.Organisation.Relations.Exists(relation => other.Keys.Contains(relation.Other))
        || other.Organisation.Relations.Exists(relation => one.Keys.Contains(relation.Other));

    private static PossibleDuplicate Pair(ComparedOrganisation one, ComparedOrganisation other, double score, IReadOnlyList<Text> why) =>
        new(Math.Min(one.Number, other.Number), Math.Max(one.Number, other.Number), score, why, ComparedOrganisation.Fingerprint(one, other));
}

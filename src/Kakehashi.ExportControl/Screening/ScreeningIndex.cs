using Kakehashi.ExportControl.Lists;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.ExportControl.Screening;

/// <summary>
/// Versions of lists of concern, made ready to be asked who of them may be meant. Made once, never changed; any number of
/// threads may ask. An answer is no decision: it says whom a person has to look at, and why.
/// </summary>
public sealed class ScreeningIndex
{
    private readonly ScreenedNames persons;
    private readonly ScreenedNames others;

    private ScreeningIndex(IReadOnlyList<ListVersion> versions)
    {
        Versions = versions;
        var all = versions.SelectMany(version => version.Entities.SelectMany(entity => entity.Names.SelectMany(NameParts.Of)
            .Select(name => new ScreenedName(version, entity, name, Name.Of(name.Text))))).Where(one => !one.Name.IsEmpty).ToList();
        persons = new(isOfPersons: true, [.. all.Where(one => one.Entity.Kind == ListedKind.Person)]);
        others = new(isOfPersons: false, [.. all.Where(one => one.Entity.Kind != ListedKind.Person)]);
    }

    /// <summary>The lists that are asked, as they stood.</summary>
    public IReadOnlyList<ListVersion> Versions { get; }

    /// <summary>Makes an index of versions, one of each list as a rule.</summary>
    public static ScreeningIndex Of(IReadOnlyList<ListVersion> versions) => new(versions);

    /// <summary>Whether a name holds a letter or a digit: of any other there is nothing to compare.</summary>
    public static bool CanBeCompared(string name) => !Name.Of(name).IsEmpty;

    /// <summary>Who may be meant, the surest first, each entity once; empty where nobody is.</summary>
    public IReadOnlyList<Hit> Hits(ScreeningQuery query)
    {
        var asked = query.OtherNames.Prepend(query.Name).SelectMany(text => KanaReadings.Of(text).Prepend(text)).Select(Name.Of).Where(name => !name.IsEmpty).ToList();
        return [.. Found(persons, asked, query).Concat(Found(others, asked, query))
            .GroupBy(one => one.Like.Listed.Entity, ReferenceEqualityComparer.Instance).Select(same => same.MaxBy(one => one.Score))
            .Where(one => query.WithWeak || one.Score >= Hit.Threshold)
            .OrderByDescending(one => one.Score).ThenBy(one => one.Like.Listed.Version.List).ThenBy(one => one.Like.Listed.Entity.Number, StringComparer.Ordinal)
            .Select(one => HitOf(one.Names, one.Like, one.Score, one.Evidence))];
    }

    private static IEnumerable<(ScreenedNames Names, Likeness Like, double Score, IReadOnlyList<Evidence> Evidence)> Found(ScreenedNames names, List<Name> asked, ScreeningQuery query)
    {
        var alike = asked.SelectMany(names.Like);
        if (query.WithWeak) alike = asked.SelectMany(names.OneWordOf).Concat(alike);
        foreach (var like in alike.Where(like => like.Rule == HitRule.OneWord || like.Score >= LeastOf(query)))
        {
            var evidence = EvidenceFor.Of(query, like);
            yield return (names, like, EvidenceFor.Weighed(like.Score, evidence), evidence);
        }
    }

    // no evidence lifts a score from further below
    private static double LeastOf(ScreeningQuery query) => query.WithWeak ? 0.4 : 0.35;

    private static Hit HitOf(ScreenedNames names, Likeness like, double score, IReadOnlyList<Evidence> evidence) =>
        new(like.Listed.Version, like.Listed.Entity, like.Listed.Listed, like.Asked.Text, score, like.Rule, names.Why(like), evidence);
}

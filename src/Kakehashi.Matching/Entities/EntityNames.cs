using Kakehashi.Matching.Indexing;
using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Entities;

/// <summary>
/// Entities to be found by name. Made once, never changed, read by any number of threads. A search costs one near search over
/// all keys, the lists of the query's rarest words, and a comparison with each of the <see cref="MostCompared"/> names that share most.
/// </summary>
public sealed class EntityNames
{
    /// <summary>Names that a query is compared with word by word.</summary>
    public const int MostCompared = 150;

    private const int EditsAllowed = 2;

    private readonly List<(KnownEntity Entity, KnownName Name)> all;
    private readonly NameIndex near;
    private readonly WordIndex words;
    private readonly Dictionary<string, List<int>> exact = new(StringComparer.Ordinal);

    private EntityNames(List<(KnownEntity Entity, KnownName Name)> all)
    {
        this.all = all;
        near = NameIndex.Of([.. all.Select(one => one.Name.Name.Key)]);
        words = WordIndex.Of([.. all.Select(one => one.Name.Name)]);
        for (var at = 0; at < all.Count; at++)
        {
            if (!exact.TryGetValue(all[at].Name.Name.Key, out var same)) exact[all[at].Name.Name.Key] = same = [];
            same.Add(at);
        }
    }

    /// <summary>The entities, each once.</summary>
    internal IEnumerable<KnownEntity> Entities => all.Select(one => one.Entity).Distinct(ReferenceEqualityComparer.Instance).Cast<KnownEntity>();

    /// <summary>All names of some entities; empty ones are left out.</summary>
    public static EntityNames Of(IEnumerable<KnownEntity> entities) =>
        new([.. entities.SelectMany(entity => entity.Names.Where(name => !name.Name.IsEmpty).Select(name => (entity, name)))]);

    /// <summary>The entities whose names are most like a name, the best first, each once.</summary>
    /// <param name="name">The name.</param>
    /// <param name="least">The least score that is of interest.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<Match> Find(Name name, double least = 0.5, int most = 10)
    {
        if (name.IsEmpty) return [];
        var candidates = near.Near(name.Key, EditsAllowed).Take(MostCompared).Select(found => found.At).Concat(words.Sharing(name, MostCompared)).ToHashSet();
        return [.. candidates.Select(at => Compare(name, at)).Where(match => match.Score >= least)
            .GroupBy(match => match.Entity.Id).Select(same => same.MaxBy(match => match.Score)!)
            .OrderByDescending(match => match.Score).ThenBy(match => match.Entity.Id, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>The entities that have exactly this key as a name.</summary>
    internal IEnumerable<(KnownEntity Entity, KnownName Name)> Exactly(string key) => exact.TryGetValue(key, out var found) ? found.Select(at => all[at]) : [];

    private Match Compare(Name name, int at)
    {
        var (entity, known) = all[at];
        var score = NameScore.Of(name, known.Name);
        return new(entity, known, score.Value, score.Why);
    }
}

using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;
using Kakehashi.Matching.Searching;

namespace Kakehashi.Matching.Entities;

/// <summary>Institutions with names in Latin letters, to be found by names in katakana. Made once; any number of threads may read it.</summary>
internal sealed class SpokenEntities
{
    private const double OfTheShownName = 0.02, OfRenown = 0.02;

    private readonly List<(KnownEntity Entity, KnownName Name, SpokenInstitution Spoken)> all = [];
    private readonly List<List<int>> having = [];
    private readonly Misspellings near;

    public SpokenEntities(IEnumerable<KnownEntity> entities)
    {
        var places = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            foreach (var name in entity.Names)
            {
                if (name.Use == NameUse.Acronym || !SpokenName.IsLatin(name.Name) || SpokenInstitution.Of(name.Name) is not { } spoken) continue;
                foreach (var sound in spoken.Sounds) Keep(sound, places);
                all.Add((entity, name, spoken));
            }
        }

        near = new([.. places.Keys]);
    }

    /// <summary>Those that sound like a name, the likeliest first, each once, each with how likely it is among the others.</summary>
    public IReadOnlyList<RankedMatch> Like(Name name, double least)
    {
        if (SpokenInstitution.Of(name) is not { Sounds: [{ Length: > 1 } sound] } asked) return [];
        var found = new List<(int At, int Edits)>();
        near.Find(sound, found);
        return [.. found.SelectMany(one => having[one.At]).Distinct().Select(at => Compare(name, asked, at)).Where(one => one.Match.Score >= least)
            .GroupBy(one => one.Match.Entity.Id).Select(same => same.MaxBy(one => one.Rank)!).OrderByDescending(one => one.Rank).ThenBy(one => one.Match.Entity.Id, StringComparer.Ordinal)];
    }

    private void Keep(string sound, OrderedDictionary<string, int> places)
    {
        if (!places.TryGetValue(sound, out var place))
        {
            places[sound] = place = having.Count;
            having.Add([]);
        }

        having[place].Add(all.Count);
    }

    private RankedMatch Compare(Name name, SpokenInstitution asked, int at)
    {
        var (entity, known, spoken) = all[at];
        var (score, why) = TextPair.OfReading(name, asked, known.Name, spoken);
        return new(new(entity, known, score, why), score + (known == entity.Names[0] ? OfTheShownName : 0) + (OfRenown * Math.Log2(1 + entity.Renown)));
    }
}

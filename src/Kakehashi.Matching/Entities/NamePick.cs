using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Entities;

/// <summary>An institution that a text names.</summary>
/// <param name="Match">It, and how the name fits.</param>
/// <param name="Rank">How likely it is the one that is meant most.</param>
internal sealed record RankedMatch(Match Match, double Rank);

/// <summary>Which of the institutions with one name is meant, by what a text tells of places and by how well known they are.</summary>
internal sealed class NamePick(Places places, ToldPlaces told)
{
    /// <summary>Bits of a name that is not by chance that of an institution; a university's may have less.</summary>
    public const double BitsOfAName = 13, BitsOfAUniversity = 10;

    /// <summary>Bits of a word that is in few names, and of one that is in the table of common words no more.</summary>
    public const double BitsOfAFairWord = 9, BitsOfARareWord = 12;

    /// <summary>An institution with so many relations and identifiers may be meant by first letters or by common words alone.</summary>
    public const int MuchRenown = 9;

    private const double ToBeToldApart = 0.05, ToBeGuessed = 0.5, OfAUniversity = 3, OfALaterPart = 0.1;

    /// <summary>The one that fits best; null where none does, or several do as well.</summary>
    /// <param name="all">Those that are called so.</param>
    /// <param name="name">The words of the text.</param>
    /// <param name="part">In which part of the text.</param>
    public RankedMatch? Of(IEnumerable<Called> all, Name name, int part)
    {
        var ranked = all.Where(one => told.Allows(one.Entity)).Select(one => (Called: one, Rank: AmongSame(one, name))).GroupBy(one => one.Called.Entity.Id)
            .Select(same => same.MaxBy(one => one.Rank)).OrderByDescending(one => one.Rank).Take(2).ToList();
        if (ranked.Count == 0) return null;
        var best = ranked[0].Called;
        // University of California: that of which city is a guess
        var apart = best.By >= Calling.WithoutPlace && told.Of(best.Entity, name) == 0 ? ToBeGuessed : ToBeToldApart;
        if (ranked.Count > 1 && ranked[0].Rank - ranked[1].Rank < apart) return null;
        var score = NameScore.Of(name, best.Name.Name);
        return new(new(best.Entity, best.Name, score.Value, score.Why), AmongAll(best, name) + (OfALaterPart * part));
    }

    /// <summary>A name tells who is meant where it has a rare word or a place, or where the text names the place of the institution besides.</summary>
    public bool TellsEnough(Name name, Called one)
    {
        var plain = name.Words.Where(word => word.Kind == WordKind.Plain).ToList();
        var bits = plain.Sum(WordBits.Of);
        var hasOwn = plain.Exists(word => WordBits.Of(word) >= BitsOfARareWord || IsPlace(new("", [word])));
        // University Medical Center (Rotterdam) is that of any city
        if (one.By == Calling.WithoutPlace && !hasOwn && !(plain.Count == 2 && plain.Exists(word => WordBits.Of(word) >= BitsOfAFairWord)) && !told.HasCityOf(one.Entity, name)) return false;
        if (plain.Exists(CalledNames.IsUniversity)) return bits >= BitsOfAUniversity;
        if (bits < BitsOfAName) return false;
        return hasOwn || IsNear(name, one.Entity) || (one.By <= Calling.Alias && (one.Entity.Renown >= MuchRenown || one.Entity.Teaches));
    }

    /// <summary>The text names its country or city, besides in the name.</summary>
    public bool IsNear(Name name, KnownEntity entity) => told.Of(entity, name) > 0;

    /// <summary>The name is that of a country or a city.</summary>
    public bool IsPlace(Name name) => places.IsCountry(name) || places.IsCity(name);

    /// <summary>Of those with the same name: the one whose country or city is told, that is called so rather than also so, that is better known.</summary>
    private double AmongSame(Called one, Name name) => (4 * told.Of(one.Entity, name)) - (int)one.By + Known(one);

    /// <summary>Of all that are named: the university rather than what is in it, that is called so rather than also so, the better known.</summary>
    private static double AmongAll(Called one, Name name) => Known(one) - (0.5 * (int)one.By) + (one.Entity.Teaches || name.Words.Any(CalledNames.IsUniversity) ? OfAUniversity : 0);

    private static double Known(Called one) => 0.3 * Math.Log2(1 + one.Entity.Renown);
}

using System.Text.RegularExpressions;
using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Entities;

/// <summary>
/// Which institutions a free text names: "Dept. of Physics, Tohoku University, Sendai, Japan". The longest run of words that is
/// the whole name of one comes first, then first letters, then what is like a name, then what katakana sound like. A country that contradicts is a veto.
/// </summary>
/// <remarks>
/// Of all that a text names the university comes before what is in it, and the whole before its part. A name that is made of common words
/// (Institute of Virology) is that of many; it counts only where the text names its place, or where the institution is well known.
/// </remarks>
public sealed partial class Affiliations
{
    private const int LongestText = 10_000;
    private const double JustBelow = 0.1;

    private readonly EntityNames names;
    private readonly CalledNames called;
    private readonly Places places;
    private readonly Lazy<SpokenEntities> spoken;

    /// <param name="names">The institutions.</param>
    public Affiliations(EntityNames names)
    {
        this.names = names;
        var entities = names.Entities.ToList();
        places = new(entities);
        // most texts have no katakana: made when the first one has
        spoken = new(() => new(entities));
        called = new(entities, places);
    }

    /// <summary>The institutions that a text names, the surest first.</summary>
    /// <param name="text">At most <see cref="LongestText"/> characters are read.</param>
    public IReadOnlyList<Match> In(string text)
    {
        var best = Found(GluedParticles().Replace(text.Length > LongestText ? text[..LongestText] : text, "$0 "))
            .GroupBy(one => one.Match.Entity.Id).Select(same => same.MaxBy(one => one.Rank)!).ToDictionary(one => one.Match.Entity.Id, StringComparer.Ordinal);
        var ranked = best.Values.Select(one => one with { Rank = Math.Min(one.Rank, RankBelowParent(one, best)) }).ToList();
        ranked.AddRange(ranked.Select(WholeInName).OfType<RankedMatch>().ToList());
        return [.. ranked.OrderByDescending(one => one.Rank).DistinctBy(one => one.Match.Entity.Id).Select(one => one.Match)];
    }

    /// <summary>Each way only where those before it find nothing.</summary>
    private List<RankedMatch> Found(string text)
    {
        var reading = new AffiliationText(called, places, text);
        var found = reading.Whole();
        if (found.Count == 0) found = new AffiliationText(called, places, GluedWords().Replace(text, " ")).Whole();
        if (found.Count == 0) found = reading.Brief();
        // loanwords, which katakana spell: ニューヨーク is New York
        foreach (var spelt in KanaReadings.Of(text))
            if (found.Count == 0) found = new AffiliationText(called, places, spelt).Whole();
        if (found.Count > 0) return found;
        var (alike, sounding) = (reading.Alike(names), reading.BySound(() => spoken.Value));
        return sounding.Count > 0 && (alike.Count == 0 || sounding.Max(one => one.Rank) >= alike.Max(one => one.Rank)) ? sounding : alike;
    }

    /// <summary>What a text names with the institution that it is a part of comes after it; but not a university, which is more than its system.</summary>
    private double RankBelowParent(RankedMatch one, Dictionary<string, RankedMatch> found)
    {
        if (one.Match.Name.Name.Words.Any(CalledNames.IsUniversity)) return one.Rank;
        var whole = called.WholesOf(one.Match.Entity).FirstOrDefault(whole => found.ContainsKey(whole.Id));
        return whole is null ? one.Rank : found[whole.Id].Rank - JustBelow;
    }

    /// <summary>The whole that the name of its part tells, too: Max Planck Society of Max Planck Institute for Physics.</summary>
    private RankedMatch? WholeInName(RankedMatch one)
    {
        if (called.WholesOf(one.Match.Entity).FirstOrDefault() is not { } whole) return null;
        var words = one.Match.Name.Name.Words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return whole.Names.FirstOrDefault(name => Rare(name.Name) is { Count: > 1 } rare && words.IsSupersetOf(rare)) is not { } told ? null
            : new(one.Match with { Entity = whole, Name = told }, one.Rank - JustBelow / 2);
    }

    private static List<string> Rare(Name name) => [.. name.Words.Where(word => WordBits.Of(word) >= NamePick.BitsOfAFairWord).Select(word => word.Text)];

    // "ofUniversity", "theRussian"
    [GeneratedRegex(@"\b(?:the|of|and|at|with|for|la|de|di|du)(?=\p{Lu}\p{Ll}{2})")]
    private static partial Regex GluedParticles();

    // "UniversityShenzhen", "laUniversidad": two words of which the space was lost
    [GeneratedRegex(@"(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})")]
    private static partial Regex GluedWords();
}

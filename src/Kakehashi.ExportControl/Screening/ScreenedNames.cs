using Kakehashi.ExportControl.Lists;
using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Persons;
using Kakehashi.Matching.Scoring;
using Kakehashi.Matching.Searching;

namespace Kakehashi.ExportControl.Screening;

/// <summary>One name of one entity of a list.</summary>
internal sealed record ScreenedName(ListVersion Version, ListedEntity Entity, ListedName Listed, Name Name)
{
    public string Plain { get; } = PlainLetters.Of(Name.Text);

    public bool IsKana { get; } = SpokenName.IsKana(Name);

    public string? Spoken { get; } = SpokenName.IsKana(Name) || SpokenName.IsLatin(Name) ? SpokenName.WithVowels(Name) : null;
}

/// <summary>A name of a list that is like one that was asked for.</summary>
/// <param name="Listed">The listed name.</param>
/// <param name="Asked">The name that was asked for.</param>
/// <param name="Score">How sure the names alone make it.</param>
/// <param name="Rule">How they are alike.</param>
/// <param name="IsCommonWord">The listed name is one word, and many persons have it.</param>
internal readonly record struct Likeness(ScreenedName Listed, Name Asked, double Score, HitRule Rule, bool IsCommonWord);

/// <summary>All names of persons, or all of others, on the lists: they are compared in different ways.</summary>
internal sealed class ScreenedNames
{
    /// <summary>So many names are compared with one that is asked for, beside those that are the same but for a letter.</summary>
    private const int MostCompared = 100;

    private const double LeastLikely = 0.3, OfAnEdit = 0.75, BitsToBeHalfSure = 3.0;
    private const int ShortestMisspelt = 3;

    /// <summary>One person of sixty has it.</summary>
    private const double BitsOfACommonName = 6;

    /// <summary>The sound of a name in kana is that of several.</summary>
    private const double OfTheSameSound = 0.95, OfSoundOfWords = 0.88;

    private readonly bool isOfPersons;
    private readonly IReadOnlyList<ScreenedName> all;
    private readonly WordFrequencies frequencies;
    private readonly NamesByWord names;
    private readonly PersonName[] persons;
    private readonly ILookup<string, int> ofOneWord;

    public ScreenedNames(bool isOfPersons, IReadOnlyList<ScreenedName> all)
    {
        (this.isOfPersons, this.all) = (isOfPersons, all);
        frequencies = new(isOfPersons ? all.GroupBy(one => one.Entity, ReferenceEqualityComparer.Instance).Select(same => (IReadOnlyList<Name>)[.. same.Select(one => one.Name)]) : []);
        names = NamesByWord.Of([.. all.Select(one => one.Name)], isOfPersons, isOfPersons ? frequencies.BitsOf : NameScore.BitsOf);
        persons = isOfPersons ? [.. all.Select(one => PersonName.Of(one.Name, frequencies))] : [];
        ofOneWord = Enumerable.Range(0, all.Count).Where(at => all[at].Name.Words.Count == 1).ToLookup(at => all[at].Name.Words[0].Text, StringComparer.Ordinal);
    }

    /// <summary>The names that may be meant, each with how sure the names alone make it.</summary>
    public IEnumerable<Likeness> Like(Name asked)
    {
        var ready = Ready(asked);
        foreach (var at in names.Like(asked, LeastLikely, MostCompared)) yield return Compare(ready, at);
    }

    /// <summary>The listed names of one word that are a word of a longer name: too little to go by, and never left unsaid.</summary>
    public IEnumerable<Likeness> OneWordOf(Name asked)
    {
        if (asked.Words.Count < 2) yield break;
        var ready = Ready(asked);
        foreach (var at in asked.Words.SelectMany(word => ofOneWord[word.Text]).Distinct()) yield return Compare(ready, at) with { Rule = HitRule.OneWord };
    }

    /// <summary>What was found of the words of two names.</summary>
    public IReadOnlyList<Finding> Why(Likeness like) => isOfPersons
        ? PersonScore.Of(PersonName.Of(like.Asked, frequencies), PersonName.Of(like.Listed.Name, frequencies)).Why
        : NameScore.Of(like.Asked, like.Listed.Name).Why;

    private Likeness Compare(Asked asked, int at)
    {
        var (score, rule) = AsWholes(asked, at);
        if (rule == HitRule.SameName) return Likeness(asked, at, score, rule);
        var (byWords, wordsRule) = ByWords(asked, at);
        // how wholes are alike says more than how their words are
        return score >= byWords || (rule == HitRule.OneLetter && score > 0) ? Likeness(asked, at, Math.Max(score, byWords), rule) : Likeness(asked, at, byWords, wordsRule);
    }

    private Likeness Likeness(Asked asked, int at, double score, HitRule rule) =>
        new(all[at], asked.Name, score, rule, isOfPersons && all[at].Name.Words.Count == 1 && names.BitsAt(at) < BitsOfACommonName);

    private (double Score, HitRule Rule) ByWords(Asked asked, int at)
    {
        if (asked.Person is { } person) return (PersonScore.ValueOf(person, persons[at]), HitRule.Words);
        var isBySound = SpokenName.IsKana(asked.Name) != all[at].IsKana;
        // one word is the whole, whose vowels count too
        if (isBySound && HasOneWord(asked.Name) && HasOneWord(all[at].Name)) return (0, HitRule.Sound);
        var score = NameScore.Of(asked.Name, all[at].Name);
        if (isBySound) return (OfSoundOfWords * score.Value, HitRule.Sound);
        return (score.Value, score.Why.Any(finding => finding.Kind == FindingKind.Acronym) ? HitRule.Acronym : HitRule.Words);
    }

    private static bool HasOneWord(Name name) => name.Words.Count(word => word.Kind == WordKind.Plain) == 1;

    private (double Score, HitRule Rule) AsWholes(Asked asked, int at)
    {
        var sure = 1 - Math.Pow(2, -names.BitsAt(at) / BitsToBeHalfSure);
        var (plain, whole) = (all[at].Plain, names.Whole(all[at].Name));
        if (asked.Plain == plain || asked.Whole == whole) return (sure, HitRule.SameName);
        var alike = Math.Max(Misspelt(asked.Plain, plain), Misspelt(asked.Whole, whole));
        var spoken = Spoken(asked, all[at]);
        return spoken > alike ? (spoken, HitRule.Sound) : (alike * sure, HitRule.OneLetter);
    }

    private static double Spoken(Asked asked, ScreenedName listed)
    {
        if (asked.Spoken is not { } one || listed.Spoken is not { } other || SpokenName.IsKana(asked.Name) == listed.IsKana) return 0;
        return OfTheSameSound * (listed.IsKana ? SpokenName.Score(other, one) : SpokenName.Score(one, other));
    }

    /// <summary>Two texts but for a letter; a digit is never mistyped, and neither is a Chinese character.</summary>
    private static double Misspelt(string one, string other)
    {
        return Math.Min(one.Length, other.Length) >= ShortestMisspelt && Misspelling.IsOne(one, other) && one.Where(IsNoLetter).SequenceEqual(other.Where(IsNoLetter)) ? 1 - (OfAnEdit / Math.Max(one.Length, other.Length)) : 0;
    }

    private static bool IsNoLetter(char character) => char.IsAsciiDigit(character) || character >= '\u2e80';

    /// <summary>A name that is asked for, made ready to be compared with many.</summary>
    private sealed record Asked(Name Name, string Plain, string Whole, string? Spoken, PersonName? Person);

    private Asked Ready(Name name) => new(name, PlainLetters.Of(name.Text), names.Whole(name), SpokenName.IsKana(name) || SpokenName.IsLatin(name) ? SpokenName.WithVowels(name) : null, isOfPersons ? PersonName.Of(name, frequencies) : null);
}

using System.Text.RegularExpressions;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Scoring;

/// <summary>
/// An institution's name by its sound: what it is called of its own (オックスフォード, Oxford), which is compared as a whole, and what it is
/// (大学, University), which is compared by sense. Japanese puts the parts in another order, and writes several words as one.
/// </summary>
public sealed partial class SpokenInstitution
{
    private const double OfTheKind = 0.4, OfAKindOfSchool = 3.5;

    // one is called the other from country to country: an institute of technology is a 工科大学
    private static readonly HashSet<string> Schools = ["university", "institute", "college", "school", "academy"];

    private readonly bool isKana;
    private readonly IReadOnlyList<string> proper;
    private readonly Dictionary<string, double> kinds;

    private SpokenInstitution(Name name, IReadOnlyList<Word> own)
    {
        isKana = own[0].Script == Script.Kana;
        var said = isKana ? [(own, false)] : Said(own).ToList();
        proper = [.. said.Select(one => SpokenName.WithVowels(new("", one.Words), one.SaysR)).Distinct(StringComparer.Ordinal)];
        Sounds = [.. proper.Select(Sound.WithoutVowels).Distinct(StringComparer.Ordinal)];
        kinds = name.Words.Where(IsKind).DistinctBy(WordBits.SenseOf).ToDictionary(WordBits.SenseOf, WordBits.Of, StringComparer.Ordinal);
    }

    /// <summary>Its consonants as kana have them, in each way it may be said: those of like names are the same, or nearly.</summary>
    public IReadOnlyList<string> Sounds { get; }

    /// <summary>Reads a name; null where nothing of it is its own, or that is neither all in kana nor all in Latin letters.</summary>
    public static SpokenInstitution? Of(Name name)
    {
        if (name.Words.Any(word => word.Script == Script.Han)) return null;
        var own = name.Words.Where(word => word.Kind == WordKind.Plain && !IsKind(word)).ToList();
        return own.Count > 0 && (own.TrueForAll(word => word.Script == Script.Kana) || own.TrueForAll(word => word.Script == Script.Latin)) ? new(name, own) : null;
    }

    /// <summary>How sure it is that they are the same, 0 to less than 1; 0 unless one is in kana and the other in Latin letters.</summary>
    public static double Score(SpokenInstitution one, SpokenInstitution other)
    {
        if (one.isKana == other.isKana) return 0;
        var (kana, letters) = one.isKana ? (one, other) : (other, one);
        var sound = letters.proper.Max(said => SpokenName.Score(kana.proper[0], said));
        return sound * (1 - OfTheKind + (OfTheKind * AlikeInKind(one, other)));
    }

    /// <summary>The share of what both are: a university is no hospital of the same town.</summary>
    private static double AlikeInKind(SpokenInstitution one, SpokenInstitution other)
    {
        var (shared, all) = (one.kinds.Where(kind => other.kinds.ContainsKey(kind.Key)).Sum(kind => kind.Value), one.kinds.Concat(other.kinds).DistinctBy(kind => kind.Key).Sum(kind => kind.Value));
        var (mine, others) = (one.kinds.Keys.Where(Schools.Contains).ToHashSet(), other.kinds.Keys.Where(Schools.Contains).ToHashSet());
        // counted twice among all, and half of it as shared
        if (mine.Count > 0 && others.Count > 0 && !mine.Overlaps(others)) (shared, all) = (shared + (OfAKindOfSchool / 2), all - OfAKindOfSchool);
        return all > 0 ? shared / all : 1;
    }

    /// <summary>The ways in which Latin letters may be said: r before a consonant or not, ch as in German (München, which reads as Japanese), no h after a consonant (Delhi).</summary>
    private static IEnumerable<(IReadOnlyList<Word> Words, bool SaysR)> Said(IReadOnlyList<Word> own)
    {
        foreach (var written in new[] { own, Rewritten(own, GermanCh(), "h"), Rewritten(own, SilentH(), "") }.DistinctBy(words => string.Join(' ', words.Select(word => word.Text))))
        {
            yield return (written, false);
            if (written.Any(word => Sound.SilentR().IsMatch(word.Text))) yield return (written, true);
        }
    }

    private static IReadOnlyList<Word> Rewritten(IReadOnlyList<Word> own, Regex what, string by) => [.. own.Select(word => word with { Text = what.Replace(word.Text, by) })];

    private static bool IsKind(Word word) => HanWords.OfKinds.Contains(WordBits.SenseOf(word)) || HanWords.OfKinds.Contains(word.Text);

    [GeneratedRegex("(?<=[aeiou])ch(?=[aeiou])|(?<=[aeiou])ch\\b|(?<=n)(?:ch|ty)(?=en)")]
    private static partial Regex GermanCh();

    [GeneratedRegex("(?<=[bdglmnr])h(?=[aeiou])")]
    private static partial Regex SilentH();
}

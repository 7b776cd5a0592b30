using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Persons;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Searching;

/// <summary>By what a word of a name is found: itself, what it sounds like where one of two is kana, its consonants.</summary>
internal static class WordKeys
{
    public const string OfLetters = "~", OfKana = "^";

    private const string OfConsonants = "=";
    private const int ShortRun = 4, ShortestMisspelt = 3, ShortestMisspeltSound = 6;

    /// <summary>Whether a letter of a key may be wrong: of consonants each one tells, and of a short sound too.</summary>
    public static bool MayBeMisspelt(string key) => key[0] is not '=' && key[0] < '\u2e80' && key.Length >= (key[0] is '~' or '^' ? ShortestMisspeltSound : ShortestMisspelt);

    /// <summary>Keys under which a word of a known name is kept.</summary>
    public static IEnumerable<string> Kept(Word word, bool isOfPerson) =>
        word.Script == Script.Han ? Characters(word.Text) : [Sense(word, isOfPerson), .. SoundOf(word, word.Script == Script.Kana ? OfKana : OfLetters), .. Consonants(word, isOfPerson)];

    /// <summary>Keys by which a word that is asked for is looked up: kana by the sound of letters, letters by that of kana.</summary>
    public static IEnumerable<string> Asked(Word word, bool isOfPerson) =>
        word.Script == Script.Han ? Characters(word.Text) : [Sense(word, isOfPerson), .. SoundOf(word, word.Script == Script.Kana ? OfLetters : OfKana), .. Consonants(word, isOfPerson)];

    // univ., université: of a person a word is but itself
    private static string Sense(Word word, bool isOfPerson) => isOfPerson ? word.Text : WordBits.SenseOf(word);

    private static IEnumerable<string> SoundOf(Word word, string sign) => Sound.Of(word) is { Length: > 1 } sound ? [sign + sound] : [];

    private static IEnumerable<string> Consonants(Word word, bool isOfPerson) => isOfPerson && Skeleton.Of(word.Text) is { Length: > 2 } skeleton ? [OfConsonants + skeleton] : [];

    private static IEnumerable<string> Characters(string run)
    {
        for (var i = 0; i + 1 < run.Length; i++) yield return run.Substring(i, 2);
        if (run.Length > ShortRun) yield break;
        foreach (var character in run) yield return character.ToString();
    }
}

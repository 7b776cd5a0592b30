using System.Text.RegularExpressions;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Scoring;

/// <summary>
/// Names as wholes by their sound, where one of two is written in kana: Japanese writes several foreign words as one (テクノエイト, Techno Eight), puts
/// vowels in, and hears some consonants as one. Letters that differ cost as much as they are told apart in kana.
/// </summary>
public static partial class SpokenName
{
    private const double BitsToBeHalfSure = 3.0;

    private const double OfNearVowels = 0.15, OfOtherVowels = 0.35, OfAVowelPutIn = 0.1, OfAVowelMore = 0.35, OfAVowelInLetters = 0.25, OfADoubledVowel = 0.05, OfNearConsonants = 0.35, OfALooseConsonant = 0.5;

    // heard or written for one another: voiced and not, plural s
    private static readonly string[] Near = ["nm", "sz", "td", "kg", "bp", "tk", "ts", "hb", "dz", "hp"];
    private static readonly string[] NearVowels = ["ei", "uo", "ao", "iy", "uw", "ae", "au"];

    /// <summary>The consonants of a name as a whole, as kana have them; empty where it has none of the words.</summary>
    public static string Consonants(Name name) => Spoken(name) is { Length: > 0 } whole ? Sound.Of(new(whole, WordKind.Plain, ScriptOf(name))) : "";

    /// <summary>The whole with its vowels, to be compared.</summary>
    public static string WithVowels(Name name) => WithVowels(name, saysR: false);

    /// <summary>The same, where each r of Latin letters is said, as in German (Heidelberg), or only before vowels, as in English.</summary>
    internal static string WithVowels(Name name, bool saysR) => ScriptOf(name) == Script.Kana ? Sound.WithVowels(Spoken(name), isKana: true)
        : Sound.WithVowels(AsHeard().Replace(string.Join(' ', name.Words.Where(IsWord).Select(word => word.Text)), match => match.Value switch
        {
            "tech" => "tek",
            "tion" or "sion" => "syon",
            "eigh" => "ei",
            "igh" => "ai",
            "x" => "z",
            "burgh" => "bara",
            "mc" => "ma",
            _ => "",
        }).Replace(" ", "", StringComparison.Ordinal), isKana: saysR);

    /// <summary>Whether a name is written in kana, but for a legal form.</summary>
    public static bool IsKana(Name name) => name.Words.Any(IsWord) && name.Words.Where(IsWord).All(word => word.Script == Script.Kana);

    /// <summary>Whether a name is written in Latin letters.</summary>
    public static bool IsLatin(Name name) => name.Words.Any(IsWord) && name.Words.Where(IsWord).All(word => word.Script == Script.Latin);

    /// <summary>How sure it is that they are the same, 0 to less than 1: of a short sound there are many.</summary>
    /// <param name="kana">The one in kana, as <see cref="WithVowels(Name)"/> has it.</param>
    /// <param name="letters">The one in Latin letters.</param>
    public static double Score(string kana, string letters)
    {
        var consonants = Math.Max(kana.Count(letter => !Sound.IsVowel(letter)), letters.Count(letter => !Sound.IsVowel(letter)));
        return consonants == 0 ? 0 : Math.Max(0, 1 - (Distance(kana, letters) / (consonants + 1))) * (1 - Math.Pow(2, -WordBits.OfALetter * consonants / BitsToBeHalfSure));
    }

    private static double Distance(string kana, string letters)
    {
        var (above, row) = (new double[letters.Length + 1], new double[letters.Length + 1]);
        for (var j = 0; j < letters.Length; j++) above[j + 1] = above[j] + InLetters(letters, j);
        for (var i = 0; i < kana.Length; i++)
        {
            var alone = InKana(kana, i);
            row[0] = above[0] + alone;
            for (var j = 0; j < letters.Length; j++)
                row[j + 1] = Math.Min(Math.Min(above[j + 1] + alone, row[j] + InLetters(letters, j)), above[j] + For(kana[i], letters[j]));
            (above, row) = (row, above);
        }

        return above[letters.Length];
    }

    /// <summary>Of a letter that only the kana have: u and o, and i, are put in after a consonant.</summary>
    private static double InKana(string text, int at) => !Sound.IsVowel(text[at]) ? OfAConsonant(text, at)
        : at > 0 && !Sound.IsVowel(text[at - 1]) && text[at] is 'u' or 'o' ? OfAVowelPutIn : at > 0 && Sound.IsVowel(text[at - 1]) ? OfNearVowels : OfAVowelMore;

    private static double InLetters(string text, int at) => !Sound.IsVowel(text[at]) ? OfAConsonant(text, at)
        : at == text.Length - 1 && text[at] == 'e' ? 0 : at > 0 && text[at - 1] == text[at] ? OfADoubledVowel : OfAVowelInLetters;

    /// <summary>A doubled consonant is nothing, r and h come and go.</summary>
    private static double OfAConsonant(string text, int at) => at > 0 && text[at - 1] == text[at] ? 0 : text[at] is 'r' or 'h' ? OfALooseConsonant : 1;

    private static double For(char one, char other) => one == other ? 0
        : Sound.IsVowel(one) != Sound.IsVowel(other) ? 2
        : Sound.IsVowel(one) ? Among(NearVowels, one, other) ? OfNearVowels : OfOtherVowels : Among(Near, one, other) ? OfNearConsonants : 1;

    private static bool Among(string[] pairs, char one, char other) => pairs.Any(pair => pair.Contains(one) && pair.Contains(other));

    private static string Spoken(Name name) => string.Concat(name.Words.Where(IsWord).Select(word => word.Text));

    private static Script ScriptOf(Name name) => IsKana(name) ? Script.Kana : Script.Latin;

    private static bool IsWord(Word word) => word.Kind != WordKind.LegalForm;

    // a silent e at the end of a word, and what sounds otherwise than its letters
    [GeneratedRegex(@"tech|burgh\b|\bmc(?=[gk])|tion\b|sion\b|eigh|igh|\bx|(?<=[^aeiou ][^aeiou ]?)e\b")]
    private static partial Regex AsHeard();
}

using System.Text;
using System.Text.RegularExpressions;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Scoring;

/// <summary>
/// What is left of a foreign word when Japanese spells it in kana: l and r, b and v, th and s become one, vowels are put in between.
/// マサチューセッツ and Massachusetts, ケンブリッジ and Cambridge have the same sound; it is compared only where one of two words is kana.
/// </summary>
internal static partial class Sound
{
    /// <summary>The consonants of a word as kana would have them; a vowel at its beginning is kept as a.</summary>
    public static string Of(Word word) => WithoutVowels(WithVowels(word.Text, word.Script == Script.Kana));

    /// <summary>The same of a word that is written as it sounds.</summary>
    public static string WithoutVowels(string text)
    {
        var sound = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var letter = IsVowel(text[i]) ? i == 0 ? 'a' : '\0' : text[i];
            if (letter != '\0' && (sound.Length == 0 || sound[^1] != letter)) sound.Append(letter);
        }

        return sound.ToString();
    }

    /// <summary>The consonants as kana would have them, with the vowels as they are written.</summary>
    public static string WithVowels(string word, bool isKana) => string.Concat(Spoken(word, isKana).Select(letter => IsVowel(letter) ? letter : Consonant(letter)));

    public static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w';

    private static char Consonant(char letter) => letter switch { 'l' => 'r', 'v' => 'b', 'c' => 'k', 'f' => 'h', 'j' => 'z', _ => letter };

    private static string Spoken(string word, bool isKana)
    {
        // an r that is not followed by a vowel is no more than a long vowel
        return Several().Replace(isKana ? word : SilentR().Replace(word, ""), match => match.Value switch
        {
            "sch" or "sh" or "th" => "s",
            "ph" or "wh" => "h",
            "ch" or "tch" or "ts" or "tz" => "t",
            "ck" or "q" or "qu" or "kh" => "k",
            "x" => "ks",
            "dge" or "dg" or "ge" or "gi" or "gy" => "z",
            "ce" or "ci" or "cy" => "s",
            "ds" => "z",
            "mb" => "nb",
            "mp" => "np",
            _ => match.Value,
        });
    }

    [GeneratedRegex("(?<=[aeiou])r(?![aeiouy])")]
    internal static partial Regex SilentR();

    [GeneratedRegex("sch|tch|dge|ds|sh|th|ph|wh|ch|ts|tz|ck|qu|q|kh|x|dg|g[eiy]|c[eiy]|mb|mp")]
    private static partial Regex Several();
}

using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Matching.Normalising;

/// <summary>
/// Japanese in Latin letters, one way of writing for all: Hepburn (shi, chi, tsu, fu, ji), Kunrei (si, ti, tu, hu, zi) and the ways
/// to write a long vowel (ō, oo, ou, oh). Only words that consist of Japanese syllables are touched.
/// </summary>
internal static partial class Romaji
{
    /// <summary>The word folded; as it is where it is not Japanese.</summary>
    /// <param name="word">Lower case, without marks.</param>
    public static string Fold(string word)
    {
        if (word.Length < 2 || !Syllables().IsMatch(word)) return word;
        var folded = new StringBuilder(word).Replace("sh", "s*").Replace("ch", "t*").Replace("ts", "t").Replace("j", "z*").Replace("fu", "hu").Replace("dz", "z").Replace("mb", "nb").Replace("mp", "np").Replace("mm", "nm");
        // sh, ch and j carry a y before all vowels but i
        folded.Replace("*i", "i").Replace("*y", "y").Replace("*", "y");
        folded.Replace("cty", "tty").Replace("ct", "tt");
        return Long().Replace(OhBeforeConsonant().Replace(folded.ToString(), "o"), match => match.Value[..1]);
    }

    // n' has lost its apostrophe before; the small tsu doubles a consonant
    [GeneratedRegex(@"\A(?:(?:k{1,2}|s{1,2}h?|t{1,2}|t?ch|c{2}h|tt?s|n|h|f|m|y|r|w|g|z|dz|d|b{1,2}|p{1,2}|jj?)?y?[aiueo]h?|n|m(?=[bpm]))+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Syllables();

    [GeneratedRegex(@"oh(?![aiueoy])")]
    private static partial Regex OhBeforeConsonant();

    [GeneratedRegex("aa+|ii+|uu+|ee+|o[ou]+")]
    private static partial Regex Long();
}

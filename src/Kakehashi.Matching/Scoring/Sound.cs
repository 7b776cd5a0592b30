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
    public static string Of(Word word)
    {
        var text = word.Text;
        // an r that is not followed by a vowel is no more than a long vowel
        if (word.Script != Script.Kana) text = SilentR().Replace(text, "");
        text = Several().Replace(text, match => match.Value switch
        {
            "sch" or "sh" or "th" => "s",
            "ph" or "wh" => "h",
            "ch" or "tch" or "ts" or "tz" => "t",
            "ck" or "q" or "qu" or "kh" => "k",
            "x" => "ks",
            "dge" or "dg" or "ge" or "gi" or "gy" => "z",
            "ce" or "ci" or "cy" => "s",
            "mb" => "nb",
            "mp" => "np",
            _ => match.Value,
        });
        var sound = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i] switch { 'l' => 'r', 'v' => 'b', 'c' => 'k', 'f' => 'h', 'j' => 'z', 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' => i == 0 ? 'a' : '\0', var other => other };
            if (letter != '\0' && (sound.Length == 0 || sound[^1] != letter)) sound.Append(letter);
        }

        return sound.ToString();
    }

    [GeneratedRegex("(?<=[aeiou])r(?![aeiouy])")]
    private static partial Regex SilentR();

    [GeneratedRegex("sch|tch|dge|sh|th|ph|wh|ch|ts|tz|ck|qu|q|kh|x|dg|g[eiy]|c[eiy]|mb|mp")]
    private static partial Regex Several();
}

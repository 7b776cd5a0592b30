using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Matching.Persons;

/// <summary>
/// What the ways to write a name in Latin letters leave alike: its consonants. Mohammed, Muhammad and محمد, Aleksandr and Alexander,
/// Yusuf and Youssef have one skeleton each. Scripts that write no vowels have nothing else.
/// </summary>
internal static partial class Skeleton
{
    /// <summary>The consonants of a word in one spelling; empty where it has none.</summary>
    /// <param name="text">Lower case, without marks.</param>
    public static string Of(string text)
    {
        var (skeleton, before) = (new StringBuilder(text.Length), '\0');
        foreach (var letter in Spellings().Replace(text, match => match.Value switch
        {
            "x" => "ks",
            "tch" or "tsch" => "ch",
            "ph" => "f",
            "kh" or "gh" => "h",
            "dzh" or "dj" => "j",
            "ck" => "k",
            "tz" => "ts",
            "sch" => "sh",
            _ => match.Value,
        }))
        {
            var sound = letter switch { 'c' or 'q' => 'k', 'w' => 'v', 'a' or 'e' or 'i' or 'o' or 'u' or 'y' => '\0', _ => letter };
            // only a doubled letter is one: Omar is not Omarar
            if (sound != '\0' && sound != before) skeleton.Append(sound);
            before = sound;
        }

        return skeleton.ToString();
    }

    [GeneratedRegex("tsch|tch|sch|dzh|dj|ph|kh|gh|ck|tz|x")]
    private static partial Regex Spellings();
}

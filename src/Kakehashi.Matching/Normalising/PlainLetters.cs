using System.Globalization;
using System.Text;

namespace Kakehashi.Matching.Normalising;

/// <summary>
/// The letters and digits of a text in the script that they are written in, without case, marks and what stands between: what is mistyped is one
/// of them, while a word made comparable may differ in more (ashi is written asi there, but asahi is not).
/// </summary>
public static class PlainLetters
{
    /// <summary>The letters; at most <see cref="Name.Longest"/> characters are read.</summary>
    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in (text.Length > Name.Longest ? text[..Name.Longest] : text).EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) continue;
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
                if (Rune.IsLetterOrDigit(part) || Rune.GetUnicodeCategory(part) == UnicodeCategory.LetterNumber) letters.Append(Scripts.Of(part) == Script.Han ? Han.Fold(part) : Rune.ToLowerInvariant(part));
        }

        // syllables of Hangul, which came apart
        return letters.ToString().Normalize(NormalizationForm.FormC);
    }
}

using System.Globalization;
using System.Text;
using AnyAscii;

namespace Kakehashi.Matching.Normalising;

/// <summary>Single letters without what does not make another letter: case, width, marks, ligatures.</summary>
internal static class Letters
{
    /// <summary>Appends a Latin letter or digit in lower case without its marks: ß as ss, ø as o, Ł as l, ４ as 4.</summary>
    public static void AppendLatin(StringBuilder word, Rune rune)
    {
        if (rune.Value < 0x80)
        {
            word.Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }

        if (Scripts.IsMark(rune)) return;
        if (Rune.IsDigit(rune))
        {
            word.Append((int)Rune.GetNumericValue(rune));
            return;
        }

        foreach (var letter in rune.ToString().Normalize(NormalizationForm.FormD))
            if (letter < 0x80) word.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark) AppendAscii(word, letter.ToString());
    }

    /// <summary>A run of another script in Latin letters.</summary>
    public static string ToLatin(string run)
    {
        var word = new StringBuilder();
        // marks that are accents go, those that are vowels of the script stay
        AppendAscii(word, run.Normalize(NormalizationForm.FormC));
        return word.ToString();
    }

    private static void AppendAscii(StringBuilder word, string text)
    {
        foreach (var letter in text.Transliterate())
            if (char.IsAsciiLetterOrDigit(letter)) word.Append(char.ToLowerInvariant(letter));
    }
}

using System.Text;

namespace Kakehashi.Matching.Normalising;

/// <summary>How a letter is treated; many scripts are treated alike.</summary>
public enum Script
{
    /// <summary>No letter: it stands between words.</summary>
    None,

    /// <summary>Latin letters and the digits of any script.</summary>
    Latin,

    /// <summary>Chinese characters, in Chinese, Japanese or Korean.</summary>
    Han,

    /// <summary>Hiragana and katakana.</summary>
    Kana,

    /// <summary>Any other script; it is written in Latin letters.</summary>
    Other,
}

internal static class Scripts
{
    private const int LongVowel = 0x30FC, SmallKa = 0x30F5, SmallKe = 0x30F6, Repeated = 0x3005, Zero = 0x3007;

    /// <summary>Of a character after NFKC.</summary>
    public static Script Of(Rune rune)
    {
        var code = rune.Value;
        if (code < 0x80) return Rune.IsLetterOrDigit(rune) ? Script.Latin : Script.None;
        if (code is LongVowel or SmallKa or SmallKe or (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309E) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FD and <= 0x30FE)) return Script.Kana;
        if (code is Repeated or Zero or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)) return Script.Han;
        if (!Rune.IsLetterOrDigit(rune) && !IsMark(rune)) return Script.None;
        return code is < 0x250 or (>= 0x1E00 and <= 0x1EFF) or (>= 0x300 and <= 0x36F) || Rune.IsDigit(rune) ? Script.Latin : Script.Other;
    }

    /// <summary>An accent, or a vowel that is written as a mark.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.EnclosingMark;
}

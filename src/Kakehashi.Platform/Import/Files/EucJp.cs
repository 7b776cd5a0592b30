namespace Kakehashi.Platform.Import.Files;

/// <summary>
/// Tells EUC-JP from CP932 and CP1252, in which its bytes may be text too, though nonsense. All its characters are pairs of
/// bytes from A1 on. CP932 begins most characters below that; what it has above is half-width katakana, of single bytes.
/// Western text has single high bytes between plain letters.
/// </summary>
internal static class EucJp
{
    private const byte First = 0xA1;
    private const byte Last = 0xFE;
    private const byte LastHalfWidth = 0xDF;

    /// <summary>Half-width katakana follows.</summary>
    private const byte Shift2 = 0x8E;

    /// <summary>A character of the supplementary set follows.</summary>
    private const byte Shift3 = 0x8F;

    /// <summary>The bytes are EUC-JP beyond reasonable doubt.</summary>
    internal static bool Is(ReadOnlySpan<byte> sample)
    {
        var (pairs, usual, kana, beyond) = (0, 0, 0, false);
        for (var i = 0; i < sample.Length;)
        {
            var length = Length(sample[i..]);
            if (length == 0) return false;
            if (length == 2 && sample[i] != Shift2)
            {
                pairs++;
                if (IsUsual(sample[i])) usual++;
                if (IsKana(sample[i])) kana++;
                beyond |= sample[i] > LastHalfWidth || sample[i + 1] > LastHalfWidth;
            }

            i += length;
        }

        // half-width katakana of CP932 is never beyond, and begins with what is kana here only by chance
        return pairs > 0 && usual * 5 >= pairs * 4 && (beyond || kana * 4 >= pairs);
    }

    /// <summary>Bytes of the character that begins here; 0 where none can.</summary>
    private static int Length(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [< 0x80, ..] => 1,
        [Shift2, >= First and <= LastHalfWidth, ..] => 2,
        [Shift3, >= First and <= Last, >= First and <= Last, ..] => 3,
        [>= First and <= Last, >= First and <= Last, ..] => 2,
        _ => 0,
    };

    /// <summary>Signs, wide letters, kana and the kanji of level 1: what everyday text is made of.</summary>
    private static bool IsUsual(byte lead) => lead is >= First and <= 0xA5 or >= 0xB0 and <= 0xCF;

    private static bool IsKana(byte lead) => lead is 0xA4 or 0xA5;
}

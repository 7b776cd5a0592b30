namespace Kakehashi.Matching.Indexing;

/// <summary>
/// The pieces by which names are found: three letters of an alphabet, two characters of Chinese, of which each tells more. A
/// name begins and ends in a space, so that its ends tell as much as its middle.
/// </summary>
internal static class Grams
{
    /// <summary>The letters of one piece as a number: 21 bits each.</summary>
    public static void Of(ReadOnlySpan<char> key, List<ulong> grams)
    {
        grams.Clear();
        if (key.IsEmpty) return;
        char At(ReadOnlySpan<char> text, int at) => at < 0 || at >= text.Length ? ' ' : text[at];
        for (var i = -1; i < key.Length; i++)
        {
            var (first, second) = (At(key, i), At(key, i + 1));
            if (IsHan(first) || IsHan(second)) grams.Add(Number(first, second, '\0'));
            else if (i + 2 <= key.Length && !IsHan(At(key, i + 2))) grams.Add(Number(first, second, At(key, i + 2)));
        }
    }

    /// <summary>How many pieces one edit can change at most.</summary>
    public const int ChangedByAnEdit = 3;

    private static bool IsHan(char letter) => letter >= '\u2e80';

    private static ulong Number(char first, char second, char third) => ((ulong)first << 42) | ((ulong)second << 21) | third;
}

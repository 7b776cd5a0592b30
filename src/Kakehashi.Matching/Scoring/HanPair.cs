namespace Kakehashi.Matching.Scoring;

/// <summary>
/// Chinese characters of two names, which are not divided into words: the longest sequence that both have in order, by how
/// much its characters tell.
/// </summary>
/// <param name="Shared">Bits of the characters that both have in order.</param>
/// <param name="OnlyOne">Bits of those that only the one has.</param>
/// <param name="OnlyOther">Bits of those that only the other has.</param>
internal readonly record struct HanPair(double Shared, double OnlyOne, double OnlyOther)
{
    public static HanPair Of(string one, string other)
    {
        var above = new double[other.Length + 1];
        var row = new double[other.Length + 1];
        foreach (var character in one)
        {
            for (var j = 1; j <= other.Length; j++)
                row[j] = character == other[j - 1] ? above[j - 1] + WordBits.Of(character) : Math.Max(above[j], row[j - 1]);
            (above, row) = (row, above);
        }

        var shared = above[^1];
        return new(shared, one.Sum(WordBits.Of) - shared, other.Sum(WordBits.Of) - shared);
    }
}

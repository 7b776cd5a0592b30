namespace Kakehashi.Matching.Persons;

/// <summary>Letters put in, left out, exchanged, or two neighbours in the wrong order (optimal string alignment).</summary>
public static class Misspelling
{
    private const int Longest = 64;

    /// <summary>Whether just one such mistake makes one text of another.</summary>
    public static bool IsOne(string one, string other) => Edits(one, other, 1) == 1;

    /// <summary>How many; more than <paramref name="most"/> where it is more, how many is not worked out.</summary>
    internal static int Edits(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        var (start, end) = (one.CommonPrefixLength(other), 0);
        while (end < one.Length - start && end < other.Length - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        one = one[start..^end];
        other = other[start..^end];
        if (one.Length == 0 || other.Length == 0) return Math.Max(one.Length, other.Length);
        return Math.Max(one.Length, other.Length) > Longest ? most + 1 : Between(one, other);
    }

    private static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        Span<int> last = stackalloc int[Longest + 1], above = stackalloc int[Longest + 1], row = stackalloc int[Longest + 1];
        for (var j = 0; j <= other.Length; j++) above[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], last[j - 2] + 1);
            }

            var free = last;
            last = above;
            above = row;
            row = free;
        }

        return above[other.Length];
    }
}

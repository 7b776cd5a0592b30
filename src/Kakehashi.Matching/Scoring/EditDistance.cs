namespace Kakehashi.Matching.Scoring;

/// <summary>
/// How many letters have to be put in, taken out or exchanged to make one text of another (Levenshtein), for one pattern and
/// many texts. Bit-parallel: Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming"
/// (1999), in the form for distances of Hyyrö (2003). The pattern is prepared once; a text costs a few operations a letter.
/// </summary>
internal sealed class EditDistance
{
    private const int Wide = 64, Alphabet = 128;

    private readonly ulong[] ascii = new ulong[Alphabet];
    private readonly Dictionary<char, ulong> others = [];
    private readonly string pattern;
    private readonly int[] row;

    public EditDistance(string pattern)
    {
        this.pattern = pattern;
        row = pattern.Length > Wide ? new int[pattern.Length + 1] : [];
        if (pattern.Length > Wide) return;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] < Alphabet) ascii[pattern[i]] |= 1UL << i;
            else others[pattern[i]] = others.GetValueOrDefault(pattern[i]) | (1UL << i);
        }
    }

    /// <summary>The distance of a text from the pattern; more than <paramref name="most"/> where it is greater, how much is not worked out.</summary>
    public int To(ReadOnlySpan<char> text, int most)
    {
        if (Math.Abs(text.Length - pattern.Length) > most) return most + 1;
        if (pattern.Length == 0) return text.Length;
        return pattern.Length <= Wide ? Narrow(text, most) : Banded(text, most);
    }

    private int Narrow(ReadOnlySpan<char> text, int most)
    {
        var (up, down, distance) = (ulong.MaxValue, 0UL, pattern.Length);
        var last = 1UL << (pattern.Length - 1);
        for (var i = 0; i < text.Length; i++)
        {
            var same = text[i] < Alphabet ? ascii[text[i]] : others.GetValueOrDefault(text[i]);
            var diagonal = (((same & up) + up) ^ up) | same | down;
            var rises = down | ~(diagonal | up);
            var falls = up & diagonal;
            if ((rises & last) != 0) distance++;
            else if ((falls & last) != 0) distance--;
            // each letter that is left can mend one at most
            if (distance - (text.Length - 1 - i) > most) return most + 1;
            rises = (rises << 1) | 1;
            falls <<= 1;
            up = falls | ~(diagonal | rises);
            down = rises & diagonal;
        }

        return distance;
    }

    /// <summary>Longer patterns, by rows; only as far from the diagonal as matters (Ukkonen 1985).</summary>
    private int Banded(ReadOnlySpan<char> text, int most)
    {
        for (var i = 0; i <= pattern.Length; i++) row[i] = i;
        for (var j = 1; j <= text.Length; j++)
        {
            var (from, to) = (Math.Max(1, j - most), Math.Min(pattern.Length, j + most));
            var (corner, least) = (row[from - 1], int.MaxValue);
            row[from - 1] = from == 1 ? j : most + 1;
            for (var i = from; i <= to; i++)
            {
                var above = i == j + most ? most + 1 : row[i];
                var value = Math.Min(Math.Min(above, row[i - 1]) + 1, corner + (pattern[i - 1] == text[j - 1] ? 0 : 1));
                corner = row[i];
                least = Math.Min(least, row[i] = value);
            }

            if (least > most) return most + 1;
        }

        return Math.Min(row[pattern.Length], most + 1);
    }
}

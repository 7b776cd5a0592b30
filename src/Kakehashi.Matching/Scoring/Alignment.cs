using Kakehashi.Matching.Normalising;

namespace Kakehashi.Matching.Scoring;

/// <summary>Words of one name that stand for words of another.</summary>
/// <param name="One">Those of the one: mostly one word; two where they are written as one in the other.</param>
/// <param name="Other">Those of the other.</param>
/// <param name="Alike">0 to 1.</param>
/// <param name="Bits">How much they tell.</param>
internal sealed record AlignedWords(IReadOnlyList<Word> One, IReadOnlyList<Word> Other, double Alike, double Bits);

/// <summary>Which words of two names are the same, and which are left over.</summary>
internal sealed class Alignment
{
    private readonly IReadOnlyList<Word> one;
    private readonly IReadOnlyList<Word> other;
    private readonly bool[] oneTaken;
    private readonly bool[] otherTaken;

    private Alignment(IReadOnlyList<Word> one, IReadOnlyList<Word> other) =>
        (this.one, this.other, oneTaken, otherTaken) = (one, other, new bool[one.Count], new bool[other.Count]);

    public List<AlignedWords> Aligned { get; } = [];

    /// <summary>Words that only the one has.</summary>
    public IEnumerable<Word> OnlyOne => one.Where((_, i) => !oneTaken[i]);

    /// <summary>Words that only the other has.</summary>
    public IEnumerable<Word> OnlyOther => other.Where((_, i) => !otherTaken[i]);

    /// <summary>The best pairs first; in a tie the order of the words decides, the same whichever name is the one.</summary>
    public static Alignment Of(IReadOnlyList<Word> one, IReadOnlyList<Word> other)
    {
        var alignment = new Alignment(one, other);
        var pairs = from i in Enumerable.Range(0, one.Count)
                    from j in Enumerable.Range(0, other.Count)
                    let alike = WordPair.Alike(one[i], other[j])
                    where alike > 0
                    let bits = (WordBits.Of(one[i]) + WordBits.Of(other[j])) / 2
                    orderby alike * bits descending, Math.Abs(i - j), i + j, Math.Min(i, j)
                    select (I: i, J: j, Alike: alike, Bits: bits);
        foreach (var (i, j, alike, bits) in pairs)
        {
            if (alignment.oneTaken[i] || alignment.otherTaken[j]) continue;
            (alignment.oneTaken[i], alignment.otherTaken[j]) = (true, true);
            alignment.Aligned.Add(new([one[i]], [other[j]], alike, bits));
        }

        alignment.TakeGlued(one, other, alignment.oneTaken, alignment.otherTaken, isTurned: false);
        alignment.TakeGlued(other, one, alignment.otherTaken, alignment.oneTaken, isTurned: true);
        return alignment;
    }

    /// <summary>Two neighbours that are one word in the other name: bio medical, biomedical.</summary>
    private void TakeGlued(IReadOnlyList<Word> parts, IReadOnlyList<Word> wholes, bool[] partsTaken, bool[] wholesTaken, bool isTurned)
    {
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            if (partsTaken[i] || partsTaken[i + 1] || parts[i].Script == Script.Han) continue;
            var glued = parts[i].Text + parts[i + 1].Text;
            var whole = Enumerable.Range(0, wholes.Count).FirstOrDefault(j => !wholesTaken[j] && wholes[j].Text == glued, -1);
            if (whole < 0) continue;
            (partsTaken[i], partsTaken[i + 1], wholesTaken[whole]) = (true, true, true);
            IReadOnlyList<Word> pair = [parts[i], parts[i + 1]];
            Aligned.Add(new(isTurned ? [wholes[whole]] : pair, isTurned ? pair : [wholes[whole]], 1, WordBits.Of(wholes[whole])));
        }
    }
}

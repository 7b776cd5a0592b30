using Kakehashi.Matching.Persons;

namespace Kakehashi.Matching.Searching;

/// <summary>
/// Texts to be found though one letter of them is wrong: put in, left out, exchanged, or in the wrong order with its neighbour.
/// Two texts that are one such mistake apart are the same when a letter is left out of the one, the other or both (symmetric
/// delete); so a search is a few lookups however many texts there are. Memory: 12 bytes for each letter.
/// </summary>
internal sealed class Misspellings
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private readonly IReadOnlyList<string> texts;
    private readonly ulong[] hashes;
    private readonly int[] at;

    public Misspellings(IReadOnlyList<string> texts)
    {
        this.texts = texts;
        var count = texts.Sum(text => text.Length + 1);
        (hashes, at) = (new ulong[count], new int[count]);
        var next = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            for (var without = -1; without < texts[i].Length; without++) (hashes[next], at[next++]) = (HashOf(texts[i], without), i);
        }

        Array.Sort(hashes, at);
    }

    /// <summary>The texts that are the same or one mistake apart, each once, with how many mistakes.</summary>
    public void Find(string text, ICollection<(int At, int Edits)> found)
    {
        var seen = new HashSet<int>();
        for (var without = -1; without < text.Length; without++)
        {
            var hash = HashOf(text, without);
            for (var i = First(hash); i < hashes.Length && hashes[i] == hash; i++)
            {
                if (!seen.Add(at[i])) continue;
                var edits = Misspelling.Edits(text, texts[at[i]], 1);
                if (edits <= 1) found.Add((at[i], edits));
            }
        }
    }

    private int First(ulong hash)
    {
        var (low, high) = (0, hashes.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (hashes[middle] < hash) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static ulong HashOf(string text, int without)
    {
        var hash = Basis;
        for (var i = 0; i < text.Length; i++)
            if (i != without) hash = (hash ^ text[i]) * Prime;
        return hash;
    }
}

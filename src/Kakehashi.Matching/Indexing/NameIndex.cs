using System.Collections.Concurrent;
using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Indexing;

/// <summary>A name that was found.</summary>
/// <param name="At">Its place among the names of the index.</param>
/// <param name="Edits">By how many letters its key differs.</param>
public readonly record struct NearName(int At, int Edits);

/// <summary>
/// Many names, to be found though letters of them differ. It is made once and never changes; any number of threads may
/// read it. Memory: about 2 bytes for each letter of a key and 2 for each piece of three letters, 100 MB for a million names
/// of institutions.
/// </summary>
/// <remarks>
/// Of the pieces of a name two edits can change six at most. Of the seven rarest one is therefore whole in whatever is
/// near, and only the lists of rare pieces are read (prefix filtering: Chaudhuri, Ganti and Kaushik 2006). What shares
/// enough of them is compared letter by letter.
/// </remarks>
public sealed class NameIndex
{
    /// <summary>Pieces that are read beyond those that must be: they cost little, and leave fewer names to be compared.</summary>
    private const int Beyond = 3;

    private readonly char[] letters;
    private readonly int[] starts;
    private readonly Postings postings;
    private readonly ConcurrentBag<Tally> idle = [];

    private NameIndex(char[] letters, int[] starts, Postings postings) => (this.letters, this.starts, this.postings) = (letters, starts, postings);

    /// <summary>How many names.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Makes an index of the keys of names (<see cref="Name.Key"/>), in their order.</summary>
    /// <param name="keys">The keys; all letters together at most 2^31.</param>
    public static NameIndex Of(IReadOnlyList<string> keys)
    {
        var starts = new int[keys.Count + 1];
        for (var i = 0; i < keys.Count; i++) starts[i + 1] = checked(starts[i] + keys[i].Length);
        var letters = new char[starts[^1]];
        Parallel.For(0, keys.Count, i => keys[i].CopyTo(0, letters, starts[i], keys[i].Length));
        return new(letters, starts, Postings.Of(keys.Count, at => letters.AsSpan(starts[at], starts[at + 1] - starts[at])));
    }

    /// <summary>The key of a name.</summary>
    public ReadOnlySpan<char> KeyAt(int at) => letters.AsSpan(starts[at], starts[at + 1] - starts[at]);

    /// <summary>All names whose key differs from another by a few letters at most, the nearest first.</summary>
    /// <param name="key">The key looked for.</param>
    /// <param name="edits">By how many letters at most; fewer are allowed in keys so short that this would be most of them.</param>
    public IReadOnlyList<NearName> Near(string key, int edits)
    {
        edits = Math.Min(edits, key.Length / Grams.ChangedByAnEdit);
        var grams = new List<ulong>(key.Length + 1);
        Grams.Of(key, grams);
        var rarest = grams.Distinct().Select(postings.Find).OrderBy(list => list.Count).ToList();
        var spared = edits * Grams.ChangedByAnEdit;
        var read = Math.Min(rarest.Count, spared + 1 + Beyond);
        if (!idle.TryTake(out var tally)) tally = new(Count);
        for (var i = 0; i < read; i++) postings.AddTo(tally, rarest[i]);
        var least = Math.Max(1, read - spared);
        var distance = new EditDistance(key);
        var found = new List<NearName>();
        foreach (var at in tally.Touched)
        {
            if (tally.Of(at) < least) continue;
            var far = distance.To(KeyAt(at), edits);
            if (far <= edits) found.Add(new(at, far));
        }

        tally.Clear();
        idle.Add(tally);
        found.Sort((one, other) => (one.Edits, one.At).CompareTo((other.Edits, other.At)));
        return found;
    }
}

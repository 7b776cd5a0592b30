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

    /// <summary>In keys of so many letters an edit or two may leave no piece whole: they are compared with all names as short.</summary>
    private const int Short = 8, MostEdits = 2;

    private readonly char[] letters;
    private readonly int[] starts;
    private readonly Postings postings;
    private readonly int[][] ofLength;
    private readonly ConcurrentBag<Tally> idle = [];

    private NameIndex(char[] letters, int[] starts, Postings postings)
    {
        (this.letters, this.starts, this.postings) = (letters, starts, postings);
        var lists = Enumerable.Range(0, Short + MostEdits + 1).Select(_ => new List<int>()).ToArray();
        for (var at = 0; at < Count; at++)
            if (KeyAt(at).Length < lists.Length) lists[KeyAt(at).Length].Add(at);
        ofLength = [.. lists.Select(list => list.ToArray())];
    }

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
    /// <param name="edits">By how many letters at most, 0 to 2; never by half of them or more.</param>
    public IReadOnlyList<NearName> Near(string key, int edits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(edits);
        edits = Math.Min(Math.Min(edits, MostEdits), Math.Max(0, (key.Length - 1) / 2));
        var found = new List<NearName>();
        if (key.Length <= Short) AddShort(key, edits, found);
        else AddLong(key, edits, found);
        found.Sort((one, other) => (one.Edits, one.At).CompareTo((other.Edits, other.At)));
        return found;
    }

    private void AddShort(string key, int edits, List<NearName> found)
    {
        if (key.Length == 0) return;
        var distance = new EditDistance(key);
        for (var length = Math.Max(1, key.Length - edits); length <= key.Length + edits; length++)
            foreach (var at in ofLength[length]) Compare(distance, at, edits, found);
    }

    private void AddLong(string key, int edits, List<NearName> found)
    {
        var grams = new List<ulong>(key.Length + 1);
        Grams.Of(key, grams);
        var rarest = grams.Distinct().Select(postings.Find).OrderBy(list => list.Count).ToList();
        var spared = edits * Grams.ChangedByAnEdit;
        var read = Math.Min(rarest.Count, spared + 1 + Beyond);
        var least = Math.Max(1, read - spared);
        if (!idle.TryTake(out var tally)) tally = new(Count);
        for (var i = 0; i < read; i++) postings.AddTo(tally, rarest[i]);
        var distance = new EditDistance(key);
        foreach (var at in tally.Touched)
            if (tally.Of(at) >= least) Compare(distance, at, edits, found);
        tally.Clear();
        idle.Add(tally);
    }

    private void Compare(EditDistance distance, int at, int edits, List<NearName> found)
    {
        var far = distance.To(KeyAt(at), edits);
        if (far <= edits) found.Add(new(at, far));
    }
}

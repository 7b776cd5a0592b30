using System.Numerics;
using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Indexing;

/// <summary>A name that was found.</summary>
/// <param name="At">Its place among the names of the index.</param>
/// <param name="Edits">By how many letters its key differs.</param>
public readonly record struct NearName(int At, int Edits);

/// <summary>
/// Many names, to be found though letters of them differ. It is made once and never changes; any number of threads may
/// read it. Memory: 2 bytes for each letter of a key and 16 for each name, 80 MB for a million names of institutions.
/// </summary>
/// <remarks>
/// Names lie by the length of their keys. A search looks through those that are as long as the one looked for, but for as many letters as may
/// differ, and compares which letters they have (<see cref="LetterSet"/>): a nanosecond for a name. Few are left to be compared letter by letter.
/// </remarks>
public sealed class NameIndex
{
    private const int MostEdits = 2;

    private readonly char[] letters;

    // by place: where the letters of a key begin
    private readonly int[] starts;

    // by rank, that is by length and then by place: the place, and which letters the key has
    private readonly int[] places;
    private readonly ulong[] sets;

    // by length: the rank of the first key that is as long or longer
    private readonly int[] ranks;

    private NameIndex(char[] letters, int[] starts)
    {
        (this.letters, this.starts) = (letters, starts);
        (places, sets) = (new int[Count], new ulong[Count]);
        var longest = 0;
        for (var at = 0; at < Count; at++) longest = Math.Max(longest, KeyAt(at).Length);
        ranks = new int[longest + 2];
        for (var at = 0; at < Count; at++) ranks[KeyAt(at).Length + 1]++;
        for (var length = 1; length < ranks.Length; length++) ranks[length] += ranks[length - 1];
        var next = ranks.ToArray();
        for (var at = 0; at < Count; at++) places[next[KeyAt(at).Length]++] = at;
        Parallel.For(0, Count, rank => sets[rank] = LetterSet.Of(KeyAt(places[rank])));
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
        return new(letters, starts);
    }

    /// <summary>Makes an index of keys that follow each other; null where their lengths are not those of the letters.</summary>
    internal static NameIndex? Of(ReadOnlySpan<int> lengths, ReadOnlySpan<char> letters)
    {
        var starts = new int[lengths.Length + 1];
        for (var i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] < 0 || lengths[i] > letters.Length - starts[i]) return null;
            starts[i + 1] = starts[i] + lengths[i];
        }

        return starts[^1] == letters.Length ? new(letters.ToArray(), starts) : null;
    }

    /// <summary>The letters of all keys, one after the other.</summary>
    internal ReadOnlySpan<char> Letters => letters;

    /// <summary>The key of a name.</summary>
    public ReadOnlySpan<char> KeyAt(int at) => letters.AsSpan(starts[at], starts[at + 1] - starts[at]);

    /// <summary>
    /// All names whose key differs from another by a few letters at most, the nearest first; of those as near, the longest first: that a
    /// letter was left out is likelier than that just this one was put in.
    /// </summary>
    /// <param name="key">The key looked for.</param>
    /// <param name="edits">By how many letters at most, 0 to 2; never by half of them or more.</param>
    public IReadOnlyList<NearName> Near(string key, int edits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(edits);
        if (key.Length == 0) return [];
        edits = Math.Min(Math.Min(edits, MostEdits), (key.Length - 1) / 2);
        var found = new List<NearName>();
        var distance = new EditDistance(key);
        var (set, most) = (LetterSet.Of(key), edits * LetterSet.ChangedByAnEdit);
        var (from, to) = (FirstOf(key.Length - edits), FirstOf(key.Length + edits + 1));
        for (var rank = from; rank < to; rank++)
        {
            if (BitOperations.PopCount(sets[rank] ^ set) > most) continue;
            var far = distance.To(KeyAt(places[rank]), edits);
            if (far <= edits) found.Add(new(places[rank], far));
        }

        found.Sort(InOrder);
        return found;
    }

    private int InOrder(NearName one, NearName other) => (one.Edits, -KeyAt(one.At).Length, one.At).CompareTo((other.Edits, -KeyAt(other.At).Length, other.At));

    private int FirstOf(int length) => ranks[Math.Clamp(length, 0, ranks.Length - 1)];
}

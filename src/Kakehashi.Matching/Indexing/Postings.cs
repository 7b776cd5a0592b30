namespace Kakehashi.Matching.Indexing;

/// <summary>The names that have one piece.</summary>
/// <param name="Start">Where their list begins.</param>
/// <param name="Count">How many they are; 0 for a piece that no name has.</param>
internal readonly record struct PostingList(int Start, int Count);

/// <summary>A list of names for each piece, in ascending order, as the differences between neighbours: mostly a byte or two.</summary>
internal sealed class Postings
{
    private readonly Dictionary<ulong, PostingList> lists;
    private readonly byte[] bytes;

    private Postings(Dictionary<ulong, PostingList> lists, byte[] bytes) => (this.lists, this.bytes) = (lists, bytes);

    /// <summary>The letters of a name.</summary>
    internal delegate ReadOnlySpan<char> KeyOf(int at);

    public PostingList Find(ulong gram) => lists.GetValueOrDefault(gram);

    public void AddTo(Tally tally, PostingList list)
    {
        var (at, place) = (-1, list.Start);
        for (var i = 0; i < list.Count; i++)
        {
            int step = bytes[place++];
            if (step >= 0x80)
            {
                step &= 0x7f;
                for (var shift = 7; ; shift += 7)
                {
                    int next = bytes[place++];
                    step |= (next & 0x7f) << shift;
                    if (next < 0x80) break;
                }
            }

            at += step + 1;
            tally.Add(at);
        }
    }

    /// <summary>Each part of the names by itself, then the parts one after the other: names ascend in each list.</summary>
    public static Postings Of(int count, KeyOf keyOf)
    {
        var parts = Math.Clamp(Environment.ProcessorCount, 1, 16);
        var made = new Dictionary<ulong, Growing>[parts];
        Parallel.For(0, parts, part => made[part] = Part((int)((long)count * part / parts), (int)((long)count * (part + 1) / parts), keyOf));
        var lists = new Dictionary<ulong, PostingList>();
        foreach (var part in made)
            foreach (var gram in part.Keys) lists[gram] = default;
        var bytes = new byte[made.Sum(part => part.Values.Sum(list => (long)list.Used + Growing.MostOfAStep))];
        var used = 0;
        foreach (var gram in lists.Keys.ToList())
        {
            var (start, names, last) = (used, 0, -1);
            foreach (var part in made)
            {
                if (!part.TryGetValue(gram, out var list)) continue;
                used = list.CopyTo(bytes, used, last);
                (names, last) = (names + list.Count, list.Last);
            }

            lists[gram] = new(start, names);
        }

        Array.Resize(ref bytes, used);
        return new(lists, bytes);
    }

    private static Dictionary<ulong, Growing> Part(int from, int to, KeyOf keyOf)
    {
        var lists = new Dictionary<ulong, Growing>();
        var grams = new List<ulong>();
        for (var at = from; at < to; at++)
        {
            Grams.Of(keyOf(at), grams);
            foreach (var gram in grams)
            {
                if (!lists.TryGetValue(gram, out var list)) lists[gram] = list = new(at);
                else if (list.Last != at) list.Add(at);
            }
        }

        return lists;
    }

    /// <summary>A list that is being made: its first name, and the steps from there.</summary>
    private sealed class Growing
    {
        public const int MostOfAStep = 5;

        private readonly int first;
        private byte[] steps = new byte[8];

        public Growing(int first) => (this.first, Last) = (first, first);

        public int Last { get; private set; }

        public int Count { get; private set; } = 1;

        public int Used { get; private set; }

        public void Add(int at)
        {
            if (Used + MostOfAStep > steps.Length) Array.Resize(ref steps, 2 * steps.Length);
            Used = Write(steps, Used, at - Last - 1);
            (Last, Count) = (at, Count + 1);
        }

        public int CopyTo(byte[] bytes, int place, int before)
        {
            place = Write(bytes, place, first - before - 1);
            steps.AsSpan(0, Used).CopyTo(bytes.AsSpan(place));
            return place + Used;
        }

        private static int Write(byte[] bytes, int place, int step)
        {
            for (; step >= 0x80; step >>= 7) bytes[place++] = (byte)(step | 0x80);
            bytes[place++] = (byte)step;
            return place;
        }
    }
}

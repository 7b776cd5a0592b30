namespace Kakehashi.Matching.Indexing;

/// <summary>How many pieces each name shares with the one looked for. One search uses it at a time; it is cleared by as much as was used.</summary>
internal sealed class Tally(int names)
{
    private readonly byte[] counts = new byte[names];
    private int[] touched = new int[1_024];
    private int used;

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, used);

    public int Of(int at) => counts[at];

    public void Clear()
    {
        foreach (var at in Touched) counts[at] = 0;
        used = 0;
    }

    public void Add(int at)
    {
        if (counts[at]++ > 0) return;
        if (used == touched.Length) Array.Resize(ref touched, 2 * used);
        touched[used++] = at;
    }
}

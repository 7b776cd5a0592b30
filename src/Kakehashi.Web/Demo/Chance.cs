namespace Kakehashi.Web.Demo;

/// <summary>
/// Numbers that look random and are the same on every machine and in every version: SplitMix64, since the framework's own
/// generator may change.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>A stream of its own for a purpose, so that a change in one part of the demonstration leaves the others as they are.</summary>
    public static Chance For(string purpose, int year)
    {
        var seed = 14_695_981_039_346_656_037UL + (ulong)year;
        foreach (var c in purpose) seed = (seed ^ c) * 1_099_511_628_211UL;
        return new(seed);
    }

    /// <summary>0 to below 1.</summary>
    public double Share()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) / (double)(1UL << 53);
    }

    /// <summary>A whole number between both, themselves included.</summary>
    public int Between(int least, int most) => least + (int)(Share() * (most - least + 1));

    public bool Is(double share) => Share() < share;

    public T Of<T>(IReadOnlyList<T> all) => all[(int)(Share() * all.Count)];

    /// <summary>A value, rounded up or down at random so that the mean is kept.</summary>
    public int Round(double value)
    {
        var whole = (int)Math.Floor(value);
        return Is(value - whole) ? whole + 1 : whole;
    }
}

/// <summary>Things that are drawn more or less often.</summary>
internal sealed class Lot<T>
{
    private readonly T[] all;
    private readonly double[] upTo;

    public Lot(IEnumerable<(T One, double Weight)> weights)
    {
        var list = weights.Where(pair => pair.Weight > 0).ToArray();
        all = [.. list.Select(pair => pair.One)];
        upTo = new double[all.Length];
        var sum = 0.0;
        for (var i = 0; i < all.Length; i++) upTo[i] = sum += list[i].Weight;
    }

    public T Draw(Chance chance)
    {
        var at = Array.BinarySearch(upTo, chance.Share() * upTo[^1]);
        return all[Math.Min(at < 0 ? ~at : at + 1, all.Length - 1)];
    }
}

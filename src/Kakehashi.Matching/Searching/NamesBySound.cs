using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Searching;

/// <summary>
/// Names in Latin letters for one in kana, and the other way round: those that have about as many consonants of each group that kana
/// tell apart. What is left is to be compared by <see cref="SpokenName"/>.
/// </summary>
internal sealed class NamesBySound
{
    /// <summary>So many consonants may be other ones, come or go.</summary>
    private const int MostDiffering = 4, OneInSoMany = 3;

    private static readonly string[] Groups = ["nm", "sz", "tdk", "g", "bphf", "r"];

    private readonly (int[] At, byte[] Counts) kana, latin;

    public NamesBySound(IReadOnlyList<Name> names) => (kana, latin) = (Of(names, SpokenName.IsKana), Of(names, SpokenName.IsLatin));

    /// <summary>The names that may sound like one; none where it is neither in kana nor in Latin letters.</summary>
    public IEnumerable<int> Like(Name name)
    {
        var isKana = SpokenName.IsKana(name);
        var (at, counts) = isKana ? latin : kana;
        if (at.Length == 0 || (!isKana && !SpokenName.IsLatin(name))) return [];
        var asked = new byte[Groups.Length];
        Count(name, asked);
        var most = Math.Min(MostDiffering, asked.Sum(count => count) / OneInSoMany);
        return Enumerable.Range(0, at.Length).Where(i => Differing(asked, counts.AsSpan(i * Groups.Length, Groups.Length)) <= most).Select(i => at[i]);
    }

    private static (int[] At, byte[] Counts) Of(IReadOnlyList<Name> names, Func<Name, bool> which)
    {
        int[] at = [.. Enumerable.Range(0, names.Count).Where(i => which(names[i]))];
        var counts = new byte[at.Length * Groups.Length];
        for (var i = 0; i < at.Length; i++) Count(names[at[i]], counts.AsSpan(i * Groups.Length, Groups.Length));
        return (at, counts);
    }

    private static void Count(Name name, Span<byte> counts)
    {
        foreach (var letter in SpokenName.Consonants(name))
        {
            var group = Array.FindIndex(Groups, one => one.Contains(letter));
            if (group >= 0 && counts[group] < byte.MaxValue) counts[group]++;
        }
    }

    private static int Differing(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var sum = 0;
        for (var i = 0; i < one.Length; i++) sum += Math.Abs(one[i] - other[i]);
        return sum;
    }
}

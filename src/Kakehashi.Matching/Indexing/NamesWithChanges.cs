namespace Kakehashi.Matching.Indexing;

/// <summary>
/// Names of an index with those that came since and without those that went. It never changes; a change makes another one, which shares
/// the index and costs as much as the names that came since. Where they are many the index is made anew. A name keeps its place for good.
/// </summary>
public sealed class NamesWithChanges
{
    /// <summary>Names that may come before the index is made anew: so few are put into an index of their own in a few milliseconds.</summary>
    private const int MostApart = 10_000;

    private readonly NameIndex index;
    private readonly NameIndex apart;
    private readonly IReadOnlyList<string> came;
    private readonly IReadOnlySet<int> gone;

    private NamesWithChanges(NameIndex index, IReadOnlyList<string> came, IReadOnlySet<int> gone) => (this.index, this.came, this.gone, apart) = (index, came, gone, NameIndex.Of(came));

    /// <summary>How many places there are, with those of names that went.</summary>
    public int Count => index.Count + apart.Count;

    /// <summary>An index without changes.</summary>
    public static NamesWithChanges Of(NameIndex index) => new(index, [], new HashSet<int>());

    /// <summary>The key of a name, or that of one that went.</summary>
    public ReadOnlySpan<char> KeyAt(int at) => at < index.Count ? index.KeyAt(at) : apart.KeyAt(at - index.Count);

    /// <summary>The same with further names, whose places follow, and without some.</summary>
    /// <param name="added">Keys of names.</param>
    /// <param name="removed">Places of names; those that went before go once.</param>
    public NamesWithChanges With(IEnumerable<string> added, IEnumerable<int> removed)
    {
        var changed = new NamesWithChanges(index, [.. came, .. added], new HashSet<int>(gone.Concat(removed)));
        return changed.came.Count + changed.gone.Count <= MostApart ? changed : changed.MadeAnew();
    }

    /// <summary>As <see cref="NameIndex.Near"/>, in the same order.</summary>
    public IReadOnlyList<NearName> Near(string key, int edits) =>
        [.. index.Near(key, edits).Concat(apart.Near(key, edits).Select(found => found with { At = found.At + index.Count })).Where(found => !gone.Contains(found.At))
            .OrderBy(found => found.Edits).ThenByDescending(found => KeyAt(found.At).Length).ThenBy(found => found.At)];

    // what went keeps its place with an empty key, which is near to none
    private NamesWithChanges MadeAnew() => Of(NameIndex.Of([.. Enumerable.Range(0, Count).Select(at => gone.Contains(at) ? "" : KeyAt(at).ToString())]));
}

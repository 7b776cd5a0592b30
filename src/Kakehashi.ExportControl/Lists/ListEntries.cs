namespace Kakehashi.ExportControl.Lists;

/// <summary>The entries read so far: each number once, each with a primary name first, and no more than memory has room for.</summary>
internal sealed class ListEntries(ListRefusals refusals)
{
    // the largest list has 18,000 entries with 8 million characters
    private const int MostEntries = 200_000;
    private const long MostChars = 40_000_000;

    private readonly List<ListedEntity> all = [];
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private long chars;

    internal void Add(EntityDraft draft, ListPlace place)
    {
        if (draft.Names is not [{ Kind: ListedNameKind.Primary }, ..]) throw refusals.Missing(place, ("名称", "the name"));
        var entity = draft.Entity();
        if (!numbers.Add(entity.Number)) throw refusals.NumberTwice(place, entity.Number);
        all.Add(entity);
        chars += entity.Names.Sum(n => n.Text.Length) + entity.Addresses.Sum(a => a.Text.Length) + entity.Remarks.Sum(r => r.Text.Length);
        if (all.Count > MostEntries || chars > MostChars) throw refusals.TooMuch();
    }

    internal ListVersion Version(ConcernList list, ListDates dates, string sha256)
    {
        if (dates.InForceOn < dates.PublishedOn) throw refusals.Dates();
        if (all.Count == 0) throw refusals.Empty();
        return new(list, dates.PublishedOn, dates.InForceOn, all.AsReadOnly(), sha256);
    }
}

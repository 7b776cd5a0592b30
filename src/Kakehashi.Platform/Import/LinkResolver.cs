using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Import;

/// <summary>
/// Finds the records that drafts link to, a statement or two for thousands of rows. A record of the same file may be
/// linked to wherever in it it stands: drafts wait for those that they link to.
/// </summary>
internal sealed class LinkResolver(Workspace workspace, RecordType type)
{
    private readonly LinkField[] links = [.. type.Fields.OfType<LinkField>()];
    private readonly bool linksToOwn = type.Fields.OfType<LinkField>().Any(link => link.Target == type.Entity);
    private readonly Dictionary<string, long> made = new(StringComparer.Ordinal);

    /// <summary>Records that this run has made can be linked to; while only looking, their numbers are negative.</summary>
    public void Made(IReadOnlyList<string> keys, long number)
    {
        if (!linksToOwn) return;
        if (number == 0) number = -made.Count - 1;
        foreach (var key in keys) made[key] = number;
    }

    /// <summary>Puts numbers in the place of keys; answers the drafts that have to wait for a record of their own type.</summary>
    public async Task<IReadOnlyList<Draft>> ResolveAsync(RecordsContext context, IReadOnlyList<Draft> drafts, CancellationToken cancel)
    {
        var waiting = new HashSet<Draft>();
        foreach (var group in Links(drafts).GroupBy(link => link.Field.Target))
        {
            var target = workspace.Types[group.Key];
            var keys = await context.ResolveAsync(target, [.. group.Select(link => (link.Target as LinkKey)?.Key).OfType<string>().Distinct()], cancel);
            var numbers = (await context.LoadAsync(target, [.. group.Select(link => link.Target).OfType<long>().Where(number => number > 0).Distinct()], cancel)).Select(record => record.Number).ToHashSet();
            foreach (var link in group)
                if (Number(link, keys, numbers) is { } number) link.Set(number);
                else if (target == type && link.Part is null) waiting.Add(link.Draft);
                else Unresolved(link);
        }

        return waiting.Count == 0 ? [] : [.. drafts.Where(waiting.Contains)];
    }

    /// <summary>Says of drafts that have waited in vain that what they link to is nowhere.</summary>
    public void GiveUp(IReadOnlyList<Draft> waiting)
    {
        foreach (var link in Links(waiting).Where(link => link.Target is LinkKey || link.Field.Target == type.Entity)) Unresolved(link);
    }

    private long? Number(Link link, Dictionary<string, long> keys, HashSet<long> numbers) => link.Target switch
    {
        long number when number < 0 || numbers.Contains(number) => number,
        LinkKey key when keys.TryGetValue(key.Key, out var there) => there,
        LinkKey key when link.Field.Target == type.Entity && made.TryGetValue(key.Key, out var own) => own,
        _ => null,
    };

    private List<Link> Links(IReadOnlyList<Draft> drafts)
    {
        var found = new List<Link>();
        foreach (var draft in drafts)
        {
            foreach (var field in links)
                if (draft.Values.TryGetValue(field, out var target) && target is not null) found.Add(new(draft, field, target, null));
            if (draft.PartLinks is not { } parts) continue;
            foreach (var part in parts) found.Add(new(draft, part.Field, part.Target, part));
        }

        return found;
    }

    private void Unresolved(Link link)
    {
        var target = workspace.Types[link.Field.Target].One;
        var shown = TextReaders.Shown(link.Target is LinkKey key ? key.Key : $"#{link.Target}");
        link.Draft.Problems.Add(new(link.Part?.Column ?? link.Draft.Header(link.Field.Code), "reference.unresolved", (
            $"「{shown}」という{target.Ja}は登録されていません。先に登録するか、値を直してください。",
            $"There is no {target.En.ToLowerInvariant()} “{shown}”. Add it first, or correct the value.")));
    }

    private sealed record Link(Draft Draft, LinkField Field, object Target, PartLink? Part)
    {
        public void Set(long number)
        {
            if (Part is not null) Field.Write(Part.Part, number);
            else Draft.Values[Field] = number;
        }
    }
}

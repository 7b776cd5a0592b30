using System.Runtime.CompilerServices;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Merging;

/// <summary>All records that link to one record, withdrawn ones too, some at a time: hundreds of thousands may.</summary>
internal sealed class Referrers(RecordTypes types, RecordType target, long number)
{
    private const int AtOnce = 1_000;

    /// <summary>The fields that have a column of their own, by which both stores find records quickly.</summary>
    public static IEnumerable<(RecordType Type, LinkField Field)> Columns(RecordTypes types, RecordType target) =>
        from type in types.All from link in type.Fields.OfType<LinkField>() where link.Target == target.Entity && !link.IsOwn select (type, link);

    /// <summary>The types with links in parts or own fields.</summary>
    public static IEnumerable<RecordType> Inner(RecordTypes types, RecordType target) => types.All.Where(type => TurnedLinks.HasInner(type, target.Entity));

    /// <summary>
    /// All of them; one that links by several fields may come several times. Whoever reads may write what was read: that is asked for anew, batch
    /// by batch.
    /// </summary>
    public async IAsyncEnumerable<(RecordType Type, IReadOnlyList<Record> Records)> ReadAsync(Func<RecordsContext> read, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var (type, link) in Columns(types, target))
            foreach (var isWithdrawn in new[] { false, true })
                for (var last = 0L; await type.Accept(new ByColumn(read(), link, number, isWithdrawn, last, cancel)) is { Count: > 0 } found; last = found[^1].Number)
                    yield return (type, found);

        await foreach (var found in InnerAsync(read, cancel)) yield return found;
    }

    /// <summary>Those that link from within parts and own fields alone.</summary>
    public async IAsyncEnumerable<(RecordType Type, IReadOnlyList<Record> Records)> InnerAsync(Func<RecordsContext> read, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var last = 0L; ;)
        {
            var (context, after) = (read(), last);
            var numbers = await context.Links.Where(link => link.Target == number && link.Record > after).Select(link => link.Record).Distinct().Order().Take(AtOnce).ToListAsync(cancel);
            if (numbers.Count == 0) break;
            last = numbers[^1];
            foreach (var type in Inner(types, target))
                if (await context.LoadAsync(type, numbers, cancel) is { Count: > 0 } found) yield return (type, found);
        }

        // the links of withdrawn records are not kept: nobody asks for them but this
        var links = new TurnedLinks(target.Entity, number, number);
        foreach (var type in Inner(types, target))
            for (var last = 0L; await read().WalkAsync(type, new ListQuery { Withdrawn = true }, Actor.Program, last, AtOnce, cancel) is { Count: > 0 } block; last = block[^1].Number)
                if (block.Where(record => links.IsIn(type, record)).ToList() is { Count: > 0 } found) yield return (type, found);
    }

    private sealed class ByColumn(RecordsContext context, LinkField link, long number, bool isWithdrawn, long after, CancellationToken cancel) : IEntityVisitor<Task<IReadOnlyList<Record>>>
    {
        public async Task<IReadOnlyList<Record>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            var last = new Id<T>(after);
            return await context.Listed(type, isWithdrawn).Where(Conditions.Of<T>(link, new() { AnyOf = [number] }))
                .Where(record => record.Id > last).OrderBy(record => record.Id).Take(AtOnce).ToListAsync(cancel);
        }
    }
}

using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Lists;

/// <summary>
/// Walks through all records that a query holds for, block by block: in the order it asks for, else in that of their
/// numbers. Numbers are given in the order of commits, so that a walk by them meets every record once, whatever is added
/// meanwhile. Unlike a list, which shows the best, a search by words finds all.
/// </summary>
public sealed class RecordWalk(Database database, RecordsContext context, RecordType type, ListQuery query, Actor asking)
{
    private readonly Actor actor = asking.Asking(type, query);
    private long[]? found;

    /// <summary>What it walks in the order of; null for the numbers.</summary>
    internal ListOrder? Order { get; } = ListOrder.Of(type, query);

    /// <summary>Where a record is on the walk.</summary>
    public WalkPlace PlaceOf(Record record) => new(Order?.Key(record), record.Number);

    /// <summary>The next records after a place, the first ones after null; fewer than <paramref name="size"/> only at the end.</summary>
    public async Task<IReadOnlyList<Record>> NextAsync(WalkPlace? after, int size, CancellationToken cancel)
    {
        var isSearch = !string.IsNullOrWhiteSpace(query.Text);
        if (isSearch) found ??= await Search(cancel);
        if (Order is not null) return await type.Accept(new InOrder(context, found, query, Order, actor, after, size, cancel));
        if (!isSearch) return await context.WalkAsync(type, query, actor, after?.Number ?? 0, size, cancel);
        var records = new List<Record>();
        var place = Array.BinarySearch(found!, (after?.Number ?? 0) + 1);
        var at = place < 0 ? ~place : place;
        while (at < found!.Length && records.Count < size)
        {
            var block = found[at..Math.Min(at + size, found.Length)];
            at += block.Length;
            records.AddRange(await type.Accept(new Among(context, block, query, actor, cancel)));
        }

        return records.Count > size ? records[..size] : records;
    }

    private async Task<long[]> Search(CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        return [.. database.Search.All(context.Database.GetDbConnection(), query.Text!, type.Code)];
    }

    /// <summary>Those of the numbers that the conditions hold for.</summary>
    private sealed class Among(RecordsContext context, long[] numbers, ListQuery query, Actor actor, CancellationToken cancel) : IEntityVisitor<Task<IReadOnlyList<Record>>>
    {
        public async Task<IReadOnlyList<Record>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            var ids = numbers.Select(number => new Id<T>(number)).ToArray();
            return (await context.Matching(type, query).FoundBy(type, actor)
                .Where(record => ids.Contains(record.Id)).OrderBy(record => record.Id).ToListAsync(cancel)).ShownTo(type, actor);
        }
    }

    private sealed class InOrder(RecordsContext context, long[]? among, ListQuery query, ListOrder order, Actor actor, WalkPlace? after, int size, CancellationToken cancel)
        : IEntityVisitor<Task<IReadOnlyList<Record>>>
    {
        public async Task<IReadOnlyList<Record>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            var records = context.Matching(type, query).SeenBy(type, actor);
            if (among is not null)
            {
                var ids = among.Select(number => new Id<T>(number)).ToArray();
                records = records.FoundBy(type, actor).Where(record => ids.Contains(record.Id));
            }

            return [.. (await records.AfterAsync(order, after, size, cancel)).Select(record => record.ShownTo(type, actor))];
        }
    }
}

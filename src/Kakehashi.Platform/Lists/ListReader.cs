using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Lists;

/// <summary>Facet List: reads a page of records of any type, in a few statements whatever the page shows.</summary>
public static class ListReader
{
    /// <summary>Records of which one in this many meets a filter are found quickest along the order they are asked for in.</summary>
    private const int LookedAtPerRecord = 30;

    private const int FewestLookedAt = 2_000;

    private const int MostLookedAt = 30_000;

    /// <summary>A page of the records that an actor sees.</summary>
    public static Task<ListPage> ListAsync(this Database database, RecordType type, ListQuery query, Actor actor, CancellationToken cancel) =>
        type.Accept(new Listing(database, query, actor.Asking(type, query), cancel));

    /// <summary>Records in the order of their numbers, after one: how the API and exports walk through all of them.</summary>
    public static Task<IReadOnlyList<Record>> WalkAsync(this RecordsContext context, RecordType type, ListQuery query, Actor actor, long after, int size, CancellationToken cancel) =>
        type.Accept(new Walking(context, query, actor.Asking(type, query), after, size, cancel));

    private sealed class Listing(Database database, ListQuery query, Actor actor, CancellationToken cancel) : IEntityVisitor<Task<ListPage>>
    {
        public async Task<ListPage> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            var page = await Read(type);
            return page with { Records = [.. page.Records.Select(record => record.ShownTo(type, actor))] };
        }

        private async Task<ListPage> Read<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            await using var context = database.Read();
            if (!string.IsNullOrWhiteSpace(query.Text)) return await Found(context, type);
            var records = context.Matching(type, query).SeenBy(type, actor);
            var (skip, size) = Slice();
            if (database.Crossing is { } limits && new CrossedIndexes<T>(context, type, query, actor, limits) is var crossed && crossed.IsWorthIt()) return await crossed.PageAsync(skip, size, cancel);
            var page = await AlongTheOrder(context, type, skip, size) ?? await records.PageAsync(type, query, skip, size, cancel);
            // a first page that is not full says itself how many there are
            var count = skip == 0 && page.Count < size ? page.Count : await records.Take(ListQuery.Window + 1).CountAsync(cancel);
            return new(page, count);
        }

        /// <summary>
        /// A filter that many records meet, in an order that an index has: looks at the first records of that order alone.
        /// Sorting all that meet the filter takes seconds where they are millions. Null where too few of the first meet it.
        /// </summary>
        private async Task<List<T>?> AlongTheOrder<T>(RecordsContext context, RecordType<T> type, int skip, int size)
            where T : Record<T>, new()
        {
            var looked = Math.Max(FewestLookedAt, LookedAtPerRecord * (skip + size));
            if (query.Where.Count == 0 || ListOrder.Of(type, query) is not { Side: null, Field.IsOwn: false } order || query.Where.ContainsKey(order.Field.Code) || looked > MostLookedAt) return null;
            var first = context.Listed(type, query.Withdrawn).WithValueInOrder(order).Take(looked);
            var page = await first.SeenBy(type, actor).Matching(type, query).WithValueInOrder(order).Skip(skip).Take(size).ToListAsync(cancel);
            return page.Count == size ? page : null;
        }

        /// <summary>Found by words: in the order of how well they match, unless a sort is asked for.</summary>
        private async Task<ListPage> Found<T>(RecordsContext context, RecordType<T> type)
            where T : Record<T>, new()
        {
            await context.Database.OpenConnectionAsync(cancel);
            var numbers = database.Search.Best(context.Database.GetDbConnection(), query.Text!, type.Code, ListQuery.Window + 1);
            if (numbers.Count > ListQuery.Window) return await AmongMany(context, type);
            var ids = numbers.Select(number => new Id<T>(number)).ToArray();
            var found = context.Matching(type, query).SeenBy(type, actor).FoundBy(type, actor).Where(record => ids.Contains(record.Id));
            var (skip, size) = Slice();
            if (query.Sort is not null) return new(await found.PageAsync(type, query, skip, size, cancel), await found.CountAsync(cancel));
            var seen = (await found.Select(record => record.Id).ToListAsync(cancel)).ToHashSet();
            var best = ids.Where(seen.Contains).Skip(skip).Take(size).ToArray();
            var page = await context.Set<T>().Where(record => best.Contains(record.Id)).ToListAsync(cancel);
            return new([.. page.OrderBy(record => Array.IndexOf(best, record.Id))], seen.Count);
        }

        /// <summary>The words are in more records than a list shows: the store itself joins them with the conditions, and the newest come first.</summary>
        private async Task<ListPage> AmongMany<T>(RecordsContext context, RecordType<T> type)
            where T : Record<T>, new()
        {
            var holding = context.Holding(type, database.Search, database.Search.Phrase(query.Text!)!, query.Withdrawn);
            var found = holding.Matching(type, query).SeenBy(type, actor).FoundBy(type, actor);
            var (skip, size) = Slice();
            var page = query.Sort is null ? await found.OrderByDescending(record => record.Id).Skip(skip).Take(size).ToListAsync(cancel) : await found.PageAsync(type, query, skip, size, cancel);
            return new(page, skip == 0 && page.Count < size ? page.Count : await found.Take(ListQuery.Window + 1).CountAsync(cancel));
        }

        private (int Skip, int Size) Slice()
        {
            var size = Math.Clamp(query.Size, 1, ListQuery.LargestSize);
            return ((int)Math.Min((Math.Max(query.Page, 1) - 1L) * size, ListQuery.Window), size);
        }
    }

    private sealed class Walking(RecordsContext context, ListQuery query, Actor actor, long after, int size, CancellationToken cancel) : IEntityVisitor<Task<IReadOnlyList<Record>>>
    {
        public async Task<IReadOnlyList<Record>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            var last = new Id<T>(after);
            return (await context.Matching(type, query).SeenBy(type, actor)
                .Where(record => record.Id > last).OrderBy(record => record.Id).Take(size).ToListAsync(cancel)).ShownTo(type, actor);
        }
    }
}

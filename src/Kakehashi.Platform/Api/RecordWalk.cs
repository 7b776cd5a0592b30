using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Api;

/// <summary>
/// Walks through all records that a query holds for, in the order of their numbers, block by block. Numbers are given in
/// the order of commits, so that a walk meets every record once, whatever is added meanwhile. Unlike a list, which shows
/// the best, a search by words finds all.
/// </summary>
internal sealed class RecordWalk(Database database, RecordsContext context, RecordType type, ListQuery query, Actor actor)
{
    private long[]? found;

    /// <summary>The next records after a number; fewer than <paramref name="size"/> only at the end.</summary>
    public async Task<IReadOnlyList<Record>> NextAsync(long after, int size, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(query.Text)) return await context.WalkAsync(type, query, actor, after, size, cancel);
        found ??= await Search(cancel);
        var records = new List<Record>();
        var place = Array.BinarySearch(found, after + 1);
        var at = place < 0 ? ~place : place;
        while (at < found.Length && records.Count < size)
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
        var numbers = database.Search.Search(context.Database.GetDbConnection(), query.Text!, type.Code, int.MaxValue).ToArray();
        Array.Sort(numbers);
        return numbers;
    }

    /// <summary>Those of the numbers that the conditions hold for.</summary>
    private sealed class Among(RecordsContext context, long[] numbers, ListQuery query, Actor actor, CancellationToken cancel) : IEntityVisitor<Task<IReadOnlyList<Record>>>
    {
        public async Task<IReadOnlyList<Record>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            var ids = numbers.Select(number => new Id<T>(number)).ToArray();
            return await context.Set<T>().SeenBy(type, actor).Matching(type, query)
                .Where(record => ids.Contains(record.Id)).OrderBy(record => record.Id).ToListAsync(cancel);
        }
    }
}

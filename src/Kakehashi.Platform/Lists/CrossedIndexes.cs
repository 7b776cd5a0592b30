using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Lists;

/// <summary>
/// A list by several conditions, or by one and in an order, on SQLite: which takes one index, and reads every row that it
/// finds there for the rest, seconds where that is a million. Here the condition that fewest records meet finds them, or the
/// index of the day does, and the others are asked of their own indexes, by the number of the record: rows are read for
/// the page alone.
/// </summary>
internal sealed class CrossedIndexes<T>(RecordsContext context, RecordType<T> type, ListQuery query, Actor actor, CrossingLimits limits)
    where T : Record<T>, new()
{
    private readonly ListOrder? order = ListOrder.Of(type, query);
    private readonly DayField? day = RecordIndex.DayOf(type);
    private IReadOnlyList<Field> finding = [];
    private Field? rarest;
    private int least;

    /// <summary>Whether this query is one for which it is worth it.</summary>
    public bool IsWorthIt()
    {
        if (query.Withdrawn || query.Among is not null) return false;
        finding = [.. query.Where.Keys.Select(type.Field).OfType<Field>().Where(field => IsAsked(field) || IsRange(field)).OrderByDescending(Likely)];
        return finding.Count > 0 ? IsByDay || query.Where.Count > 1 || order is not null || !IsOne(finding[0]) : IsByDay && query.Where.Count == 0;
    }

    public async Task<ListPage> PageAsync(int skip, int size, CancellationToken cancel)
    {
        await FindRarest(cancel);
        if (least > limits.Few && IsByDay) return await ByDay(skip, size, cancel);
        var records = Meeting(By(rarest!), rarest!);
        var page = order is null ? await InOrder(records.OrderByDescending(record => record.Id), skip, size, cancel)
            : await Along(skip, size, cancel) ?? await records.PageAsync(type, query, skip, size, cancel);
        return new(page, skip == 0 && page.Count < size ? page.Count : await Count(records, cancel));
    }

    /// <summary>By the index of the day, which has its own order alone: of no more than a list counts, one reading gives both number and page.</summary>
    private async Task<ListPage> ByDay(int skip, int size, CancellationToken cancel)
    {
        var records = Meeting(By(day!), day!);
        if (order is not null)
        {
            var page = order.Field == day ? await InOrder(records.WithValueInOrder(order), skip, size, cancel)
                : await Along(skip, size, cancel) ?? await records.PageAsync(type, query, skip, size, cancel);
            return new(page, await Count(records, cancel));
        }

        var ids = await records.Select(record => record.Id).Take(ListQuery.Window + 1).ToArrayAsync(cancel);
        if (ids.Length > ListQuery.Window) return new(await InOrder(records.OrderByDescending(record => record.Id), skip, size, cancel), ids.Length);
        Array.Sort(ids, (one, other) => other.Value.CompareTo(one.Value));
        return new(await Those([.. ids.Skip(skip).Take(size)], cancel), ids.Length);
    }

    private static Task<int> Count(IQueryable<T> records, CancellationToken cancel) => records.Take(ListQuery.Window + 1).CountAsync(cancel);

    /// <summary>The index of the day answers the whole of it, or has its order.</summary>
    private bool IsByDay => day is not null && (order?.Field == day || query.Where.ContainsKey(day.Code));

    /// <summary>Only the numbers are put in order: mostly an index has them so, and needs no row.</summary>
    private async Task<List<T>> InOrder(IQueryable<T> records, int skip, int size, CancellationToken cancel)
    {
        return await Those(await records.Select(record => record.Id).Skip(skip).Take(size).ToArrayAsync(cancel), cancel);
    }

    private async Task<List<T>> Those(Id<T>[] ids, CancellationToken cancel)
    {
        var page = await context.Set<T>().Where(record => ids.Contains(record.Id)).ToListAsync(cancel);
        return [.. page.OrderBy(record => Array.IndexOf(ids, record.Id))];
    }

    /// <summary>Follows the order as far as it is likely to lead to a page; null where a sort is quicker, or it leads to none.</summary>
    private async Task<List<T>?> Along(int skip, int size, CancellationToken cancel)
    {
        if (least <= limits.Few || !RecordIndex.IsIndexed(order!.Field)) return null;
        var first = By(order.Field);
        var beyond = await first.WithValueInOrder(order).Skip(limits.LookedAt).FirstOrDefaultAsync(cancel);
        if (beyond is not null) first = first.Before(order, new(order.Key(beyond), beyond.Number));
        var page = await Meeting(first, order.Field).WithValueInOrder(order).Skip(skip).Take(size).ToListAsync(cancel);
        return page.Count == size ? page : null;
    }

    private async Task FindRarest(CancellationToken cancel)
    {
        (rarest, least) = (null, int.MaxValue);
        foreach (var field in finding)
        {
            var count = await By(field).Take(limits.Few + 1).CountAsync(cancel);
            if (count < least) (rarest, least) = (field, count);
        }
    }

    /// <summary>By the index of a field, those that the condition on it holds for, if there is one.</summary>
    private IQueryable<T> By(Field field) => query.Where.TryGetValue(field.Code, out var condition)
        ? context.Through(type, field).Where(Conditions.Of<T>(field, condition))
        : context.Through(type, field);

    /// <summary>Those of the records found by one field for which the other conditions hold too.</summary>
    private IQueryable<T> Meeting(IQueryable<T> records, Field found)
    {
        foreach (var (code, condition) in query.Where)
        {
            if (type.Field(code) is not { } field || field == found) continue;
            var isThere = found == day && RecordIndex.IsBehindDay(field);
            records = records.Where(IsAsked(field) && !isThere ? AskedOfIndex(field) : Conditions.Of<T>(field, condition));
        }

        return records.SeenBy(type, actor);
    }

    private Expression<Func<T, bool>> AskedOfIndex(Field field)
    {
        var others = By(field);
        return record => others.Any(other => other.Id == record.Id);
    }

    private bool IsAsked(Field field) => RecordIndex.IsIndexed(field) && field is LinkField or CodeField or ChoiceField or FlagField
        && query.Where[field.Code] is { AnyOf.Count: > 0, Contains.Count: 0, HasValue: null, From: null, To: null } condition && !condition.AnyOf.Contains(null);

    private bool IsRange(Field field) => RecordIndex.IsIndexed(field) && field is DayField or NumberField
        && query.Where[field.Code] is { AnyOf.Count: 0, HasValue: null } condition && (condition.From is not null || condition.To is not null);

    private bool IsOne(Field field) => query.Where[field.Code].AnyOf.Count == 1;

    /// <summary>Where many records meet each of the conditions, the one to find them by: the fewest to a value, and in order at that.</summary>
    private int Likely(Field field) => IsOne(field)
        ? field switch
        {
            LinkField => int.MaxValue,
            CodeField => 200,
            ChoiceField choice => choice.Values.All.Count,
            _ => 2,
        }
        : 0;
}

/// <summary>Where one way of finding records gives way to another.</summary>
/// <param name="Few">So many are read and sorted as quickly as an order is followed until a page is full.</param>
/// <param name="LookedAt">How far an order is followed. Further, and it is likely that what is asked for lies at the other end.</param>
internal sealed record CrossingLimits(int Few = 20_000, int LookedAt = 100_000);

using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Lists;

/// <summary>
/// Records in an order. Stores disagree on where empty values come, and an index serves no other order than its own: so
/// the records with a value are asked for first, and those without where they end.
/// </summary>
internal static class SortedRecords
{
    /// <summary>A page in the order asked for, else the newest first; pages never overlap.</summary>
    public static async Task<List<T>> PageAsync<T>(this IQueryable<T> records, RecordType type, ListQuery query, int skip, int size, CancellationToken cancel)
        where T : Record<T>, new()
    {
        if (ListOrder.Of(type, query) is not { } order) return await records.OrderByDescending(record => record.Id).Skip(skip).Take(size).ToListAsync(cancel);
        if (!order.CanBeEmpty()) return await records.InOrder(order).Skip(skip).Take(size).ToListAsync(cancel);
        var there = records.Where(IsEmpty<T>(order, isEmpty: false));
        var page = await there.InOrder(order).Skip(skip).Take(size).ToListAsync(cancel);
        if (page.Count == size) return page;
        var passed = page.Count > 0 ? 0 : skip - await there.CountAsync(cancel);
        page.AddRange(await records.Where(IsEmpty<T>(order, isEmpty: true)).ById(order).Skip(passed).Take(size - page.Count).ToListAsync(cancel));
        return page;
    }

    /// <summary>The records with a value to be put in order by: where they begin, the whole list begins.</summary>
    public static IQueryable<T> WithValueInOrder<T>(this IQueryable<T> records, ListOrder order)
        where T : Record<T>, new() => (order.CanBeEmpty() ? records.Where(IsEmpty<T>(order, isEmpty: false)) : records).InOrder(order);

    /// <summary>The next records after a place, found by it and not by counting: however far a walk has come, a step costs the same.</summary>
    public static async Task<List<T>> AfterAsync<T>(this IQueryable<T> records, ListOrder order, WalkPlace? after, int size, CancellationToken cancel)
        where T : Record<T>, new()
    {
        var block = new List<T>();
        if (after is null or { Key: not null })
        {
            var there = order.CanBeEmpty() ? records.Where(IsEmpty<T>(order, isEmpty: false)) : records;
            if (after is not null) there = there.Where(Beyond<T>(order, after));
            block = await there.InOrder(order).Take(size).ToListAsync(cancel);
        }

        if (block.Count == size || !order.CanBeEmpty()) return block;
        var empty = records.Where(IsEmpty<T>(order, isEmpty: true));
        if (after is { Key: null }) empty = empty.Where(BeyondNumber<T>(order, after.Number));
        block.AddRange(await empty.ById(order).Take(size - block.Count).ToListAsync(cancel));
        return block;
    }

    /// <summary>The records up to a value of the order, all of those with the same value among them.</summary>
    public static IQueryable<T> Before<T>(this IQueryable<T> records, ListOrder order, WalkPlace place)
        where T : Record<T>, new()
    {
        var record = Expression.Parameter(typeof(T));
        var (value, key) = Comparable(order, Value(record, order), place.Key!);
        return records.Where(Expression.Lambda<Func<T, bool>>(Compared(order with { Descending = !order.Descending }, value, key, orEqual: true), record));
    }

    private static bool CanBeEmpty(this ListOrder order) => order switch
    {
        { Side: not null } => true,
        { Field.IsOwn: true } => order.Field is not FlagField,
        _ => !order.Field.IsRequired && !(order.Field.Type.IsValueType && Nullable.GetUnderlyingType(order.Field.Type) is null),
    };

    private static IOrderedQueryable<T> InOrder<T>(this IQueryable<T> records, ListOrder order)
        where T : Record<T>, new()
    {
        var record = Expression.Parameter(typeof(T));
        var value = Value(record, order);
        var method = order.Descending ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy);
        var sorted = (IOrderedQueryable<T>)records.Provider.CreateQuery<T>(
            Expression.Call(typeof(Queryable), method, [typeof(T), value.Type], records.Expression, Expression.Quote(Expression.Lambda(value, record))));
        return order.Descending ? sorted.ThenByDescending(one => one.Id) : sorted.ThenBy(one => one.Id);
    }

    private static IOrderedQueryable<T> ById<T>(this IQueryable<T> records, ListOrder order)
        where T : Record<T>, new() => order.Descending ? records.OrderByDescending(one => one.Id) : records.OrderBy(one => one.Id);

    private static Expression<Func<T, bool>> IsEmpty<T>(ListOrder order, bool isEmpty)
    {
        var record = Expression.Parameter(typeof(T));
        var value = Value(record, order);
        var none = Expression.Constant(null, value.Type);
        return Expression.Lambda<Func<T, bool>>(isEmpty ? Expression.Equal(value, none) : Expression.NotEqual(value, none), record);
    }

    /// <summary>The first comparison is one that an index can begin at; the second leaves out what comes before in the same value.</summary>
    private static Expression<Func<T, bool>> Beyond<T>(ListOrder order, WalkPlace place)
        where T : Record<T>, new()
    {
        var number = BeyondNumber<T>(order, place.Number);
        var record = number.Parameters[0];
        var (value, key) = Comparable(order, Value(record, order), place.Key!);
        return Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(Compared(order, value, key, orEqual: true), Expression.OrElse(Compared(order, value, key, orEqual: false), number.Body)), record);
    }

    private static Expression<Func<T, bool>> BeyondNumber<T>(ListOrder order, long number)
        where T : Record<T>, new()
    {
        var id = new Id<T>(number);
        return order.Descending ? record => record.Id < id : record => record.Id > id;
    }

    private static BinaryExpression Compared(ListOrder order, Expression value, Expression key, bool orEqual)
    {
        if (value.Type == typeof(string)) (value, key) = (Expression.Call(typeof(string), nameof(string.Compare), null, value, key), Expression.Constant(0));
        return (order.Descending, orEqual) switch
        {
            (false, true) => Expression.GreaterThanOrEqual(value, key),
            (false, false) => Expression.GreaterThan(value, key),
            (true, true) => Expression.LessThanOrEqual(value, key),
            _ => Expression.LessThan(value, key),
        };
    }

    /// <summary>A value and a key as types that LINQ can compare; in the store they compare as they are sorted.</summary>
    private static (Expression Value, Expression Key) Comparable(ListOrder order, Expression value, object key) => order.Field switch
    {
        { IsOwn: true } => (value, FieldColumn.Parameter(order.Field, value.Type, key)),
        FlagField => (Expression.Condition(value, Expression.Constant(1), Expression.Constant(0)), Parameters.Of((bool)key ? 1 : 0)),
        ChoiceField => (Expression.Convert(Expression.Convert(value, typeof(object)), typeof(string)), Parameters.Of(key)),
        _ when value.Type == typeof(string) => (value, Parameters.Of(key)),
        _ => (value, Expression.Convert(Parameters.Of(key), value.Type)),
    };

    private static Expression Value(Expression record, ListOrder order) =>
        order.Side is { } side ? FieldColumn.Side(record, order.Field, side) : FieldColumn.Of(record, order.Field);
}

using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Quality;

/// <summary>A page of the records that a check finds.</summary>
/// <param name="Check">The check.</param>
/// <param name="Unit">Their unit; null for those that name none.</param>
/// <param name="Period">The days that they touch; null for all there are.</param>
/// <param name="After">The number that the page begins after.</param>
/// <param name="Most">How many it may have.</param>
internal sealed record WantedRecords(RecordCheck Check, long? Unit, Days? Period, long After, int Most);

/// <summary>Asks the store for the records that checks find: the counts of all checks of a type in one statement.</summary>
internal static class CheckedRecords
{
    /// <summary>How many records of each unit each check finds, of a period and in all; none that are 0.</summary>
    public static Task<IReadOnlyList<CheckCount>> CountAsync(Workspace workspace, RecordType type, IReadOnlyList<RecordCheck> checks, Actor actor, Days period, CancellationToken cancel) =>
        type.Accept(new Counting(workspace, checks, actor, period, cancel));

    /// <summary>The field that says which unit a record belongs to; null where records of the type belong to none.</summary>
    public static Field? UnitOf(Workspace workspace, RecordType type) =>
        type.ParentUnit is not null ? null
        : type.Fields.OfType<LinkField>().FirstOrDefault(field => !field.IsOwn && workspace.Types.Find(field.Target)?.ParentUnit is not null);

    private sealed class Counting(Workspace workspace, IReadOnlyList<RecordCheck> checks, Actor actor, Days period, CancellationToken cancel) : IEntityVisitor<Task<IReadOnlyList<CheckCount>>>
    {
        public async Task<IReadOnlyList<CheckCount>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            await using var context = workspace.Database.Read();
            var records = context.Listed(type).SeenBy(type, actor);
            return UnitOf(workspace, type) is not { } unit
                ? await Grouped(context, type, records, record => 0, _ => null)
                : await (Task<IReadOnlyList<CheckCount>>)typeof(Counting).GetMethod(nameof(ByUnit), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                    .MakeGenericMethod(typeof(T), unit.Type).Invoke(this, [context, type, records, unit])!;
        }

        private Task<IReadOnlyList<CheckCount>> ByUnit<T, TUnit>(RecordsContext context, RecordType<T> type, IQueryable<T> records, Field unit)
            where T : Record<T>, new()
        {
            var record = Expression.Parameter(typeof(T));
            return Grouped(context, type, records, Expression.Lambda<Func<T, TUnit>>(FieldColumn.Of(record, unit), record), key => (key as IRecordId)?.Value);
        }

        private async Task<IReadOnlyList<CheckCount>> Grouped<T, TKey>(RecordsContext context, RecordType<T> type, IQueryable<T> records, Expression<Func<T, TKey>> key, Func<TKey, long?> unit)
            where T : Record<T>, new()
        {
            var group = Expression.Parameter(typeof(IGrouping<TKey, T>));
            var scope = new CheckScope(workspace, context, actor, workspace.Today);
            var found = checks.Select(check => check.Condition<T>(scope)).ToList();
            var counts = found.Concat(found.Select(one => InPeriod(context, type, one))).Select(one => Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(T)], group, one));
            var pair = typeof(KeyValuePair<TKey, int[]>).GetConstructors().Single(one => one.GetParameters().Length == 2);
            var select = Expression.Lambda<Func<IGrouping<TKey, T>, KeyValuePair<TKey, int[]>>>(
                Expression.New(pair, Expression.Property(group, nameof(IGrouping<,>.Key)), Expression.NewArrayInit(typeof(int), counts)), group);
            var rows = await records.GroupBy(key).Select(select).ToListAsync(cancel);
            return [.. rows.SelectMany(row => checks.Select((check, i) => new CheckCount(check, unit(row.Key), row.Value[i], row.Value[checks.Count + i]))).Where(one => one.Count > 0)];
        }

        /// <summary>The days are asked first: what a check looks for may be in other records, which takes longer.</summary>
        private Expression<Func<T, bool>> InPeriod<T>(RecordsContext context, RecordType<T> type, Expression<Func<T, bool>> found)
            where T : Record<T>, new() =>
            Expression.Lambda<Func<T, bool>>(Expression.AndAlso(DaysOfRecords.Touch(context, type, period, found.Parameters[0]), found.Body), found.Parameters);
    }

    /// <summary>A page of the records that a check finds.</summary>
    public static Task<IReadOnlyList<Record>> FindAsync(Workspace workspace, WantedRecords wanted, Actor actor, CancellationToken cancel) =>
        wanted.Check.Type.Accept(new Finding(workspace, wanted, actor, cancel));

    private sealed class Finding(Workspace workspace, WantedRecords wanted, Actor actor, CancellationToken cancel) : IEntityVisitor<Task<IReadOnlyList<Record>>>
    {
        public async Task<IReadOnlyList<Record>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            await using var context = workspace.Database.Read();
            var last = new Id<T>(wanted.After);
            var records = context.Listed(type).SeenBy(type, actor).Where(wanted.Check.Condition<T>(new(workspace, context, actor, workspace.Today))).Where(record => record.Id > last);
            if (UnitOf(workspace, type) is { } field) records = records.Where(Conditions.Of<T>(field, new() { AnyOf = [wanted.Unit] }));
            if (wanted.Period is { } period)
            {
                var record = Expression.Parameter(typeof(T));
                records = records.Where(Expression.Lambda<Func<T, bool>>(DaysOfRecords.Touch(context, type, period, record), record));
            }

            return (await records.OrderBy(record => record.Id).Take(wanted.Most).ToListAsync(cancel)).ShownTo(type, actor);
        }
    }
}

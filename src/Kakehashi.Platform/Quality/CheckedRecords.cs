using System.Linq.Expressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Quality;

/// <summary>Asks the store for the records that checks find: the counts of all checks of a type in one statement.</summary>
internal static class CheckedRecords
{
    /// <summary>How many records of each unit each check finds; none that are 0.</summary>
    public static Task<IReadOnlyList<CheckCount>> CountAsync(Workspace workspace, RecordType type, IReadOnlyList<RecordCheck> checks, Actor actor, DateOnly today, CancellationToken cancel) =>
        type.Accept(new Counting(workspace, checks, actor, today, cancel));

    /// <summary>The field that says which unit a record belongs to; null where records of the type belong to none.</summary>
    public static Field? UnitOf(Workspace workspace, RecordType type) =>
        type.ParentUnit is not null ? null
        : type.Fields.OfType<LinkField>().FirstOrDefault(field => !field.IsOwn && workspace.Types.Find(field.Target)?.ParentUnit is not null);

    private sealed class Counting(Workspace workspace, IReadOnlyList<RecordCheck> checks, Actor actor, DateOnly today, CancellationToken cancel) : IEntityVisitor<Task<IReadOnlyList<CheckCount>>>
    {
        public async Task<IReadOnlyList<CheckCount>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            await using var context = workspace.Database.Read();
            var records = context.Listed(type).SeenBy(type, actor);
            return UnitOf(workspace, type) is not { } unit
                ? await Grouped(context, records, record => 0, _ => null)
                : await (Task<IReadOnlyList<CheckCount>>)typeof(Counting).GetMethod(nameof(ByUnit), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                    .MakeGenericMethod(typeof(T), unit.Type).Invoke(this, [context, records, unit])!;
        }

        private Task<IReadOnlyList<CheckCount>> ByUnit<T, TUnit>(RecordsContext context, IQueryable<T> records, Field unit)
        {
            var record = Expression.Parameter(typeof(T));
            return Grouped(context, records, Expression.Lambda<Func<T, TUnit>>(FieldColumn.Of(record, unit), record), key => (key as IRecordId)?.Value);
        }

        private async Task<IReadOnlyList<CheckCount>> Grouped<T, TKey>(RecordsContext context, IQueryable<T> records, Expression<Func<T, TKey>> key, Func<TKey, long?> unit)
        {
            var group = Expression.Parameter(typeof(IGrouping<TKey, T>));
            var scope = new CheckScope(workspace, context, actor, today);
            var counts = checks.Select(check => Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(T)], group, check.Condition<T>(scope)));
            var pair = typeof(KeyValuePair<TKey, int[]>).GetConstructors().Single(one => one.GetParameters().Length == 2);
            var select = Expression.Lambda<Func<IGrouping<TKey, T>, KeyValuePair<TKey, int[]>>>(
                Expression.New(pair, Expression.Property(group, nameof(IGrouping<,>.Key)), Expression.NewArrayInit(typeof(int), counts)), group);
            var rows = await records.GroupBy(key).Select(select).ToListAsync(cancel);
            return [.. rows.SelectMany(row => checks.Select((check, i) => new CheckCount(check, unit(row.Key), row.Value[i]))).Where(one => one.Count > 0)];
        }
    }

    /// <summary>A page of the numbers of the records that a check finds in a unit.</summary>
    public static Task<IReadOnlyList<Record>> FindAsync(Workspace workspace, RecordCheck check, long? unit, long after, int most, Actor actor, CancellationToken cancel) =>
        check.Type.Accept(new Finding(workspace, check, unit, after, most, actor, cancel));

    private sealed class Finding(Workspace workspace, RecordCheck check, long? unit, long after, int most, Actor actor, CancellationToken cancel) : IEntityVisitor<Task<IReadOnlyList<Record>>>
    {
        public async Task<IReadOnlyList<Record>> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            await using var context = workspace.Database.Read();
            var last = new Id<T>(after);
            var records = context.Listed(type).SeenBy(type, actor).Where(check.Condition<T>(new(workspace, context, actor, workspace.Today))).Where(record => record.Id > last);
            if (UnitOf(workspace, type) is { } field) records = records.Where(Conditions.Of<T>(field, new() { AnyOf = [unit] }));
            return (await records.OrderBy(record => record.Id).Take(most).ToListAsync(cancel)).ShownTo(type, actor);
        }
    }
}

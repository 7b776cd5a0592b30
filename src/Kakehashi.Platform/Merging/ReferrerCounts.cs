using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Merging;

/// <summary>How many records link to a record by one field.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Field">The field: a link, or parts with one.</param>
/// <param name="Count">How many, withdrawn ones too.</param>
/// <param name="NotYours">How many of them whoever asks may not write.</param>
public sealed record ReferrerCount(RecordType Type, Field Field, long Count, long NotYours);

/// <summary>Counts who links to a record, and who of them may be written.</summary>
public static class ReferrerCounts
{
    /// <summary>All that merging the record into another would turn, field by field; fields without any are left out.</summary>
    public static async Task<IReadOnlyList<ReferrerCount>> CountReferrersAsync(this Database database, RecordType target, long number, Actor actor, CancellationToken cancel)
    {
        await using var context = database.Read();
        return await context.CountReferrersAsync(target, number, actor, cancel);
    }

    /// <summary>How many records in use link to a record; one that does by two fields counts twice.</summary>
    public static async Task<long> CountInUseAsync(this RecordsContext context, RecordType target, long number, CancellationToken cancel)
    {
        var count = 0L;
        foreach (var (type, link) in Referrers.Columns(context.Types, target)) count += (await type.Accept(new Counting(context, link, number, false, Actor.Program, cancel))).All;
        return count + await context.Links.Where(link => link.Target == number).LongCountAsync(cancel);
    }

    internal static async Task<IReadOnlyList<ReferrerCount>> CountReferrersAsync(this RecordsContext context, RecordType target, long number, Actor actor, CancellationToken cancel)
    {
        var counts = new List<ReferrerCount>();
        foreach (var (type, link) in Referrers.Columns(context.Types, target))
        {
            var (all, mine) = await type.Accept(new Counting(context, link, number, false, actor, cancel));
            var (withdrawn, mineWithdrawn) = await type.Accept(new Counting(context, link, number, true, actor, cancel));
            counts.Add(new(type, link, all + withdrawn, all + withdrawn - mine - mineWithdrawn));
        }

        var links = new TurnedLinks(target.Entity, number, number);
        await foreach (var (type, records) in new Referrers(context.Types, target, number).InnerAsync(() => context, cancel))
            foreach (var record in records)
                foreach (var field in type.Fields.Where(field => (field.IsOwn || field is PartsField) && links.IsIn(field, field.Read(record))))
                    Add(counts, type, field, actor.MayWrite(type, record));
        return [.. counts.Where(one => one.Count > 0)];
    }

    private static void Add(List<ReferrerCount> counts, RecordType type, Field field, bool isYours)
    {
        var at = counts.FindIndex(one => one.Field == field);
        if (at < 0) counts.Add(new(type, field, 1, isYours ? 0 : 1));
        else counts[at] = counts[at] with { Count = counts[at].Count + 1, NotYours = counts[at].NotYours + (isYours ? 0 : 1) };
    }

    private sealed class Counting(RecordsContext context, LinkField link, long number, bool isWithdrawn, Actor actor, CancellationToken cancel) : IEntityVisitor<Task<(long All, long Mine)>>
    {
        public async Task<(long All, long Mine)> Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            var records = context.Listed(type, isWithdrawn).Where(Conditions.Of<T>(link, new() { AnyOf = [number] }));
            var all = await records.LongCountAsync(cancel);
            if (all == 0 || (actor.Reach is null && actor.Units is null)) return (all, all);
            return (all, await records.WrittenBy(type, actor).LongCountAsync(cancel));
        }
    }
}

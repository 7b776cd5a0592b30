using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;

namespace Kakehashi.Platform.Merging;

/// <summary>Two records of one type that are found to mean the same.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Kept">The record that stays, as it was looked at.</param>
/// <param name="Merged">The record that goes into it, as it was looked at.</param>
public sealed record ToMerge(RecordType Type, Record Kept, Record Merged)
{
    /// <summary>The kept record with what it takes over from the other; null where it stays as it is.</summary>
    public Record? Becomes { get; init; }

    /// <summary>
    /// Types of which the record of the kept one stands where both would have one under the same key: answers to the same question. The other is
    /// withdrawn. Of all other types that is refused, for a person to correct one of the two.
    /// </summary>
    public IReadOnlyCollection<RecordType> OneStands { get; init; } = [];
}

/// <summary>What merging has done.</summary>
/// <param name="ChangeSet">The change set that says so.</param>
/// <param name="Turned">How many records were turned, by the code of their type.</param>
public sealed record RecordsMerged(long ChangeSet, IReadOnlyDictionary<string, int> Turned);

/// <summary>
/// Operation: makes one record of two. Every link to the one, from whatever record, is turned to the other; the one is
/// withdrawn with a note that says where it went. All in one transaction and one change set; nothing is deleted.
/// </summary>
public static class MergeRecords
{
    /// <summary>
    /// Merges. Refusals: <c>merge.same-record</c>, <c>merge.not-found</c>, <c>merge.withdrawn</c>, <c>merge.refers-to-it</c>,
    /// <c>merge.not-yours</c>, <c>merge.key-taken</c>, <c>merge.breaks-a-rule</c>, <c>record.kept-by-law</c>, <c>record.changed</c>.
    /// </summary>
    /// <exception cref="NotAllowedException">The actor may not write one of the two.</exception>
    public static async Task<Result<RecordsMerged>> MergeAsync(this Database database, ToMerge merge, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        if (merge.Kept.Number == merge.Merged.Number) return MergeRefusals.SameRecord;
        try
        {
            var turn = new Turn(null, cancel);
            using var session = new ChangeSession(database, _ => ChangeOrigin.Merge(actor), clock, turn);
            // not beside an import, which might just be linking to the record that goes
            database.LockImports(session.Connection, session.Transaction, turn);
            if (await RefuseAsync(session, merge, actor, cancel) is { } refusal) return refusal;
            var turned = await TurnAsync(session, database.Types, merge, cancel);
            if (!turned.IsDone) return turned.Refusal;
            // withdrawn first: the kept one may then have its keys
            session.Withdraw(merge.Type, merge.Merged, new MergeNote(merge.Kept.Number, null, turned.Value).Write());
            if (merge.Becomes is { } becomes) session.Update(merge.Type, merge.Kept, becomes);
            var kept = merge.Becomes is { Version: > 0 } written ? written : merge.Kept;
            session.Write(merge.Type, kept, kept, ChangeKinds.Merged, new MergeNote(null, merge.Merged.Number, turned.Value).Write());
            session.Commit();
            return new RecordsMerged(session.Id, turned.Value);
        }
        catch (ConflictException)
        {
            return MergeRefusals.Changed;
        }
        catch (KeptByLawException kept)
        {
            return kept.Refusal;
        }
        catch (DuplicateKeyException taken)
        {
            return MergeRefusals.KeyTaken(taken);
        }
    }

    private static async Task<Refusal?> RefuseAsync(ChangeSession session, ToMerge merge, Actor actor, CancellationToken cancel)
    {
        var type = merge.Type;
        foreach (var number in new[] { merge.Kept.Number, merge.Merged.Number }.Order()) session.Hold(type, number);
        var context = session.Read();
        var found = (await context.LoadAsync(type, [merge.Kept.Number, merge.Merged.Number], cancel)).Where(record => actor.Sees(type, record)).ToDictionary(record => record.Number);
        foreach (var looked in new[] { merge.Kept, merge.Merged })
        {
            if (!found.TryGetValue(looked.Number, out var record)) return MergeRefusals.NotFound(type, looked.Number);
            actor.DemandWrite(type, record);
            if (record.IsWithdrawn) return MergeRefusals.Withdrawn(type, record);
            if (record.Version != looked.Version) return MergeRefusals.Changed;
        }

        if (LinksOf(merge).IsIn(type, merge.Kept)) return MergeRefusals.RefersToIt(type, merge.Kept);
        var counts = await context.CountReferrersAsync(type, merge.Merged.Number, actor, cancel);
        return counts.Any(one => one.NotYours > 0) ? MergeRefusals.NotYours(counts) : null;
    }

    private static async Task<Result<Dictionary<string, int>>> TurnAsync(ChangeSession session, RecordTypes types, ToMerge merge, CancellationToken cancel)
    {
        var (links, turned) = (LinksOf(merge), new Dictionary<string, int>(StringComparer.Ordinal));
        await foreach (var (type, records) in new Referrers(types, merge.Type, merge.Merged.Number).ReadAsync(session.Read, cancel))
        {
            // what it links to itself stays as it was when it was withdrawn
            foreach (var before in records.Where(record => record.Number != merge.Merged.Number))
            {
                var after = links.Of(type, before);
                if (type.Rules.FirstOrDefault(rule => rule.Holds(before) && !rule.Holds(after)) is { } rule) return MergeRefusals.Broken(type, before, rule);
                if (merge.OneStands.Contains(type) && await IsTakenAsync(session, type, after, cancel)) session.Withdraw(type, before);
                if (session.Update(type, before, after)) turned[type.Code] = turned.GetValueOrDefault(type.Code) + 1;
            }

            cancel.ThrowIfCancellationRequested();
        }

        return turned;
    }

    private static async Task<bool> IsTakenAsync(ChangeSession session, RecordType type, Record after, CancellationToken cancel) =>
        (await session.Read().ResolveAsync(type, [.. type.Keys(after).Take(1)], cancel)).Any(taken => taken.Value != after.Number);

    private static TurnedLinks LinksOf(ToMerge merge) => new(merge.Type.Entity, merge.Merged.Number, merge.Kept.Number);
}

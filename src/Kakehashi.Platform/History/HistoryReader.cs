using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History;

/// <summary>A change together with who made it, when and through what.</summary>
public sealed record HistoryEntry(Change Change, ChangeSet Set);

/// <summary>Reads what has happened to a record.</summary>
public static class HistoryReader
{
    /// <summary>The latest changes of a record, the latest first.</summary>
    public static Task<IReadOnlyList<HistoryEntry>> HistoryAsync(this RecordsContext context, long record, int limit, CancellationToken cancel) =>
        context.HistoryAsync(record, int.MaxValue, limit, cancel);

    /// <summary>The changes of a record that led to versions before this one, the latest first. Each change is one version.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(this RecordsContext context, long record, int before, int limit, CancellationToken cancel) =>
        await context.Changes.Where(change => change.Record == record && change.Version < before)
            .OrderByDescending(change => change.Version).Take(limit)
            .Join(context.ChangeSets, change => change.ChangeSet, set => set.Id, (change, set) => new { change, set })
            .OrderByDescending(pair => pair.change.Version)
            .Select(pair => new HistoryEntry(pair.change, pair.set)).ToListAsync(cancel);

    /// <summary>The latest changes of several records, the latest first.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(this RecordsContext context, IReadOnlyCollection<long> records, int limit, CancellationToken cancel) =>
        await context.Changes.Where(change => records.Contains(change.Record))
            .OrderByDescending(change => change.ChangeSet).ThenByDescending(change => change.Ordinal).Take(limit)
            .Join(context.ChangeSets, change => change.ChangeSet, set => set.Id, (change, set) => new { change, set })
            .OrderByDescending(pair => pair.change.ChangeSet).ThenByDescending(pair => pair.change.Ordinal)
            .Select(pair => new HistoryEntry(pair.change, pair.set)).ToListAsync(cancel);
}

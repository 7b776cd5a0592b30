using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Duplicates;

/// <summary>
/// The pairs of the records as they are, kept in memory: who looks at one pair after the other does not wait for a search
/// each time. After a change only the organisations that have changed are looked up anew.
/// </summary>
public sealed class DuplicateSearch(Workspace workspace) : IDisposable
{
    private const int AtOnce = 2_000;

    private readonly SemaphoreSlim working = new(1);
    private readonly Dictionary<(long, long), PossibleDuplicate> pairs = [];
    private long position = -1;

    /// <summary>Pairs that nobody has answered yet, the surest first.</summary>
    public async Task<IReadOnlyList<PossibleDuplicate>> OpenAsync(CancellationToken cancel)
    {
        await working.WaitAsync(cancel);
        try
        {
            await using var context = workspace.Database.Read();
            await CatchUpAsync(context, cancel);
            var decided = await PairDecisions.AllAsync(context, workspace.Types, cancel);
            return [.. pairs.Values.Where(pair => decided.GetValueOrDefault(PairDecisions.KeyOf(pair.First, pair.Second)) != pair.Fingerprint).InOrder()];
        }
        finally
        {
            working.Release();
        }
    }

    public void Dispose() => working.Dispose();

    private async Task CatchUpAsync(RecordsContext context, CancellationToken cancel)
    {
        var last = await context.ChangeSets.MaxAsync(set => (long?)set.Position, cancel) ?? 0;
        // behind: a backup was restored
        if (position > last) position = -1;
        if (position == last) return;
        var changed = position < 0 ? null : await ChangedAsync(context, cancel);
        if (changed is not { Count: 0 })
        {
            var found = DuplicatePairs.Find(await AllAsync(context, cancel), changed, cancel);
            if (changed is null) pairs.Clear();
            foreach (var known in pairs.Keys.Where(pair => changed!.Contains(pair.Item1) || changed.Contains(pair.Item2)).ToList()) pairs.Remove(known);
            foreach (var pair in found) pairs[(pair.First, pair.Second)] = pair;
        }

        position = last;
    }

    private async Task<HashSet<long>> ChangedAsync(RecordsContext context, CancellationToken cancel)
    {
        var (after, code) = (position, workspace.Types[typeof(Organisation)].Code);
        var changed = await context.ChangeSets.Where(set => set.Position > after)
            .Join(context.Changes.Where(change => change.Type == code), set => set.Id, change => change.ChangeSet, (_, change) => change.Record).Distinct().ToListAsync(cancel);
        return [.. changed];
    }

    private async Task<List<Organisation>> AllAsync(RecordsContext context, CancellationToken cancel)
    {
        var (all, type) = (new List<Organisation>(), workspace.Types[typeof(Organisation)]);
        while (await context.WalkAsync(type, new ListQuery(), Actor.Program, all.Count == 0 ? 0 : all[^1].Number, AtOnce, cancel) is { Count: > 0 } block)
            all.AddRange(block.Cast<Organisation>());
        return all;
    }
}

using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Duplicates;

/// <summary>What there is to be answered.</summary>
/// <param name="Pairs">Pairs that nobody has answered yet, the surest first.</param>
/// <param name="IsRunning">Some organisations are still being compared.</param>
public sealed record OpenPairs(IReadOnlyList<PossibleDuplicate> Pairs, bool IsRunning);

/// <summary>
/// The pairs of the records as they are, kept in memory: who looks at one pair after the other does not wait for a search
/// each time. After a change only the organisations that have changed are looked up anew.
/// </summary>
public sealed class DuplicateSearch(Workspace workspace) : IDisposable
{
    private const int AtOnce = 2_000;

    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private volatile Found found = new(-1, []);

    /// <summary>The open pairs, as far as they are known within a time.</summary>
    public async Task<OpenPairs> OpenAsync(TimeSpan patience, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var wanted = await LastAsync(context, cancel);
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        try
        {
            // a run that was under way already may have read what was before
            while (found.Position < wanted) await Run().WaitAsync(TimeSpan.FromMilliseconds(Math.Max(0, until - Environment.TickCount64)), cancel);
        }
        catch (TimeoutException)
        {
            // what is known so far is shown
        }

        var known = found;
        var decided = await PairDecisions.AllAsync(context, workspace.Types, cancel);
        return new([.. known.Pairs.Where(pair => decided.GetValueOrDefault(PairDecisions.KeyOf(pair.First, pair.Second)) != pair.Fingerprint).InOrder()], known.Position < wanted);
    }

    /// <summary>Ends what is being compared, and waits for it.</summary>
    public void Dispose()
    {
        ending.Cancel();
        ((IAsyncResult)running).AsyncWaitHandle.WaitOne();
        ending.Dispose();
    }

    private Task Run()
    {
        lock (gate) return running.IsCompleted ? running = Task.Run(() => CatchUpAsync(ending.Token), ending.Token) : running;
    }

    private async Task CatchUpAsync(CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var (last, before) = (await LastAsync(context, cancel), found);
        // ahead of the history: a backup was restored
        var changed = before.Position < 0 || before.Position > last ? null : await ChangedAsync(context, before.Position, cancel);
        var pairs = before.Pairs;
        if (changed is not { Count: 0 })
        {
            var anew = DuplicatePairs.Find(await AllAsync(context, cancel), changed, cancel);
            pairs = changed is null ? anew : [.. pairs.Where(pair => !changed.Contains(pair.First) && !changed.Contains(pair.Second)), .. anew];
        }

        found = new(last, pairs);
    }

    private static async Task<long> LastAsync(RecordsContext context, CancellationToken cancel) => await context.ChangeSets.MaxAsync(set => (long?)set.Position, cancel) ?? 0;

    private async Task<HashSet<long>> ChangedAsync(RecordsContext context, long after, CancellationToken cancel)
    {
        var code = workspace.Types[typeof(Organisation)].Code;
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

    private sealed record Found(long Position, IReadOnlyList<PossibleDuplicate> Pairs);
}

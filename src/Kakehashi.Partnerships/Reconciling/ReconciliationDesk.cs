using System.Collections.Concurrent;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Registry;
using Kakehashi.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Partnerships.Reconciling;

/// <summary>One of our organisations without a ROR id, and what the registry may have for it.</summary>
/// <param name="Number">The number of ours.</param>
/// <param name="Version">Its version that was compared.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Proposals">What nobody has said no to, the surest first; never empty.</param>
public sealed record OpenQuestion(long Number, int Version, Bilingual Name, string? Country, Proposals Proposals);

/// <summary>What there is to be decided.</summary>
/// <param name="Questions">The surest first.</param>
/// <param name="Compared">How many organisations have been compared with the registry.</param>
/// <param name="Without">How many organisations have no ROR id.</param>
/// <param name="IsRunning">Others are still being compared.</param>
public sealed record ReconciliationState(IReadOnlyList<OpenQuestion> Questions, int Compared, int Without, bool IsRunning);

/// <summary>
/// Compares our organisations that have no ROR id with the registry, in the background, each once until it or the registry changes, and keeps what
/// is open. Where the university wants it so, what is sure enough is accepted at once.
/// </summary>
public sealed class ReconciliationDesk(Workspace workspace, RegistryShelf shelf) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, (int Version, string Registry, Proposals Proposals)> known = [];
    private readonly Lock gate = new();
    private readonly CancellationTokenSource ending = new();
    private Task running = Task.CompletedTask;
    private long until = -1;
    private Refusal? refusal;
    private ReconciliationState state = new([], 0, 0, IsRunning: false);

    /// <summary>What there is to be decided, as far as it is known within a time; null where no dump is there.</summary>
    /// <returns>Refusals: those of <see cref="RegistryDump"/>.</returns>
    public async Task<Result<ReconciliationState>?> ReadAsync(TimeSpan patience, CancellationToken cancel)
    {
        if (RegistryFolder.Newest(workspace.Data) is null) return null;
        var run = Run();
        try
        {
            await run.WaitAsync(patience, cancel);
        }
        catch (TimeoutException)
        {
            // what is known so far is shown
        }

        return refusal is { } told ? told : state with { IsRunning = !run.IsCompleted };
    }

    /// <summary>How many questions are open, as far as that is known; what is not known yet is worked out meanwhile.</summary>
    public int Glance()
    {
        if (RegistryFolder.Newest(workspace.Data) is null) return 0;
        _ = Run();
        return state.Questions.Count;
    }

    /// <summary>Compares whatever has changed, and waits for it.</summary>
    public Task CompareAsync(CancellationToken cancel) => Run().WaitAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        // whoever ends the program closes the records next
        await Task.WhenAny(running);
        ending.Dispose();
    }

    private Task Run()
    {
        lock (gate)
        {
            if (running.IsCompleted) running = Task.Run(() => RunAsync(ending.Token));
            return running;
        }
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        var registry = await shelf.ReadAsync(cancel);
        refusal = registry?.Refusal;
        if (registry is { IsDone: true } read) await CompareAllAsync(read.Value, cancel);
    }

    private async Task CompareAllAsync(RegistryInUse registry, CancellationToken cancel)
    {
        var last = await LastChangeAsync(cancel);
        if (last == until && known.Values.All(one => one.Registry == registry.Version)) return;
        await using var context = workspace.Database.Read();
        var open = (await context.Set<Organisation>().Where(one => !one.IsWithdrawn).ToListAsync(cancel)).Where(one => !one.HasRor()).ToList();
        var numbers = open.Select(one => one.Number).ToHashSet();
        foreach (var gone in known.Keys.Where(number => !numbers.Contains(number)).ToList()) known.TryRemove(gone, out _);
        var left = open.Where(one => !known.TryGetValue(one.Number, out var before) || before.Version != one.Version || before.Registry != registry.Version).ToList();
        await SummariseAsync(open, cancel);
        foreach (var some in left.Chunk(200))
        {
            await Parallel.ForEachAsync(some, cancel, (one, _) =>
            {
                known[one.Number] = (one.Version, registry.Version, registry.For(one));
                return ValueTask.CompletedTask;
            });
            await SummariseAsync(open, cancel);
        }

        if (await AcceptSureAsync(cancel) > 0) await SummariseAsync([.. open.Where(one => known.ContainsKey(one.Number))], cancel);
        until = last;
    }

    private async Task<long> LastChangeAsync(CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        // by place in the chain: a change set that was begun earlier may be committed later
        return await context.ChangeSets.MaxAsync(set => (long?)set.Position, cancel) ?? 0;
    }

    private async Task SummariseAsync(List<Organisation> open, CancellationToken cancel)
    {
        var decided = await workspace.RegistryDecisionsAsync(null, cancel);
        var questions = new List<OpenQuestion>();
        var compared = 0;
        foreach (var one in open)
        {
            if (!known.TryGetValue(one.Number, out var found)) continue;
            compared++;
            var left = found.Proposals.Without(decided[one.Number].Where(verdict => verdict.Verdict == RegistryVerdict.NotSame).Select(verdict => verdict.Ror).ToHashSet(StringComparer.Ordinal));
            if (left.Best is not null) questions.Add(new(one.Number, found.Version, one.Name, one.Country, left));
        }

        state = new([.. questions.OrderByDescending(one => one.Proposals.Best!.Score).ThenBy(one => one.Number)], compared, open.Count, IsRunning: true);
    }

    /// <summary>What is as sure as the university wants, clear, and in a country that agrees.</summary>
    private async Task<int> AcceptSureAsync(CancellationToken cancel)
    {
        if (workspace.University.RegistryAcceptFrom is not { } from) return 0;
        var accepted = 0;
        foreach (var question in state.Questions)
        {
            if (!question.IsSure(from)) continue;
            var best = question.Proposals.Best!;
            var done = await workspace.AcceptAsync(question.Number, null, best.Entry, best.Score, Actor.Program, atOnce: true, cancel);
            if (!done.IsDone) continue;
            known.TryRemove(question.Number, out _);
            accepted++;
        }

        return accepted;
    }
}

using Kakehashi.ExportControl.Screening;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.ExportControl.Cases;

/// <summary>How far the screening of the records is.</summary>
/// <param name="Lists">How many versions of lists are asked; 0 where none has been added.</param>
/// <param name="Last">The last run; null before the first.</param>
/// <param name="Done">How many records the run that is under way has seen.</param>
/// <param name="IsRunning">One is under way.</param>
/// <param name="Refusal">Why the lists cannot be asked.</param>
public sealed record ScreeningState(int Lists, ScreeningRun? Last, long Done, bool IsRunning, Refusal? Refusal);

/// <summary>
/// Screens by itself whoever enters the database, in the background: records that were entered or changed against all lists,
/// and when a list has another version, everything against what is new in it. Each run leaves a record; one that is broken off is done again
/// from where the last one ended, and finds the same.
/// </summary>
public sealed class ScreeningDesk(Workspace workspace, ListShelf shelf, Screened screened) : IAsyncDisposable
{
    private const int RecordsAtOnce = 1_000;
    private const int Attempts = 3;

    private readonly Lock gate = new();
    private readonly CancellationTokenSource ending = new();
    private Task running = Task.CompletedTask;
    private long done;
    private int lists;
    private Refusal? refusal;

    /// <summary>Screens whatever there is to be screened, and waits for it.</summary>
    public async Task ScreenAsync(CancellationToken cancel)
    {
        // what is under way may have begun before what the caller waits for
        await Running().WaitAsync(cancel);
        await Run().WaitAsync(cancel);
    }

    /// <summary>Begins to screen what there is to be screened, and waits for nothing.</summary>
    public void Start() => _ = Run();

    /// <summary>How far it is.</summary>
    public async Task<ScreeningState> ReadAsync(CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return new(lists, await LastAsync(context, cancel), Interlocked.Read(ref done), !Running().IsCompleted, refusal);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        // whoever ends the program closes the records next
        await Task.WhenAny(Running());
        ending.Dispose();
    }

    private Task Running()
    {
        lock (gate) return running;
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
        Interlocked.Exchange(ref done, 0);
        var read = await shelf.ReadAsync(cancel);
        (refusal, lists) = (read.Refusal, read.Value?.Versions.Count ?? 0);
        if (!read.IsDone || read.Value.Versions.Count == 0) return;
        await using var context = workspace.Database.Read();
        var until = await context.ChangeSets.MaxAsync(set => (long?)set.Position, cancel) ?? 0;
        var last = await LastAsync(context, cancel);
        if (last is null)
        {
            await KeepAsync(await EverythingAsync(read.Value.Index, read.Value, isWhole: true, cancel), until, RunReason.First, read.Value, cancel);
            return;
        }

        if (last.ListsPrint != read.Value.Print && !await ListsChangedAsync(read.Value, last, cancel)) return;
        var tally = await ChangedAsync(context, last.Position, until, read.Value, cancel);
        if (tally.Records > 0) await KeepAsync(tally, until, RunReason.Records, read.Value, cancel);
    }

    /// <summary>What is new in the lists, against everything; what is no longer in them stands no longer.</summary>
    private async Task<bool> ListsChangedAsync(ListsInUse now, ScreeningRun last, CancellationToken cancel)
    {
        var touched = shelf.Touched(now, last.Lists);
        refusal = touched.Refusal;
        if (!touched.IsDone) return false;
        var tally = await EverythingAsync(ScreeningIndex.Of([.. touched.Value.Where(version => version.Entities.Count > 0)]), now, isWhole: false, cancel);
        // up to where the records were screened before: those entered since are yet to be asked for in all lists
        await KeepAsync(tally, last.Position, RunReason.Lists, now, cancel);
        return true;
    }

    private async Task<Tally> EverythingAsync(ScreeningIndex index, ListsInUse now, bool isWhole, CancellationToken cancel)
    {
        var tally = new Tally();
        foreach (var screens in screened.Types)
        {
            var type = workspace.Types[screens.Record];
            await using var context = workspace.Database.Read();
            for (var at = 0L; await context.WalkAsync(type, new ListQuery(), Actor.Program, at, RecordsAtOnce, cancel) is { Count: > 0 } block; at = block[^1].Number)
                await ScreenAsync(new(screens, type, block, index, now, isWhole), tally, cancel);
        }

        return tally;
    }

    private async Task<Tally> ChangedAsync(RecordsContext context, long after, long until, ListsInUse now, CancellationToken cancel)
    {
        var tally = new Tally();
        foreach (var screens in screened.Types)
        {
            var type = workspace.Types[screens.Record];
            for (var at = 0L; ;)
            {
                var beyond = at;
                var numbers = await (from set in context.ChangeSets
                                     where set.Position > after && set.Position <= until
                                     join change in context.Changes on set.Id equals change.ChangeSet
                                     where change.Type == type.Code && change.Record > beyond
                                     select change.Record).Distinct().Order().Take(RecordsAtOnce).ToListAsync(cancel);
                if (numbers.Count == 0) break;
                await ScreenAsync(new(screens, type, await context.LoadAsync(type, numbers, cancel), now.Index, now, IsWhole: true), tally, cancel);
                at = numbers[^1];
            }
        }

        return tally;
    }

    private async Task ScreenAsync(Block block, Tally tally, CancellationToken cancel)
    {
        var found = block.Records.AsParallel().AsOrdered().WithCancellation(cancel).Select(record => Ask(block, record)).ToList();
        tally.Records += found.Count;
        tally.Subjects += found.Sum(one => one.Subjects.Count);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                tally.Cases += await KeepAsync(block, found, cancel);
                break;
            }
            // somebody decides on a case at this moment: it is read again
            catch (Exception fault) when (fault is ConflictException or DuplicateKeyException && attempt < Attempts)
            {
            }
        }

        Interlocked.Add(ref done, found.Count);
    }

    private static Found Ask(Block block, Record record)
    {
        var subjects = block.Screens.Subjects(record);
        return new(block.Type.Code, record.Number, subjects,
            [.. subjects.SelectMany(subject => block.Index.Hits(subject.Query).Select(hit => (Hit: CaseHit.Of(hit, subject), subject))).OrderByDescending(one => one.Hit.Score)]);
    }

    private async Task<int> KeepAsync(Block block, List<Found> found, CancellationToken cancel)
    {
        var type = workspace.Types[typeof(ScreeningCase)];
        var cases = await CasesAsync(block.Type.Code, found, cancel);
        var changes = found.Select(one => (Found: one, Open: cases[Written(one.Number)].FirstOrDefault(known => known.State == CaseState.Open), After: CaseRules.Apply([.. cases[Written(one.Number)]], one, hit => Stands(block, one, hit), workspace.Today)))
            .Where(one => one.After is not null).ToList();
        if (changes.Count == 0) return 0;
        using var session = workspace.Begin(ChangeOrigin.Operation(Actor.Program));
        foreach (var (_, open, after) in changes)
        {
            if (open is null) session.Create(type, after!);
            else session.Update(type, open, after!);
        }

        session.Commit();
        return changes.Count(one => one.After!.State == CaseState.Open);
    }

    /// <summary>A hit that was not found again: whoever was asked in part of the lists alone may well be in the rest of them.</summary>
    private static bool Stands(Block block, Found found, CaseHit hit) =>
        !block.IsWhole && found.Subjects.Any(subject => subject.Print == hit.AskedPrint) && block.Lists.Find(hit) is not null;

    private async Task<ILookup<string, ScreeningCase>> CasesAsync(string type, List<Found> found, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var numbers = found.Select(one => Written(one.Number)).ToList();
        return (await context.Set<ScreeningCase>().Where(one => one.SubjectType == type && numbers.Contains(one.SubjectNumber) && !one.IsWithdrawn).ToListAsync(cancel)).ToLookup(one => one.SubjectNumber);
    }

    private async Task KeepAsync(Tally tally, long until, RunReason reason, ListsInUse now, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var before = await LastAsync(context, cancel);
        try
        {
            using var session = workspace.Begin(ChangeOrigin.Operation(Actor.Program));
            session.Create(workspace.Types[typeof(ScreeningRun)], ScreeningRun.Of((before?.Sequence ?? 0) + 1, until, reason, workspace.Today, tally.Subjects, tally.Cases, now.Versions));
            session.Commit();
        }
        catch (DuplicateKeyException)
        {
            // another program on the same records has done the same at the same time
        }
    }

    private static async Task<ScreeningRun?> LastAsync(RecordsContext context, CancellationToken cancel) =>
        await context.Set<ScreeningRun>().Where(run => !run.IsWithdrawn).OrderByDescending(run => run.Id).FirstOrDefaultAsync(cancel);

    private static string Written(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Block(ScreenedType Screens, RecordType Type, IReadOnlyList<Record> Records, ScreeningIndex Index, ListsInUse Lists, bool IsWhole);

    private sealed class Tally
    {
        public long Records;
        public int Subjects;
        public int Cases;
    }
}

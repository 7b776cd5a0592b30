using Kakehashi.Analytics.DuckDb;
using Kakehashi.Analytics.Facts;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Codes;

namespace Kakehashi.Platform.Facts;

/// <summary>How far the facts are.</summary>
/// <param name="Store">The facts.</param>
/// <param name="Position">The change set up to which they have been projected.</param>
/// <param name="Wanted">The last change set of the history when they were asked for.</param>
public sealed record FactsState(FactStore Store, long Position, long Wanted)
{
    /// <summary>Figures do not show the latest changes yet.</summary>
    public bool IsBehind => Position < Wanted;
}

/// <summary>
/// The facts of a database, beside its records. Opened when they are first asked for, then kept up to date: after each
/// commit of this process, and when figures are asked for, since other processes write too.
/// </summary>
public sealed class ProjectedFacts : IDisposable
{
    private readonly Database database;
    private readonly CodeLists codes;
    private readonly YearStarts years;
    private readonly EntryDays days;
    private readonly string folder;
    private readonly SemaphoreSlim working = new(1);
    private readonly CancellationTokenSource ending = new();
    private readonly CancellationToken ended;
    private readonly Lock gate = new();
    private readonly ManualResetEventSlim unread = new(true);
    private int readers;
    private FactStore? store;
    private FactProjector? projector;
    private Task? run;
    private bool again;
    private bool isEnding;
    private bool rebuild;
    private long position = -1;

    internal ProjectedFacts(Database database, CodeLists codes, string folder, University university)
    {
        (this.database, this.codes, this.folder, years, days) = (database, codes, folder, university.Years, new(university.TimeZone));
        Schemas = FactMapping.Schemas(database.Types);
        ended = ending.Token;
    }

    /// <summary>The kinds of fact; known without opening anything.</summary>
    public IReadOnlyList<FactSchema> Schemas { get; }

    /// <summary>The file.</summary>
    public string File => Path.Combine(folder, "facts.duckdb");

    /// <summary>
    /// True for a program that runs beside the server, which holds the file: the facts are then projected into memory.
    /// </summary>
    public bool MayUseMemory { get; set; }

    /// <summary>What went wrong in the background; the next commit or question tries again.</summary>
    public event Action<Exception>? Failed;

    /// <summary>Opens and catches up in the background, and from now on after each commit.</summary>
    public void Follow()
    {
        database.Committed += Nudge;
        Nudge();
    }

    /// <summary>
    /// Reads from the facts, as up to date as they get within a time; they stay open until it has read. Where they are
    /// closed meanwhile, the reading is ended and the answer says so.
    /// </summary>
    /// <param name="most">How long to wait for the latest changes.</param>
    /// <param name="read">Reads; ended by its token.</param>
    /// <param name="cancel">Ends the waiting and the reading.</param>
    /// <returns>Refusals: those of <paramref name="read"/> and of <see cref="AskAsync"/>, and <c>facts.stopping</c>.</returns>
    public async Task<Result<T>> ReadAsync<T>(TimeSpan most, Func<FactsState, CancellationToken, Task<Result<T>>> read, CancellationToken cancel)
    {
        if (!Enter()) return Stopping();
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, ended);
            var asked = await AskAsync(most, either.Token);
            return asked.IsDone ? await read(asked.Value, either.Token) : asked.Refusal;
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return Stopping();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>The facts, as up to date as they get within a time.</summary>
    /// <param name="most">How long to wait for the latest changes.</param>
    /// <param name="cancel">Ends the waiting, not the projection.</param>
    /// <returns>Refusals: <c>facts.held</c>, <c>facts.preparing</c>.</returns>
    public async Task<Result<FactsState>> AskAsync(TimeSpan most, CancellationToken cancel)
    {
        var until = Environment.TickCount64 + (long)most.TotalMilliseconds;
        var wanted = await FactProjector.LastAsync(database, cancel);
        while (Volatile.Read(ref position) < wanted)
        {
            var left = TimeSpan.FromMilliseconds(Math.Max(0, until - Environment.TickCount64));
            try
            {
                await Run().WaitAsync(left, cancel);
                // done, and still behind: it failed, and was reported
                break;
            }
            catch (TimeoutException)
            {
                break;
            }
            catch (DuckDbException error) when (IsHeld(error))
            {
                return Held();
            }
        }

        var reached = Volatile.Read(ref position);
        return store is { } open && (reached > 0 || wanted == 0) ? new FactsState(open, reached, wanted) : Preparing();
    }

    /// <summary>Projects every record anew: after a change of the code lists, or where one doubts the facts.</summary>
    public async Task RebuildAsync(CancellationToken cancel)
    {
        rebuild = true;
        await Run().WaitAsync(cancel);
    }

    /// <summary>Ends who reads and the step that is under way, waits for both, and closes the file.</summary>
    public void Dispose()
    {
        database.Committed -= Nudge;
        Task? last;
        lock (gate)
        {
            if (isEnding) return;
            isEnding = true;
            last = run;
        }

        ending.Cancel();
        unread.Wait();
        // whatever came of it
        ((IAsyncResult?)last)?.AsyncWaitHandle.WaitOne();
        store?.Dispose();
        working.Dispose();
        unread.Dispose();
        ending.Dispose();
    }

    private bool Enter()
    {
        lock (gate)
        {
            if (isEnding) return false;
            if (readers++ == 0) unread.Reset();
            return true;
        }
    }

    private void Leave()
    {
        lock (gate)
            if (--readers == 0) unread.Set();
    }

    private void Nudge()
    {
        lock (gate)
        {
            if (isEnding) return;
            again = true;
            if (run is null || run.IsCompleted) run = Task.Run(CatchUpAsync);
        }
    }

    /// <summary>The run under way, or a new one.</summary>
    private Task Run()
    {
        Nudge();
        lock (gate) return run ?? Task.FromCanceled(ended);
    }

    private async Task CatchUpAsync()
    {
        await working.WaitAsync(ended);
        try
        {
            while (TakeTurn())
            {
                Open();
                if (rebuild) await projector!.RebuildAsync(ended);
                rebuild = false;
                await projector!.CatchUpAsync(at => Volatile.Write(ref position, at), ended);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException && !(error is DuckDbException duck && IsHeld(duck)))
        {
            Failed?.Invoke(error);
        }
        finally
        {
            working.Release();
        }
    }

    /// <summary>Whoever nudges while a run is at its end must not be forgotten.</summary>
    private bool TakeTurn()
    {
        lock (gate)
        {
            var turn = again;
            again = false;
            return turn;
        }
    }

    private void Open()
    {
        if (store is not null) return;
        var pseudonyms = Pseudonyms.Open(Path.Combine(folder, "keys", "pseudonym.key"));
        rebuild |= pseudonyms.IsNew;
        Directory.CreateDirectory(folder);
        var opened = OpenStore();
        projector = new(database, opened, new(codes, pseudonyms.Of), days);
        store = opened;
    }

    private FactStore OpenStore()
    {
        try
        {
            return FactStore.Open(File, Schemas, years);
        }
        catch (DuckDbException error) when (IsHeld(error) && MayUseMemory)
        {
            return FactStore.Open(null, Schemas, years);
        }
        catch (DuckDbException error) when (error.Message.Contains("not a valid DuckDB database", StringComparison.Ordinal))
        {
            // all in it is derived: put aside and projected anew
            System.IO.File.Move(File, File + ".damaged", overwrite: true);
            return FactStore.Open(File, Schemas, years);
        }
    }

    private static bool IsHeld(DuckDbException error) => error.Message.Contains("lock", StringComparison.OrdinalIgnoreCase);

    private Refusal Held() => new("facts.held", (
        $"集計用のファイル({File})は、起動中の別のプログラムが使用しています。そのプログラムの画面で見るか、終了してからもう一度試してください。",
        $"Another running program holds the file of the figures ({File}). Look at them there, or stop it and try again."));

    private static Refusal Stopping() => new("facts.stopping", (
        "プログラムを停止しているため、集計を中止しました。起動してから、もう一度表示してください。",
        "The program is being stopped, and the figures are not worked out any more. Ask again when it has been started."));

    private static Refusal Preparing() => new("facts.preparing", (
        "記録から数値を集計しています。終わり次第表示します。",
        "The figures are being worked out from the records; they appear as soon as that is done."));
}

using System.Collections.Concurrent;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Jobs;
using Kakehashi.Platform.Store;

namespace Kakehashi.Strategy.Closing;

/// <summary>Closes periods beside the request that asks for it: of a large university it takes longer than somebody waits, and may be given up.</summary>
public sealed class ClosingDesk(Workspace workspace, JobQueue jobs)
{
    /// <summary>So long the latest changes may take to be in the figures.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<Period, Refusal> refused = new();

    /// <summary>Begins to close a period, and waits a while for the end of it.</summary>
    /// <returns>What came of it, with the refusals of <see cref="ClosePeriod"/>; null where it goes on, or was begun before.</returns>
    /// <exception cref="NotAllowedException">The actor may not.</exception>
    public async Task<Result<PeriodClose>?> CloseAsync(Period period, string? reason, Actor actor, TimeSpan wait, CancellationToken cancel)
    {
        if (!actor.MayEverywhere(Right.Steer)) throw new NotAllowedException(actor, Right.Steer);
        var ended = new TaskCompletionSource<Result<PeriodClose>?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isBegun = jobs.StartShort(KeyOf(period), async (_, ending) =>
        {
            try
            {
                var closed = await workspace.CloseAsync(period, reason, actor, Patience, ending);
                if (!closed.IsDone) refused[period] = closed.Refusal;
                ended.TrySetResult(closed);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                refused[period] = Failed;
                throw;
            }
            finally
            {
                ended.TrySetResult(null);
            }
        });
        if (!isBegun) return null;
        refused.TryRemove(period, out _);
        try
        {
            var closed = await ended.Task.WaitAsync(wait, cancel);
            if (closed is { IsDone: false }) refused.TryRemove(period, out _);
            return closed;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Whether a period is being closed.</summary>
    public bool IsClosing(Period period) => jobs.Progress(KeyOf(period)) is not null;

    /// <summary>Gives it up: nothing of it is written.</summary>
    public void Cancel(Period period) => jobs.Cancel(KeyOf(period));

    /// <summary>Why the last one that went on by itself was refused; null where it was not.</summary>
    public Refusal? Refused(Period period) => refused.GetValueOrDefault(period);

    private static Refusal Failed { get; } = new("period.failed", (
        "エラーのため確定できませんでした。何も書き込まれていません。もう一度実行し、続くときは管理者にログの確認を依頼してください。",
        "It failed, and nothing was written. Try again; if it goes on, ask the administrator to look at the log."));

    private static string KeyOf(Period period) => $"period/{period}";
}

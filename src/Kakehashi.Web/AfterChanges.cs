using Kakehashi.Platform;

namespace Kakehashi.Web;

/// <summary>Does something in the background once the program has started, and again some moments after each change of the records.</summary>
internal abstract partial class AfterChanges(WorkspaceOpening opening, ILogger log) : BackgroundService
{
    /// <summary>Whoever enters several records one after the other waits for none of them.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim changed = new(1, 1);

    /// <summary>It is done after so long even where no record has changed; null where only records matter.</summary>
    protected virtual TimeSpan? AtLeastEvery => null;

    /// <summary>Whether there is anything to be done at this university.</summary>
    protected virtual bool IsWanted(Workspace workspace) => true;

    /// <summary>Does it.</summary>
    protected abstract Task DoAsync(CancellationToken cancel);

    /// <inheritdoc/>
    public override void Dispose()
    {
        changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await opening.Opened.WaitAsync(stoppingToken);
        }
        catch (Exception) when (opening.Opened.IsFaulted)
        {
            // the program is ending, and says why
            return;
        }

        var workspace = await opening.Opened;
        if (!IsWanted(workspace)) return;
        workspace.Database.Committed += Note;
        try
        {
            while (true)
            {
                await changed.WaitAsync(AtLeastEvery ?? Timeout.InfiniteTimeSpan, stoppingToken);
                await Task.Delay(Pause, stoppingToken);
                await TryAsync(stoppingToken);
            }
        }
        finally
        {
            workspace.Database.Committed -= Note;
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await DoAsync(cancel);
        }
#pragma warning disable CA1031 // whatever it is, the next change tries again
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Failed(GetType().Name, fault);
        }
    }

    private void Note()
    {
        // one is enough, however many changes there are
        if (changed.CurrentCount == 0) changed.Release();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} failed; the next change tries again")]
    private partial void Failed(string what, Exception fault);
}

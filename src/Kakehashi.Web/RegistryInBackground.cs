using Kakehashi.Partnerships.Reconciling;

namespace Kakehashi.Web;

/// <summary>Where the university wants what is sure enough to be accepted at once: compares organisations with the registry after each change.</summary>
internal sealed partial class RegistryInBackground(WorkspaceOpening opening, IServiceProvider services, ILogger<RegistryInBackground> log) : BackgroundService
{
    /// <summary>Whoever enters several records one after the other waits for none of them.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim changed = new(1, 1);

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
        if (workspace.University.RegistryAcceptFrom is null) return;
        workspace.Database.Committed += Note;
        try
        {
            while (true)
            {
                await changed.WaitAsync(stoppingToken);
                await Task.Delay(Pause, stoppingToken);
                await CompareAsync(stoppingToken);
            }
        }
        finally
        {
            workspace.Database.Committed -= Note;
        }
    }

    private async Task CompareAsync(CancellationToken cancel)
    {
        try
        {
            await services.GetRequiredService<ReconciliationDesk>().CompareAsync(cancel);
        }
#pragma warning disable CA1031 // whatever it is, the next change tries again
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Failed(fault);
        }
    }

    private void Note()
    {
        // one is enough, however many changes there are
        if (changed.CurrentCount == 0) changed.Release();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Organisations could not be compared with the registry; the next change tries again")]
    private partial void Failed(Exception fault);
}

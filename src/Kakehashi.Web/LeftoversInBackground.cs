using Kakehashi.Access.People;

namespace Kakehashi.Web;

/// <summary>Deletes once a day, from when the records are open, what lets nobody in any more.</summary>
internal sealed partial class LeftoversInBackground(WorkspaceOpening opening, IServiceProvider services, ILogger<LeftoversInBackground> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

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

        while (true)
        {
            try
            {
                await services.GetRequiredService<Leftovers>().TidyAsync(stoppingToken);
            }
#pragma warning disable CA1031 // whatever it is, the next day tries again
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Failed(fault);
            }

            await Task.Delay(Between, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Expired sessions, links and tokens could not be deleted; the next day tries again")]
    private partial void Failed(Exception fault);
}

using Kakehashi.Platform.Mail;
using Kakehashi.Strategy.Assessments.Letters;
using Kakehashi.Strategy.Reports;

namespace Kakehashi.Web;

/// <summary>Looks every few minutes for reports and letters about rounds that are due, and for letters that are too old, whether there is a mail server or not.</summary>
internal sealed partial class ReportsInBackground(WorkspaceOpening opening, IServiceProvider services, ILogger<ReportsInBackground> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // nobody waits for a report at start-up
        await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
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
                await services.GetRequiredService<Outbox>().TidyAsync(stoppingToken);
                var reports = services.GetRequiredService<ScheduledReports>();
                await services.GetRequiredService<RoundLetters>().QueueDueAsync(reports.IsTime, stoppingToken);
                if (reports.IsTime) await reports.QueueDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // whatever it is, the next round tries again
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Failed(fault);
            }

            await Task.Delay(Between, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reports and reminders could not be made; the next round tries again")]
    private partial void Failed(Exception fault);
}

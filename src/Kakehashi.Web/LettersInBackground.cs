using Kakehashi.Platform.Mail;

namespace Kakehashi.Web;

/// <summary>Letters go out while the program runs, from when the records are open.</summary>
internal sealed class LettersInBackground(WorkspaceOpening opening, IServiceProvider services) : BackgroundService
{
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

        await services.GetRequiredService<Postman>().RunAsync(stoppingToken);
    }
}

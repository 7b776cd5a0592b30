using Kakehashi.ExportControl.Cases;

namespace Kakehashi.Web;

/// <summary>Screens whoever enters the database, after each change, and everybody for what is new in the lists.</summary>
internal sealed class ScreeningInBackground(WorkspaceOpening opening, IServiceProvider services, ILogger<ScreeningInBackground> log) : AfterChanges(opening, log)
{
    /// <summary>A version that is added by the command line is no change of the records.</summary>
    protected override TimeSpan? AtLeastEvery { get; } = TimeSpan.FromMinutes(1);

    protected override Task DoAsync(CancellationToken cancel) => services.GetRequiredService<ScreeningDesk>().ScreenAsync(cancel);
}

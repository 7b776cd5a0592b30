using Kakehashi.Partnerships.Agreements.Letters;
using Kakehashi.Partnerships.Agreements.Life;

namespace Kakehashi.Web;

/// <summary>Lets agreements come into force on their day, begins the review before their end, and writes to those whose turn it is.</summary>
internal sealed class AgreementsInBackground(WorkspaceOpening opening, IServiceProvider services, ILogger<AgreementsInBackground> log) : AfterChanges(opening, log)
{
    private readonly WorkspaceOpening opening = opening;

    /// <summary>A day begins without any change of the records.</summary>
    protected override TimeSpan? AtLeastEvery { get; } = TimeSpan.FromHours(1);

    protected override async Task DoAsync(CancellationToken cancel)
    {
        await new AgreementsInTime(opening.Workspace).DoAsync(cancel);
        await services.GetRequiredService<AgreementLetters>().QueueAsync(cancel);
    }
}

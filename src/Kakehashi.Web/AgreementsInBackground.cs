using Kakehashi.Partnerships.Agreements.Life;

namespace Kakehashi.Web;

/// <summary>Lets agreements come into force on their day, and begins the review before their end.</summary>
internal sealed class AgreementsInBackground(WorkspaceOpening opening, ILogger<AgreementsInBackground> log) : AfterChanges(opening, log)
{
    private readonly WorkspaceOpening opening = opening;

    /// <summary>A day begins without any change of the records.</summary>
    protected override TimeSpan? AtLeastEvery { get; } = TimeSpan.FromHours(1);

    protected override Task DoAsync(CancellationToken cancel) => new AgreementsInTime(opening.Workspace).DoAsync(cancel);
}

using Kakehashi.Partnerships.Reconciling;
using Kakehashi.Platform;

namespace Kakehashi.Web;

/// <summary>Where the university wants what is sure enough to be accepted at once: compares organisations with the registry after each change.</summary>
internal sealed class RegistryInBackground(WorkspaceOpening opening, IServiceProvider services, ILogger<RegistryInBackground> log) : AfterChanges(opening, log)
{
    protected override bool IsWanted(Workspace workspace) => workspace.University.RegistryAcceptFrom is not null;

    protected override Task DoAsync(CancellationToken cancel) => services.GetRequiredService<ReconciliationDesk>().CompareAsync(cancel);
}

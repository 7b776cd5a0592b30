using Kakehashi.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Access.People;

/// <summary>Opens the accounts at start-up, and lets the first person in.</summary>
public sealed class FirstStart(IServiceScopeFactory scopes, Looks looks) : IDisposable
{
    private Workspace? opened;

    public void Dispose()
    {
        if (opened is not null) opened.Looked -= looks.Write;
    }

    /// <summary>Brings the tables up to date; the demonstration gets its people.</summary>
    /// <returns>The secret of the link that makes the first administrator; null where nobody needs it.</returns>
    public async Task<string?> OpenAsync(Workspace workspace, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var contexts = scope.ServiceProvider.GetRequiredService<IDbContextFactory<AccountsContext>>();
        await workspace.Database.MigrateBesideAsync(AccountsContext.Store, contexts.CreateDbContext, cancel);
        workspace.Looked += looks.Write;
        opened = workspace;
        if (workspace.IsSynthetic) await Personas.MakeAsync(scope.ServiceProvider, workspace, cancel);
        var desk = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        return workspace.IsSynthetic ? null : await desk.FirstLinkAsync();
    }
}

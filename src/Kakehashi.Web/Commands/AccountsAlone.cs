using System.CommandLine;
using Kakehashi.Access.People;
using Kakehashi.Access.SignIn;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Web.Commands;

/// <summary>The accounts without the web program: what its pages do is done by the same operations.</summary>
internal sealed class AccountsAlone : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    private AccountsAlone(Workspace workspace)
    {
        Workspace = workspace;
        var added = new ServiceCollection();
        added.AddLogging();
        added.AddHttpContextAccessor();
        added.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        added.AddSingleton(workspace.Clock);
        added.AddSingleton(_ => workspace);
        added.AddSigningIn(PublicAddress.None, null);
        services = added.BuildServiceProvider();
        scope = services.CreateAsyncScope();
    }

    public Workspace Workspace { get; }

    /// <summary>Opens the accounts of the database that the command line names, and brings their tables up to date.</summary>
    public static async Task<AccountsAlone> OpenAsync(ParseResult input, CancellationToken cancel)
    {
        var accounts = new AccountsAlone(await WorkspaceOptions.OpenExistingAsync(input, cancel));
        var contexts = accounts.Of<IDbContextFactory<AccountsContext>>();
        await accounts.Workspace.Database.MigrateBesideAsync(AccountsContext.Store, contexts.CreateDbContext, cancel);
        return accounts;
    }

    public T Of<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The account with this user name.</summary>
    /// <returns>Refusals: <c>people.not-found</c>.</returns>
    public async Task<Result<Account>> FindAsync(string userName) =>
        await Of<UserManager<Account>>().FindByNameAsync(userName) is { } account ? account
            : new Refusal("people.not-found", ($"「{userName}」という利用者はいません。people list で確かめてください。", $"There is nobody called “{userName}”; see people list."));

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
        Workspace.Dispose();
    }
}

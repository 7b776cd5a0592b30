using Kakehashi.Access.People;
using Kakehashi.TestServers;
using Kakehashi.Web.Tests.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.Access;

/// <summary>Each in an office of its own: those who work in the other one have sessions that must not end.</summary>
public abstract class WhatLetsNobodyInAnyMore(Workplace workplace)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Is_deleted_after_a_time_of_grace_and_not_before()
    {
        await using var office = await workplace.Another();
        var (account, _) = await Door.Somebody(office.Services);
        var accounts = office.Services.GetRequiredService<IDbContextFactory<AccountsContext>>();
        await using (var context = await accounts.CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            context.AddRange(ASession("session/old", account, Now), ASession("session/in use", account, Now.AddDays(200)));
            context.AddRange(ALink("link/old", account, Now), ALink("link/good", account, Now.AddDays(200)));
            context.AddRange(AToken("token/old", account, Now), AToken("token/good", account, Now.AddDays(200)));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(6, (await Left(accounts, Leftovers.Grace - TimeSpan.FromMinutes(1))).Count);
        Assert.Equal(["link/good", "session/in use", "token/good", "token/old"], await Left(accounts, Leftovers.Grace + TimeSpan.FromMinutes(1)));
        Assert.Equal(["link/good", "session/in use", "token/good", "token/old"], await Left(accounts, Leftovers.GraceOfTokens - TimeSpan.FromMinutes(1)));
        Assert.Equal(["link/good", "session/in use", "token/good"], await Left(accounts, Leftovers.GraceOfTokens + TimeSpan.FromMinutes(1)));
    }

    /// <summary>What there is once it was tidied so much later.</summary>
    private static async Task<List<string>> Left(IDbContextFactory<AccountsContext> accounts, TimeSpan later)
    {
        await new Leftovers(accounts, new AStoppedClock(Now + later)).TidyAsync(TestContext.Current.CancellationToken);
        await using var context = await accounts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var all = context.Sessions.Select(session => session.Id).Concat(context.Links.Select(link => link.Id)).Concat(context.Tokens.Select(token => token.Id));
        return [.. (await all.ToListAsync(TestContext.Current.CancellationToken)).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private static Session ASession(string id, Account account, DateTimeOffset until) =>
        new() { Id = id, Account = account.Id, Ticket = [], SignedInAt = Now, SeenAt = Now, ExpiresAt = until };

    private static OneTimeLink ALink(string id, Account account, DateTimeOffset until) => new() { Id = id, Account = account.Id, ExpiresAt = until };

    private static AccessToken AToken(string id, Account account, DateTimeOffset until) =>
        new() { Id = id, Account = account.Id, Name = id, Ending = "0000", Scope = TokenScope.Read, CreatedAt = Now, ExpiresAt = until };
}

public sealed class WhatLetsNobodyInAnyMoreInSqlite(Workplace workplace) : WhatLetsNobodyInAnyMore(workplace);

[Collection(nameof(OnPostgres))]
[Trait("Needs", "server")]
public sealed class WhatLetsNobodyInAnyMoreInPostgres : WhatLetsNobodyInAnyMore
{
    public WhatLetsNobodyInAnyMoreInPostgres(WorkplaceOnPostgres workplace)
        : base(workplace) => PostgresServer.Skip();
}

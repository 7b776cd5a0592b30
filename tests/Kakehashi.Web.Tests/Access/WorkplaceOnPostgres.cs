using Kakehashi.TestServers;
using Kakehashi.Web.Tests.Api;

namespace Kakehashi.Web.Tests.Access;

/// <summary>The same with records, accounts, sessions, tokens and links on a server, for situations that are run on each store.</summary>
public sealed class WorkplaceOnPostgres(PostgresServer server) : Workplace
{
    internal override Task<Office> Another() => Office.OpenOn(server);

    /// <summary>Without a server there is none; the tests skip themselves.</summary>
    public override ValueTask InitializeAsync() => PostgresServer.Missing is null ? base.InitializeAsync() : default;
}

/// <summary>Situations of people and rights on a server; they share one workplace.</summary>
[CollectionDefinition(nameof(OnPostgres))]
public sealed class OnPostgres : ICollectionFixture<WorkplaceOnPostgres>;

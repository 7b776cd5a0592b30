using Kakehashi.TestServers;

namespace Kakehashi.Web.Tests;

/// <summary>Databases in which there is nothing yet, for each test its own.</summary>
internal static class Empty
{
    private static readonly EmptyDatabases Databases = new(Composition.Types);

    /// <summary>A folder with them.</summary>
    public static string Folder(string prefix) => Databases.Folder(prefix);

    /// <summary>One on a server.</summary>
    public static Task<string> OnServer(PostgresServer server) => Databases.OnServer(server);
}

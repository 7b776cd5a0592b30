using Kakehashi.TestServers;

namespace Kakehashi.Web.Tests;

/// <summary>Databases in which there is nothing yet, for each test its own.</summary>
internal static class Empty
{
    private static readonly EmptyDatabases Databases = Made();

    /// <summary>A folder with them.</summary>
    public static string Folder(string prefix) => Databases.Folder(prefix);

    private static EmptyDatabases Made()
    {
        var databases = new EmptyDatabases(Composition.Types);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => databases.Dispose();
        return databases;
    }
}

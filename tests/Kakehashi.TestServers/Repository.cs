namespace Kakehashi.TestServers;

/// <summary>The checked-out repository the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds Kakehashi.slnx.</summary>
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kakehashi.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Kakehashi.slnx");
    }
}

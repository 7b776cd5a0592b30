namespace Kakehashi.Platform.Tests.Files;

/// <summary>Real files that are not part of the project; a test on them skips, saying so, where they are absent.</summary>
internal static class SharedData
{
    internal static string Path(string name)
    {
        var root = Environment.GetEnvironmentVariable("KAKEHASHI_SHARED_DATA") ?? Beside();
        var path = root is null ? null : System.IO.Path.Combine(root, name);
        Assert.SkipUnless(path is not null && File.Exists(path), $"The shared data ({name}) is not on this machine.");
        return path!;
    }

    private static string? Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Kakehashi.slnx")))
                return System.IO.Path.Combine(folder.Parent!.FullName, "shared", "data");
        return null;
    }
}

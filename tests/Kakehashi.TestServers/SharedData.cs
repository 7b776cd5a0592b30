namespace Kakehashi.TestServers;

/// <summary>Real files of universities and agencies, which are no part of the repository: tests on them are skipped where they are absent.</summary>
public static class SharedData
{
    private const string Variable = "KAKEHASHI_SHARED_DATA";

    /// <summary>The folder; null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Why tests on real files cannot run here; null when they can.</summary>
    public static string? Missing { get; } = Folder is not null ? null
        : $"The real files are absent: ../shared/data beside the repository, or the folder named by {Variable}";

    /// <summary>Skips the running test where the files are absent.</summary>
    public static void Skip() => Assert.SkipWhen(Missing is not null, Missing ?? "");

    /// <summary>The path of one file or folder; skips the running test where it is absent.</summary>
    public static string PathOf(params string[] parts)
    {
        Skip();
        var path = Path.Combine([Folder!, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"{string.Join('/', parts)} is not among the real files");
        return path;
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        var folder = string.IsNullOrEmpty(named) ? Repository.PathOf("..", "shared", "data") : named;
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}

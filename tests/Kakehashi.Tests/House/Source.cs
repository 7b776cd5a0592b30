using Kakehashi.TestServers;

namespace Kakehashi.Tests.House;

/// <summary>The files people write in this repository, as paths with forward slashes below its root.</summary>
internal static class Source
{
    private static readonly HashSet<string> Made = [".git", ".vs", ".idea", "artifacts", "node_modules", "dist", "bin", "obj", "data"];
    private static readonly Lazy<IReadOnlyList<string>> All = new(() => [.. Below(Repository.Root).Order(StringComparer.Ordinal)]);

    public static IReadOnlyList<string> Files => All.Value;

    public static IEnumerable<string> EndingIn(params string[] endings) =>
        Files.Where(file => Array.Exists(endings, ending => file.EndsWith(ending, StringComparison.Ordinal)));

    public static IEnumerable<string> Under(string folder, params string[] endings) =>
        EndingIn(endings).Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(Repository.PathOf(file));

    public static IEnumerable<(int Number, string Text)> Lines(string file) =>
        File.ReadLines(Repository.PathOf(file)).Select((text, index) => (index + 1, text));

    private static IEnumerable<string> Below(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        foreach (var child in Directory.EnumerateDirectories(folder).Where(child => !Made.Contains(Path.GetFileName(child))))
        {
            foreach (var file in Below(child))
                yield return file;
        }
    }
}

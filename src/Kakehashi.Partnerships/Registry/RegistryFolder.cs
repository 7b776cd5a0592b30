using Kakehashi.Kernel;
using Kakehashi.Platform;

namespace Kakehashi.Partnerships.Registry;

/// <summary>The folder <c>registry</c> beside the records, with the data dumps of the Research Organization Registry. The last by name is the one in use; the published files have their version and day in theirs.</summary>
public static class RegistryFolder
{
    /// <summary>The folder within the folder of the records.</summary>
    public static string Of(string data) => Path.Combine(data, "registry");

    /// <summary>The dump in use; null where there is none.</summary>
    public static string? Newest(string data) => All(data).LastOrDefault();

    /// <summary>Puts a dump into the folder, once it has been read whole.</summary>
    /// <returns>How many organisations it has. Refusals: those of <see cref="RegistryDump"/>.</returns>
    public static async Task<Result<int>> AddAsync(string data, string path, CancellationToken cancel)
    {
        var read = await RegistryDump.ReadAsync(path, cancel);
        if (!read.IsDone) return read.Refusal;
        Directory.CreateDirectory(Of(data));
        var into = Path.Combine(Of(data), Path.GetFileName(path));
        // a copy that is cut off must not look like a dump
        var arriving = into + ".part";
        await using (var from = File.OpenRead(path))
        await using (var to = File.Create(arriving)) await from.CopyToAsync(to, cancel);
        File.Move(arriving, into, overwrite: true);
        return read.Value.Count;
    }

    /// <summary>What the dump in use is called, for those who read; null where there is none.</summary>
    public static string? Version(Workspace workspace) => Newest(workspace.Data) is { } path ? Path.GetFileName(path) : null;

    private static IEnumerable<string> All(string data) => !Directory.Exists(Of(data)) ? [] : Directory.EnumerateFiles(Of(data)).Where(IsDump).Order(StringComparer.Ordinal);

    private static bool IsDump(string path) =>
        !path.EndsWith(".part", StringComparison.Ordinal) && (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || Path.GetFileName(path).Contains(".json", StringComparison.OrdinalIgnoreCase));
}

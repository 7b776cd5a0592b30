using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Open.Formats;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Strategy.Open;

/// <summary>What was written.</summary>
public sealed record OpenExported(string Folder, int Files, long Bytes);

/// <summary>Operation: writes all that is public into a folder, for a host that serves nothing but files. The folder is there whole or as it was.</summary>
public sealed class OpenExport(Workspace workspace)
{
    /// <summary>Lists what an export holds, and tells its folder from others.</summary>
    public const string ListName = "kakehashi-open.json";
    private const int MostNamed = 5;

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    private sealed record Listed(string Path, long Bytes, string Sha256);

    private sealed record FileList(string Format, string Site, IReadOnlyList<Listed> Files);

    /// <summary>Writes.</summary>
    /// <param name="folder">Missing, empty, or with an earlier export and nothing else.</param>
    /// <param name="site">Where the folder will be reached, without a slash at its end; empty for addresses that begin at the root of whatever site it is put on.</param>
    /// <param name="progress">Files written.</param>
    /// <param name="cancel">Gives up; nothing is changed then.</param>
    /// <returns>Refusals: <c>open-export.not-empty</c>, <c>open-export.not-written</c>.</returns>
    public async Task<Result<OpenExported>> WriteAsync(string folder, string site, IProgress<long>? progress, CancellationToken cancel)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Refuse(target) is { } refusal) return refusal;
        var files = await FilesAsync(site, cancel);
        var partial = $"{target}.partial-{Environment.ProcessId}";
        try
        {
            var listed = new List<Listed>();
            foreach (var (path, bytes) in files)
            {
                cancel.ThrowIfCancellationRequested();
                await PutAsync(partial, path, bytes, cancel);
                listed.Add(new(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
                progress?.Report(listed.Count);
            }

            await PutAsync(partial, ListName, JsonSerializer.SerializeToUtf8Bytes(new FileList("kakehashi-open", site, listed), Form), cancel);
            Swap(partial, target);
            return new OpenExported(target, listed.Count, listed.Sum(one => one.Bytes));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Refusal("open-export.not-written", ($"{target} に書き込めません：{fault.Message}", $"{target} cannot be written: {fault.Message}"));
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        }
    }

    private async Task<IReadOnlyList<(string Path, byte[] Bytes)>> FilesAsync(string site, CancellationToken cancel)
    {
        var shelf = new PublicShelf(workspace);
        var all = await new OpenStandards(workspace, shelf).AllAsync(site, cancel);
        var partners = OpenTables.Of(await OpenPartners.ReadAsync(workspace, cancel), workspace.IsSynthetic);
        List<OpenFile> files = [.. all, .. workspace.University.Open.ShowsPartners ? partners : []];
        return [.. files.Select(file => (file.Address[1..], file.Bytes)), .. OpenExportPages.Of(workspace.University, await shelf.AllAsync(cancel), files)];
    }

    private static async Task PutAsync(string folder, string path, byte[] bytes, CancellationToken cancel)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllBytesAsync(full, bytes, cancel);
    }

    /// <summary>Two moves: between them the folder is not there, and never half.</summary>
    private static void Swap(string made, string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(made, target);
            return;
        }

        var before = $"{target}.before-{Environment.ProcessId}";
        Directory.Move(target, before);
        try
        {
            Directory.Move(made, target);
        }
        catch (IOException)
        {
            Directory.Move(before, target);
            throw;
        }

        Directory.Delete(before, recursive: true);
    }

    private static Refusal? Refuse(string target)
    {
        if (File.Exists(target)) return NotEmpty(target, []);
        if (!Directory.Exists(target)) return null;
        var there = Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(target, file).Replace('\\', '/')).ToList();
        var mine = ReadList(target);
        var others = there.Where(file => mine?.Contains(file) != true).Order(StringComparer.Ordinal).ToList();
        return others.Count == 0 ? null : NotEmpty(target, others);
    }

    private static HashSet<string>? ReadList(string target)
    {
        try
        {
            var list = JsonSerializer.Deserialize<FileList>(File.ReadAllBytes(Path.Combine(target, ListName)), Form);
            return list is { Format: "kakehashi-open", Files: { } files } ? [ListName, .. files.Select(file => file.Path)] : null;
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            return null;
        }
    }

    private static Refusal NotEmpty(string target, List<string> others)
    {
        var named = string.Join(", ", others.Take(MostNamed)) + (others.Count > MostNamed ? ", …" : "");
        return new("open-export.not-empty", (
            $"{target} には、前回書き出したもの以外のファイルがあります{(named.Length > 0 ? $"（{named}）" : "")}。空のフォルダーか、前回書き出したフォルダーを指定してください。",
            $"{target} holds files that are not of an earlier export{(named.Length > 0 ? $" ({named})" : "")}. Name an empty folder, or that of an earlier export."));
    }
}

using System.Text.Json;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Records.Codes;

namespace Kakehashi.ExportControl.Keeping;

/// <summary>A version that was added.</summary>
/// <param name="Kept">What is kept.</param>
/// <param name="Changes">What changed since the version before it; null where there is none.</param>
public sealed record AddedList(KeptList Kept, ListComparison? Changes);

/// <summary>
/// The versions of lists in a folder: LIST/FINGERPRINT/ holds the files as they were published, and a <c>version.json</c>. A version is checked
/// whole before it is kept, is there whole or not at all, and never changes.
/// </summary>
/// <param name="folder">The folder; it need not be there.</param>
/// <param name="countries">Countries and areas.</param>
public sealed class ListFolder(string folder, CodeList countries)
{
    /// <summary>All versions, by list and then the earliest first.</summary>
    /// <returns>Refusal: <c>lists.not-read</c>.</returns>
    public Result<IReadOnlyList<KeptList>> All()
    {
        var kept = new List<KeptList>();
        if (!Directory.Exists(folder)) return kept;
        foreach (var path in Directory.EnumerateFiles(folder, KeptList.FileName, SearchOption.AllDirectories).Where(path => !path.Contains(Partial, StringComparison.Ordinal)))
        {
            try
            {
                kept.Add(JsonSerializer.Deserialize<KeptList>(File.ReadAllText(path), KeptList.JsonOptions) is { Files.Count: > 0 } one && ListNames.Find(one.List) is not null ? one : throw new JsonException());
            }
            catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
            {
                return new Refusal("lists.not-read", ($"{path} を読み取れません。壊れている場合は、そのフォルダーを消して追加し直してください。", $"{path} cannot be read. Where it is broken, remove its folder and add the list again."));
            }
        }

        return kept.OrderBy(one => one.Of()).ThenBy(one => one.PublishedOn).ThenBy(one => one.InForceOn).ThenBy(one => one.Sha256, StringComparer.Ordinal).ToList();
    }

    /// <summary>Of each list the version in force on a day, and those that were published after it; where none is in force yet, all.</summary>
    public Result<IReadOnlyList<ListVersion>> InForce(DateOnly day)
    {
        var all = All();
        if (!all.IsDone) return all.Refusal;
        var versions = new List<ListVersion>();
        foreach (var of in all.Value.GroupBy(one => one.List))
        {
            var last = of.LastOrDefault(one => one.InForceOn <= day);
            foreach (var kept in of.SkipWhile(one => last is not null && one != last))
            {
                var read = Read(kept);
                if (!read.IsDone) return read.Refusal;
                versions.Add(read.Value);
            }
        }

        return versions;
    }

    /// <summary>Reads a version that is kept.</summary>
    public Result<ListVersion> Read(KeptList kept)
    {
        var read = ListReading.Read(kept.Of(), [.. kept.Files.Select(file => Path.Combine(PathOf(kept), file))], new(kept.PublishedOn, kept.InForceOn), countries);
        return !read.IsDone || read.Value.Sha256 == kept.Sha256 ? read
            : new Refusal("lists.changed", ($"{PathOf(kept)} のファイルが、追加したときから変わっています。フォルダーを消して追加し直してください。", $"The files in {PathOf(kept)} are not those that were added. Remove the folder and add the list again."));
    }

    /// <summary>Keeps a version, once the whole of it has been read.</summary>
    public Result<AddedList> Add(ConcernList list, IReadOnlyList<string> paths, ListDates dates)
    {
        var read = ListReading.Read(list, paths, dates, countries);
        if (!read.IsDone) return read.Refusal;
        var all = All();
        if (!all.IsDone) return all.Refusal;
        var version = read.Value;
        var kept = new KeptList(list.Code(), version.PublishedOn, version.InForceOn, version.Sha256, version.Entities.Count, [.. paths.Select(path => Path.GetFileName(path)!)]);
        if (all.Value.Any(one => one.List == kept.List && one.Sha256 == kept.Sha256))
            return new Refusal("lists.kept-already", ($"同じファイルは追加済みです(ハッシュ値 {kept.Sha256[..12]})。", $"The same file has been added before (fingerprint {kept.Sha256[..12]})."));
        if (all.Value.LastOrDefault(one => one.List == kept.List && one.PublishedOn <= kept.PublishedOn) is not { } before) return Keep(kept, paths, null);
        var earlier = Read(before);
        return earlier.IsDone ? Keep(kept, paths, ListComparison.Between(earlier.Value, version)) : earlier.Refusal;
    }

    private const string Partial = ".partial-";

    private Result<AddedList> Keep(KeptList kept, IReadOnlyList<string> paths, ListComparison? changes)
    {
        var partial = PathOf(kept) + Partial + Environment.ProcessId;
        try
        {
            Directory.CreateDirectory(partial);
            foreach (var path in paths) File.Copy(path, Path.Combine(partial, Path.GetFileName(path)), overwrite: true);
            File.WriteAllText(Path.Combine(partial, KeptList.FileName), JsonSerializer.Serialize(kept, KeptList.JsonOptions));
            Directory.Move(partial, PathOf(kept));
            return new AddedList(kept, changes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Refusal("lists.not-written", ($"{PathOf(kept)} に保存できません：{fault.Message}", $"{PathOf(kept)} cannot be written: {fault.Message}"));
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        }
    }

    private string PathOf(KeptList kept) => Path.Combine(folder, kept.List, kept.Sha256);
}

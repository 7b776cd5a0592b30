using System.IO.Compression;
using System.Text.Json;
using Kakehashi.Kernel;

namespace Kakehashi.Partnerships.Registry;

/// <summary>
/// A data dump of the Research Organization Registry, schema 2: the array of the published file, or a record a line; plain, packed by
/// gzip, or in the published zip. It is read as a stream, a record at a time.
/// </summary>
public static class RegistryDump
{
    private const string Second = "_schema_v2";

    /// <summary>All organisations, also those that are active no more.</summary>
    /// <returns>Refusals: <c>registry.not-found</c>, <c>registry.not-read</c>.</returns>
    public static async Task<Result<IReadOnlyList<RegistryEntry>>> ReadAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path)) return new Refusal("registry.not-found", ($"{path} がありません。RORのデータダンプ(スキーマ2)のファイルを指定してください。", $"There is no {path}. Name a file of the ROR data dump, schema 2."));
        var found = new List<RegistryEntry>();
        try
        {
            await using var file = File.OpenRead(path);
            await using var content = Unpacked(file, path);
            await foreach (var record in Records(content, path.Contains(".jsonl", StringComparison.OrdinalIgnoreCase), cancel))
                found.Add(RegistryRecord.Read(record));
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or InvalidOperationException or KeyNotFoundException)
        {
            return new Refusal("registry.not-read", ($"{path} を読み取れません({found.Count + 1:N0}件目の記録)：{fault.Message} RORのデータダンプ(スキーマ2)か確かめてください。", $"{path} cannot be read at record {found.Count + 1:N0}: {fault.Message} Is it the ROR data dump, schema 2?"));
        }

        return found;
    }

    private static Stream Unpacked(FileStream file, string path)
    {
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) return new GZipStream(file, CompressionMode.Decompress);
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return file;
        var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var files = zip.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).ToList();
        // older dumps have a file of each schema
        return (files.Find(entry => entry.Name.Contains(Second, StringComparison.Ordinal)) ?? files.FirstOrDefault() ?? throw new InvalidDataException("the zip has no .json")).Open();
    }

    private static async IAsyncEnumerable<JsonElement> Records(Stream content, bool isByLine, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(content, topLevelValues: isByLine, cancellationToken: cancel)) yield return record;
    }
}

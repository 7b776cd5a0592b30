using System.IO.Compression;
using System.Text.Json;
using Kakehashi.TestServers;

namespace Kakehashi.Bench;

/// <summary>Names of institutions: the real ones of the registry, and as many more as are wanted.</summary>
internal static class RegistryNames
{
    private const int Seed = 7;

    /// <summary>The registry among the real files; null where there is none.</summary>
    internal static string? File { get; } = SharedData.Folder is { } folder && Path.Combine(folder, "registry", "ror_partial_v2.jsonl.gz") is var path && System.IO.File.Exists(path) ? path : null;

    /// <summary>Why there is nothing to measure with.</summary>
    internal static string Missing => SharedData.Missing ?? "registry/ror_partial_v2.jsonl.gz is not among the real files";

    /// <summary>
    /// The different names of the registry, in its order; beyond them names that are made: a real one with one word exchanged for any word of
    /// the registry (frequent ones come more often), and one such word more at the end of every third.
    /// </summary>
    internal static List<string> Of(int count)
    {
        var names = Real().Distinct(StringComparer.Ordinal).Take(count).ToList();
        var real = names.Count;
        var words = names.SelectMany(name => name.Split(' ')).Where(word => word.Length > 1).ToArray();
        var (seen, random) = (names.ToHashSet(StringComparer.Ordinal), new Random(Seed));
        while (names.Count < count)
        {
            var made = names[random.Next(real)].Split(' ');
            made[random.Next(made.Length)] = words[random.Next(words.Length)];
            var name = string.Join(' ', random.Next(3) == 0 ? [.. made, words[random.Next(words.Length)]] : made);
            if (seen.Add(name)) names.Add(name);
        }

        Console.WriteLine($"names: {Math.Min(real, count):N0} of the registry, {count - real:N0} made of their words");
        return names;
    }

    private static IEnumerable<string> Real()
    {
        using var reader = new StreamReader(new GZipStream(System.IO.File.OpenRead(File!), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            foreach (var name in record.RootElement.GetProperty("names").EnumerateArray()) yield return name.GetProperty("value").GetString()!;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Kakehashi.Matching.Indexing;
using Kakehashi.Matching.Normalising;

namespace Kakehashi.Bench;

/// <summary>One or two letters wrong among many names: ours, PostgreSQL and SQLite on the same keys and the same queries.</summary>
internal static class NamesBench
{
    private const int Seed = 11, Queries = 4_000, OfPostgres = 300, OfSqlite = 100, ShortestKey = 4, LongerKey = 8, Edits = 2;

    internal static async Task Run(string[] args)
    {
        if (RegistryNames.File is null)
        {
            Console.WriteLine($"not measured: {RegistryNames.Missing}");
            return;
        }

        var names = RegistryNames.Of(1000 * (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000));
        var watch = Stopwatch.StartNew();
        var keys = new string[names.Count];
        Parallel.For(0, names.Count, i => keys[i] = Name.Of(names[i]).Key);
        Console.WriteLine($"keys: {watch.Elapsed.TotalSeconds:F1} s");
        var queries = Asked(keys);
        Console.WriteLine($"queries: {Queries:N0} keys of {ShortestKey} letters or more with 1 or 2 of them put in, left out or exchanged at random; the first {OfPostgres} for PostgreSQL, {OfSqlite} for SQLite");
        Console.WriteLine("recall@10: the key that was changed is among the first ten answers, as they come");
        var ours = await OfOurs(keys, queries, watch.Elapsed);
        Compare(ours, await TrigramSearch.OfPostgresAsync(keys, queries[..OfPostgres]));
        Compare(ours, await TrigramSearch.OfSqliteAsync(keys, queries[..OfSqlite]));
    }

    private static async Task<SearchFigures> OfOurs(string[] keys, List<AskedName> queries, TimeSpan before)
    {
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var index = NameIndex.Of(keys);
        var build = before + watch.Elapsed;
        memory = GC.GetTotalMemory(forceFullCollection: true) - memory;
        var ours = await SearchFigures.MeasureAsync("ours", queries, build, memory, () => key => Task.FromResult<IReadOnlyList<string>>([.. index.Near(key, Edits).Take(10).Select(found => index.KeyAt(found.At).ToString())]));
        ours.Write("(wanted: build under 10 s, under 300 MB, recall 0.99, p95 at most 5 ms, 1,500 a second)");
        Console.WriteLine($"{"",-12} among all that are as near as the tenth: {(double)queries.Count(query => IsAsNearAsTheTenth(index, query)) / queries.Count:F4} (ties cannot be told apart by distance)");
        KeepInAFile(index);
        var longer = queries.FindAll(query => query.Meant.Length >= LongerKey);
        Console.WriteLine($"{"",-12} of the {longer.Count:N0} keys of {LongerKey} letters or more, as they come: {longer.Count(query => index.Near(query.Key, Edits).Take(10).Any(one => index.KeyAt(one.At).SequenceEqual(query.Meant))) / (double)longer.Count:F4}");
        return ours;
    }

    private static void KeepInAFile(NameIndex index)
    {
        var path = Path.Combine(Path.GetTempPath(), $"kakehashi-bench-{Guid.NewGuid():N}.index");
        try
        {
            var watch = Stopwatch.StartNew();
            NameIndexFile.Save(index, path);
            var saved = watch.Elapsed;
            watch.Restart();
            if (!NameIndexFile.Open(path).IsDone) throw new InvalidOperationException("the index was not read again");
            Console.WriteLine($"{"",-12} saved in {saved.TotalSeconds:F2} s ({new FileInfo(path).Length / 1e6:N0} MB), opened in {watch.Elapsed.TotalSeconds:F2} s rather than built");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool IsAsNearAsTheTenth(NameIndex index, AskedName query)
    {
        var found = index.Near(query.Key, Edits);
        return found.TakeWhile(one => one.Edits <= found[Math.Min(9, found.Count - 1)].Edits).Any(one => index.KeyAt(one.At).SequenceEqual(query.Meant));
    }

    private static void Compare(SearchFigures ours, SearchFigures? other)
    {
        if (other is null) return;
        other.Write("");
        Console.WriteLine($"{"",-12} ours: p95 {other.P95 / ours.P95:N0} times as fast, {ours.Rate / other.Rate:N0} times as many a second, recall {ours.Recall - other.Recall:+0.0000;-0.0000}");
    }

    private static List<AskedName> Asked(string[] keys)
    {
        var random = new Random(Seed);
        var asked = new List<AskedName>();
        while (asked.Count < Queries)
        {
            var meant = keys[random.Next(keys.Length)];
            if (meant.Length < ShortestKey) continue;
            var key = Mistype(meant, random);
            asked.Add(new(meant, random.Next(2) == 0 ? key : Mistype(key, random)));
        }

        return asked;
    }

    private static string Mistype(string key, Random random)
    {
        var (at, letter) = (random.Next(key.Length), ((char)('a' + random.Next(26))).ToString());
        return random.Next(3) switch { 0 => key.Insert(at, letter), 1 => key.Remove(at, 1), _ => key.Remove(at, 1).Insert(at, letter) };
    }
}

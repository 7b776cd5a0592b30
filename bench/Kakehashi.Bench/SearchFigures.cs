using System.Diagnostics;

namespace Kakehashi.Bench;

/// <summary>A key as it is asked for, and the one that is meant.</summary>
internal sealed record AskedName(string Meant, string Key);

/// <summary>What a search of names costs and how much it finds.</summary>
/// <param name="What">Whose search it is.</param>
/// <param name="Build">What it took before the first query.</param>
/// <param name="Bytes">Its memory, or its file.</param>
/// <param name="Recall">The share of queries of which the key that is meant is among the first ten answers.</param>
/// <param name="P50">Milliseconds, one query after the other.</param>
/// <param name="P95">The same.</param>
/// <param name="Rate">Queries a second of two threads.</param>
internal sealed record SearchFigures(string What, TimeSpan Build, long Bytes, double Recall, double P50, double P95, double Rate)
{
    private const int Threads = 2;

    /// <summary>Asks all queries one after the other, then again on two threads; <paramref name="open"/> makes what answers those of one thread with the keys of its first ten.</summary>
    internal static async Task<SearchFigures> MeasureAsync(string what, IReadOnlyList<AskedName> queries, TimeSpan build, long bytes, Func<Func<string, Task<IReadOnlyList<string>>>> open)
    {
        var (ask, found, times) = (open(), 0, new double[queries.Count]);
        foreach (var query in queries.Take(queries.Count / 10)) await ask(query.Key);
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var answers = await ask(queries[i].Key);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (answers.Contains(queries[i].Meant)) found++;
        }

        Array.Sort(times);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            var askHere = open();
            for (var i = thread; i < queries.Count; i += Threads) await askHere(queries[i].Key);
        })));
        return new(what, build, bytes, (double)found / queries.Count, times[times.Length / 2], times[times.Length * 95 / 100], queries.Count / watch.Elapsed.TotalSeconds);
    }

    internal void Write(string wanted) =>
        Console.WriteLine($"{What,-12} build {Build.TotalSeconds,6:F1} s  {Bytes / 1e6,6:N0} MB  recall@10 {Recall:F4}  p50 {P50,7:F2} ms  p95 {P95,7:F2} ms  {Rate,8:N0} queries/s on {Threads} threads {wanted}");
}

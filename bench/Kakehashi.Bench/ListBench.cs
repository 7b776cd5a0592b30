using System.Diagnostics;
using System.Globalization;
using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Lists;
using Kakehashi.Web;

namespace Kakehashi.Bench;

/// <summary>Pages of lists with random filters, sorts and searches over a database of many stays; each once warm, then measured.</summary>
internal static class ListBench
{
    private const int Requests = 300;

    internal static async Task Run(string[] args)
    {
        var rows = 1000 * (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000);
        var keep = args.Length > 1 ? args[1] : null;
        var folder = keep ?? Directory.CreateTempSubdirectory("kakehashi-bench-").FullName;
        try
        {
            using var workspace = await Workspace.OpenAsync(Path.Combine(folder, "data"), Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types);
            await Fill(workspace, folder, rows);
            await Measure(workspace);
        }
        finally
        {
            if (keep is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Fill(Workspace workspace, string folder, int rows)
    {
        var type = workspace.Types[typeof(MobilityPeriod)];
        if ((await workspace.Database.ListAsync(type, new() { Size = 1 }, Actor.Local, CancellationToken.None)).Count > 0) return;
        var file = Path.Combine(folder, "mobility.csv");
        MobilityFile.Write(file, rows);
        var watch = Stopwatch.StartNew();
        await workspace.ImportAsync(workspace.Profiles.Find("mobility-periods")!, [new(file, "mobility.csv")], new() { Commit = true }, Actor.Local, null, CancellationToken.None);
        File.Delete(file);
        Console.WriteLine($"{rows:N0} stays imported in {watch.Elapsed.TotalSeconds:F0} s: {rows / watch.Elapsed.TotalSeconds:N0} rows/s");
    }

    private static async Task Measure(Workspace workspace)
    {
        var type = workspace.Types[typeof(MobilityPeriod)];
        var random = new Random(3);
        var times = new List<(double Ms, string What)>();
        for (var i = 0; i < Requests + 20; i++)
        {
            var (what, query) = Any(random);
            var watch = Stopwatch.StartNew();
            await workspace.Database.ListAsync(type, query, Actor.Local, CancellationToken.None);
            if (i >= 20) times.Add((watch.Elapsed.TotalMilliseconds, what));
        }

        foreach (var group in times.GroupBy(time => time.What).OrderBy(group => group.Key)) Report(group.Key, [.. group.Select(time => time.Ms)]);
        Report("all", [.. times.Select(time => time.Ms)]);
    }

    private static (string, ListQuery) Any(Random random)
    {
        string Country() => new[] { "JP", "FR", "DE", "VN", "SE" }[random.Next(5)];
        Dictionary<string, Condition> Where(params (string Field, Condition Condition)[] conditions) => conditions.ToDictionary(pair => pair.Field, pair => pair.Condition);
        var from = new DateOnly(2016 + random.Next(10), 1 + random.Next(12), 1);
        return random.Next(6) switch
        {
            0 => ("newest first", new() { Page = 1 + random.Next(20) }),
            1 => ("one filter", new() { Where = Where(("nationality", new() { AnyOf = [Country()] })) }),
            2 => ("two filters", new() { Where = Where(("host_country", new() { AnyOf = [Country()] }), ("level", new() { AnyOf = ["master"] })) }),
            3 => ("range, sorted", new() { Where = Where(("started_on", new() { From = from, To = from.AddMonths(2) })), Sort = "started_on" }),
            4 => ("filter and sort", new() { Where = Where(("direction", new() { AnyOf = ["out"] })), Sort = "started_on", Descending = true }),
            _ => ("filter, other sort", new() { Where = Where(("home_country", new() { AnyOf = [Country()] })), Sort = "ended_on" }),
        };
    }

    private static void Report(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"{what,-20} {times.Count,4} requests  p50 {times[times.Count / 2],8:F1} ms  p95 {times[times.Count * 95 / 100],8:F1} ms  slowest {times[^1],8:F1} ms");
    }
}

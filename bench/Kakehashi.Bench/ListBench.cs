using System.Diagnostics;
using System.Globalization;
using Kakehashi.Education.Mobility;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Forms;
using Kakehashi.Platform.Lists;
using Kakehashi.Web;
using Kakehashi.Web.Demo;

namespace Kakehashi.Bench;

/// <summary>Pages of lists with random filters, sorts and searches over the demonstration with many stays; some to warm up, then measured.</summary>
internal static class ListBench
{
    private const int Requests = 500;
    private const int Warm = 40;
    private const int StaysOfTheDemonstration = 50_000;

    private static readonly string[] Countries = ["JP", "FR", "DE", "VN", "SE"];
    private static readonly string[] Words = ["大学", "University", "Institute", "研究", "Paris"];

    internal static async Task Run(string[] args)
    {
        var rows = 1000 * (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000);
        var keep = args.Length > 1 ? args[1] : null;
        var folder = keep ?? Directory.CreateTempSubdirectory("kakehashi-bench-").FullName;
        try
        {
            using var workspace = await Workspace.OpenAsync(Path.Combine(folder, "data"), Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types);
            await Fill(workspace, rows);
            await Measure(workspace);
        }
        finally
        {
            if (keep is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Fill(Workspace workspace, int rows)
    {
        if (!await DemoUniversity.IsEmptyAsync(workspace, CancellationToken.None)) return;
        var watch = Stopwatch.StartNew();
        var filled = await new DemoUniversity(workspace).FillAsync(Math.Max(1, rows / StaysOfTheDemonstration), null, CancellationToken.None);
        Console.WriteLine($"{filled.Value:N0} records written in {watch.Elapsed.TotalSeconds:F0} s: {filled.Value / watch.Elapsed.TotalSeconds:N0} a second");
    }

    private static async Task Measure(Workspace workspace)
    {
        var random = new Random(3);
        var times = new List<(double Ms, string What)>();
        for (var i = 0; i < Requests + Warm; i++)
        {
            var (what, ask) = Any(workspace, random);
            var watch = Stopwatch.StartNew();
            await ask();
            if (i >= Warm) times.Add((watch.Elapsed.TotalMilliseconds, what));
        }

        foreach (var group in times.GroupBy(time => time.What).OrderBy(group => group.Key)) Report(group.Key, [.. group.Select(time => time.Ms)]);
        Report("all", [.. times.Select(time => time.Ms)]);
    }

    /// <summary>What people ask of a long list, at random.</summary>
    private static (string, Func<Task>) Any(Workspace workspace, Random random)
    {
        var stays = workspace.Types[typeof(MobilityPeriod)];
        var from = new DateOnly(2017 + random.Next(9), 1 + random.Next(12), 1);
        var number = string.Create(CultureInfo.InvariantCulture, $"M{2017 + random.Next(9)}-{1 + random.Next(10_000):00000}");
        return random.Next(11) switch
        {
            0 => List("newest first", new() { Page = 1 + random.Next(20) }),
            1 => List("one filter", new() { Where = Where(("nationality", Country())) }),
            2 => List("two filters", new() { Where = Where(("host_country", Country()), ("level", "master")) }),
            3 => List("range, sorted", new() { Where = new Dictionary<string, Condition> { ["started_on"] = new() { From = from, To = from.AddMonths(2) } }, Sort = "started_on" }),
            4 => List("filter and sort", new() { Where = Where(("direction", "out")), Sort = "started_on", Descending = true }),
            5 => List("filter, other sort", new() { Where = Where(("home_country", Country())), Sort = "ended_on" }),
            6 => List("sort alone", new() { Sort = "host_country", Page = 1 + random.Next(20) }),
            7 => List("three filters", new() { Where = Where(("direction", "in"), ("home_country", Country()), ("level", "doctoral")) }),
            8 => List("range and filter", new() { Where = new Dictionary<string, Condition>(Where(("nationality", Country()))) { ["started_on"] = new() { From = from, To = from.AddYears(1) } } }),
            9 => ("search by number", () => LinkLookup.RecordsAsync(workspace, stays, number, 6, Actor.Local, CancellationToken.None)),
            _ => ("search by words", () => workspace.Database.ListAsync(workspace.Types[typeof(Organisation)], new() { Text = Words[random.Next(Words.Length)] }, Actor.Local, CancellationToken.None)),
        };

        string Country() => Countries[random.Next(Countries.Length)];
        (string, Func<Task>) List(string what, ListQuery query) => (what, () => workspace.Database.ListAsync(stays, query, Actor.Local, CancellationToken.None));
        static Dictionary<string, Condition> Where(params (string Field, object Value)[] conditions) => conditions.ToDictionary(pair => pair.Field, pair => new Condition { AnyOf = [pair.Value] });
    }

    private static void Report(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"{what,-20} {times.Count,4} requests  p50 {times[times.Count / 2],8:F1} ms  p95 {times[times.Count * 95 / 100],8:F1} ms  slowest {times[^1],8:F1} ms");
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Kakehashi.Bench;

/// <summary>
/// The product in a process of its own, with the demonstration university, asked for pages at a steady rate whether or
/// not earlier answers have come: what 50 people at once would see. Beside it the floor: the same rate of answers that
/// cost nothing (<c>/healthz</c>).
/// </summary>
internal static class LoadBench
{
    private const int Seconds = 20;

    private static readonly (string What, string Path)[] Pages =
    [
        ("home", "/ja"), ("home", "/en"),
        ("list", "/ja/mobility-periods"), ("list", "/en/agreements"), ("list", "/ja/organisations?page=3"),
        ("list, filtered", "/ja/mobility-periods?host_country=JP&level=master"), ("list, filtered", "/en/mobility-periods?nationality=FR&sort=started_on"),
        ("list, filtered", "/ja/agreements?state=in_force&sort=expires_on"),
        ("search", "/ja/search?q=%E5%A4%A7%E5%AD%A6"), ("search", "/en/search?q=university"), ("search", "/ja/organisations?q=%E7%A0%94%E7%A9%B6"),
        ("indicators", "/ja/indicators"), ("indicator", "/en/indicators/FL-01"), ("indicator", "/ja/indicators/AG-01"),
        ("world", "/ja/world"), ("place", "/en/countries/DE"), ("place", "/ja/regions/155"), ("assessments", "/ja/assessments"), ("quality", "/ja/quality"), ("open", "/en/open"),
        ("api", "/api/v1/organisations"), ("api", "/api/v1/mobility-periods?nationality=FR"),
    ];

    /// <summary>The president's page, which must answer on one core.</summary>
    private static readonly (string What, string Path)[] Board = [("board", "/ja/board"), ("board", "/en/board")];

    internal static async Task Run(string[] args)
    {
        var rate = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50;
        var folder = Directory.CreateTempSubdirectory("kakehashi-bench-").FullName;
        try
        {
            await MeasureAsync(Path.Combine(folder, "data"), rate);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string data, int rate)
    {
        var started = Stopwatch.StartNew();
        await using var program = await RunningProgram.StartAsync(data);
        var client = program.Client;
        Console.WriteLine($"answers {started.Elapsed.TotalSeconds:F2} s after its start");
        await program.AnsweredAsync("/en/sign-in");
        await program.BecomeAsync("administrator");
        await program.AnsweredAsync("/ja/indicators/FL-01");
        foreach (var (_, path) in Pages) await client.GetStringAsync(new Uri(path, UriKind.Relative));
        Report("floor", await Load(client, rate, [("floor", "/healthz")]));
        var times = await Load(client, rate, Pages);
        foreach (var group in times.GroupBy(time => time.What).OrderBy(group => group.Key)) Report(group.Key, [.. group]);
        Report("all", times);
        // the floor and the page on one core, as the budget of the president's page has it
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) program.Process.ProcessorAffinity = 1;
        foreach (var (_, path) in Board) await client.GetStringAsync(new Uri(path, UriKind.Relative));
        Report("floor, one core", await Load(client, rate, [("floor", "/healthz")]));
        Report("board, one core", await Load(client, rate, Board));
        Console.WriteLine($"board: {await WeightAsync(client.BaseAddress!, client, Board[0].Path) / 1000:N0} kB compressed, with styles and scripts");
        program.Process.Refresh();
        Console.WriteLine($"memory: {program.Process.WorkingSet64 >> 20} MB after the load");
    }

    /// <summary>The bytes of a page over the wire with its styles and scripts; what draws charts is loaded only where there is one, and the board draws its own.</summary>
    private static async Task<long> WeightAsync(Uri address, HttpClient signedIn, string path)
    {
        var page = await signedIn.GetStringAsync(new Uri(path, UriKind.Relative));
        using var packed = new MemoryStream();
        await using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)) await brotli.WriteAsync(System.Text.Encoding.UTF8.GetBytes(page));
        using var plain = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address };
        plain.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var weight = packed.Length;
        foreach (var part in page.Split('"').Where(part => part.StartsWith("/dist/", StringComparison.Ordinal)).Distinct())
            weight += (await plain.GetByteArrayAsync(new Uri(part, UriKind.Relative))).Length;
        return weight;
    }

    private static async Task<List<(string What, double Ms)>> Load(HttpClient client, int rate, (string What, string Path)[] pages)
    {
        var asked = new List<Task<(string, double)>>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < rate * Seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / rate);
            if (due - watch.Elapsed is { Ticks: > 0 } wait) await Task.Delay(wait);
            var (what, path) = pages[i % pages.Length];
            asked.Add(Ask(client, what, path, watch, due));
        }

        return [.. await Task.WhenAll(asked)];
    }

    /// <summary>From the moment the request was due, so that a program that falls behind does not look fast.</summary>
    private static async Task<(string, double)> Ask(HttpClient client, string what, string path, Stopwatch watch, TimeSpan due)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null);
        return (what, (watch.Elapsed - due).TotalMilliseconds);
    }

    private static void Report(string what, List<(string What, double Ms)> times)
    {
        times.Sort((one, other) => one.Ms.CompareTo(other.Ms));
        Console.WriteLine($"{what,-16} {times.Count,5} requests  p50 {times[times.Count / 2].Ms,7:F1} ms  p95 {times[times.Count * 95 / 100].Ms,7:F1} ms  slowest {times[^1].Ms,7:F1} ms");
    }
}

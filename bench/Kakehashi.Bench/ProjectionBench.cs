using System.Diagnostics;
using System.Globalization;
using Kakehashi.Analytics.Facts;
using Kakehashi.Kernel;
using Kakehashi.Tests.Analytics;

namespace Kakehashi.Bench;

/// <summary>A rebuild of mobility facts through the public projection, into a file.</summary>
internal static class ProjectionBench
{
    internal static void Run(string[] args)
    {
        var rows = 1000 * (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000);
        var folder = Directory.CreateTempSubdirectory("kakehashi-bench-");
        try
        {
            using var store = FactStore.Open(Path.Combine(folder.FullName, "facts.duckdb"), FactSchemas.All, YearStarts.Japan, new(2, "4GB"));
            var persons = Enumerable.Range(0, 50_000).Select(i => "p" + i.ToString("x12", CultureInfo.InvariantCulture)).ToArray();
            var countries = Enumerable.Range(0, 100).Select(i => $"{(char)('A' + i % 26)}{(char)('A' + i / 26)}").ToArray();
            var first = new DateOnly(2016, 4, 1);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var appended = TimeSpan.Zero;
            store.Project(1, p =>
            {
                var facts = p.Facts("mobility");
                facts.RemoveAll();
                for (var i = 0; i < rows; i++)
                {
                    var start = first.AddDays(i % 3650);
                    facts.Append(new(i, i % 33, start, start.AddDays(i % 300), start.AddDays(i % 90)), persons[i * 7L % persons.Length], i % 2 == 0 ? "in" : "out",
                        "student", "bachelor", null, "0613", countries[i % 100], "Western Europe", "JP", "female", (long)(i % 500),
                        "months_3_to_6", (long)(i % 300), 1L, 2.5m, null, null, true, null);
                }

                appended = watch.Elapsed;
            });
            var written = watch.Elapsed;
            var cpu = Process.GetCurrentProcess().TotalProcessorTime - before;
            watch.Restart();
            store.Project(2, p => p.Facts("mobility").Remove(Enumerable.Range(0, 1000).Select(i => (long)i * 97)));
            Console.WriteLine($"{rows:N0} facts of 17 columns projected in {written.TotalSeconds:F2} s: {rows / written.TotalSeconds:N0} a second (appending {appended.TotalSeconds:F2} s, processor {cpu.TotalSeconds:F2} s)");
            Console.WriteLine($"facts of 1,000 records removed in {watch.Elapsed.TotalMilliseconds:F0} ms");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

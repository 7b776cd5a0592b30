using System.Diagnostics;
using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Web;
using Kakehashi.Web.Demo;

namespace Kakehashi.Bench;

/// <summary>All facts of the demonstration with many stays projected anew from its records, and what the page of the quality of data then asks.</summary>
internal static class RebuildBench
{
    private const int StaysOfTheDemonstration = 50_000;
    private const int Times = 3;

    internal static async Task Run(string[] args)
    {
        var rows = 1000 * (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000);
        var keep = args.Length > 1 ? args[1] : null;
        var folder = keep ?? Directory.CreateTempSubdirectory("kakehashi-bench-").FullName;
        try
        {
            using var workspace = await Workspace.OpenAsync(Path.Combine(folder, "data"), Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types);
            if (await DemoUniversity.IsEmptyAsync(workspace, CancellationToken.None))
                await new DemoUniversity(workspace).FillAsync(Math.Max(1, rows / StaysOfTheDemonstration), null, CancellationToken.None);
            await Clock("catching up with all there is", () => workspace.Facts.AskAsync(TimeSpan.FromHours(1), CancellationToken.None));
            for (var i = 0; i < Times; i++) await Clock("rebuilding", () => workspace.Facts.RebuildAsync(CancellationToken.None));
            await Clock("all checks of records", () => workspace.Quality.CountsAsync(Period.Fiscal(workspace.Today.Year - 1), Actor.Local, CancellationToken.None));
            await Clock("all entries counted", () => workspace.Quality.EntriesAsync(Actor.Local, TimeSpan.FromHours(1), CancellationToken.None));
            await Clock("all facts counted", () => workspace.Quality.FillingsAsync(Actor.Local, TimeSpan.FromHours(1), CancellationToken.None));
        }
        finally
        {
            if (keep is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Clock(string what, Func<Task> work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await work();
        Console.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:F2} s (processor {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F2} s, memory {GC.GetTotalMemory(false) / 1048576:N0} MB)");
    }
}

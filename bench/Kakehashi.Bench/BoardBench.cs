using System.Diagnostics;
using System.Globalization;
using Kakehashi.Analytics.DuckDb;

namespace Kakehashi.Bench;

/// <summary>
/// The president's page of the demonstration when its facts hold millions of periods: asked the first time, when every
/// figure has to be worked out, and warm. Budget: warm under 300 ms over 10 million.
/// </summary>
internal static class BoardBench
{
    private const string Page = "/ja/board";

    internal static async Task Run(string[] args)
    {
        var rows = 1_000_000L * (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10);
        var folder = Directory.CreateTempSubdirectory("kakehashi-bench-").FullName;
        var data = Path.Combine(folder, "data");
        try
        {
            await using (var program = await RunningProgram.StartAsync(data)) await FirstAsync(program);
            AddPeriods(data, rows);
            await using (var program = await RunningProgram.StartAsync(data)) await MeasureAsync(program, rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(RunningProgram program, long rows)
    {
        var first = await FirstAsync(program);
        var floors = new List<double>();
        var times = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            floors.Add(await MillisecondsAsync(program, "/healthz"));
            times.Add(await MillisecondsAsync(program, Page));
        }

        floors.Sort();
        times.Sort();
        Console.WriteLine($"{rows:N0} periods: all figures of the home page and the board the first time {first:N0} ms; warm p50 {times[50]:F1} ms, p95 {times[95]:F1} ms, slowest {times[^1]:F1} ms; floor p50 {floors[50]:F1} ms, p95 {floors[95]:F1} ms");
        program.Process.Refresh();
        Console.WriteLine($"memory: {program.Process.WorkingSet64 >> 20} MB after it");
    }

    /// <summary>From signing in, which leads to the home page and so works out the same figures, until the board shows them.</summary>
    private static async Task<double> FirstAsync(RunningProgram program)
    {
        await program.AnsweredAsync("/en/sign-in");
        var watch = Stopwatch.StartNew();
        await program.BecomeAsync("administrator");
        while (!(await program.Client.GetStringAsync(new Uri(Page, UriKind.Relative))).Contains("class=\"spark\"", StringComparison.Ordinal)) await Task.Delay(50);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> MillisecondsAsync(RunningProgram program, string path)
    {
        var watch = Stopwatch.StartNew();
        await program.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>Periods of ten years in the units that the demonstration has, written straight into the facts.</summary>
    private static void AddPeriods(string data, long rows)
    {
        var watch = Stopwatch.StartNew();
        using var facts = DuckDbDatabase.Open(Directory.GetFiles(data, "facts.duckdb", SearchOption.AllDirectories).Single(), new(2, "6GB"));
        using var connection = facts.Connect();
        var year = TimeProvider.System.GetUtcNow().Year - 10;
        connection.Execute("CREATE TEMP TABLE _units AS SELECT row_number() OVER (ORDER BY unit) - 1 AS place, unit AS id FROM (SELECT DISTINCT unit FROM unit_tree)");
        connection.Execute($"""
            INSERT INTO mobility BY NAME
            SELECT 1000000000 + range AS record, id AS unit, day AS date, day + days::INTEGER AS until,
              year(day - INTERVAL 3 MONTH) AS fy, year(day - INTERVAL 3 MONTH) AS ay, year(day) AS cy, year(day) * 10 + quarter(day) AS cq,
              'p' || (hash(range * 16 + 2) % 500000) AS person, ['in', 'out'][1 + (hash(range * 16 + 3) % 2)::INTEGER] AS direction,
              ['student', 'student', 'student', 'researcher'][1 + (hash(range * 16 + 4) % 4)::INTEGER] AS kind,
              ['bachelor', 'master', 'doctoral'][1 + (hash(range * 16 + 5) % 3)::INTEGER] AS level,
              ['CN', 'FR', 'DE', 'US', 'KR', 'TH', 'GB', 'ID'][1 + (hash(range * 16 + 6) % 8)::INTEGER] AS country,
              ['JP', 'JP', 'CN', 'FR'][1 + (hash(range * 16 + 8) % 4)::INTEGER] AS nationality,
              ['female', 'male'][1 + (hash(range * 16 + 9) % 2)::INTEGER] AS sex, days,
              CASE WHEN days < 30 THEN 'under_1_month' WHEN days < 90 THEN 'months_1_to_3' WHEN days < 180 THEN 'months_3_to_6'
                   WHEN days < 360 THEN 'months_6_to_12' ELSE 'months_12_or_more' END AS duration_band,
              (hash(range * 16 + 11) % 5)::DECIMAL(18,4) AS credits, hash(range * 16 + 12) % 2 = 0 AS under_agreement
            FROM (SELECT range, hash(range * 16 + 1) % (SELECT count(*) FROM _units) AS of_unit, make_date({year}, 4, 1) + (hash(range * 16 + 13) % 3652)::INTEGER AS day,
                    (hash(range * 16 + 14) % 400)::BIGINT AS days FROM range({rows})) JOIN _units ON place = of_unit
            """);
        connection.Execute("DROP TABLE _units");
        connection.Execute("CHECKPOINT");
        Console.WriteLine($"{rows:N0} periods added to the facts of the demonstration in {watch.Elapsed.TotalSeconds:F1} s");
    }
}

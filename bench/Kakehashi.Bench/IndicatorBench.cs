using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Kakehashi.Analytics.DuckDb;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Filters;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Tests.Analytics;

namespace Kakehashi.Bench;

/// <summary>
/// Figures over many facts: what the evaluator adds to DuckDB itself, and all shipped indicators over ten years and 33
/// units. Targets: at most 1.3 times the plain SQL, and 30 s on two cores.
/// </summary>
internal static class IndicatorBench
{
    private const int Units = 33;
    private static readonly Period[] Years = [.. Enumerable.Range(2016, 10).Select(Period.Fiscal)];

    internal static void Run(string[] args)
    {
        var rows = 1_000_000L * (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10);
        var folder = Directory.CreateTempSubdirectory("kakehashi-bench-");
        try
        {
            using var store = FactStore.Open(Path.Combine(folder.FullName, "facts.duckdb"), FactSchemas.All, YearStarts.Japan, new(2, "6GB"));
            var watch = Stopwatch.StartNew();
            Generate(store, rows);
            Console.WriteLine($"DuckDB {DuckDbDatabase.LibraryVersion}, 2 threads; {rows:N0} mobility facts of {Units} units and {Years.Length} years made in {watch.Elapsed.TotalSeconds:F1} s");
            var reading = IndicatorCatalogue.Load(Folder(), FactSchemas.All);
            var evaluator = new Evaluator(store, reading.Catalogue ?? throw new InvalidOperationException(string.Join('\n', reading.Mistakes)));
            AgainstPlainSql(store, evaluator);
            AllIndicators(store, evaluator, reading.Catalogue);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AgainstPlainSql(FactStore store, Evaluator evaluator)
    {
        const string where = "fy IN (2016,2017,2018,2019,2020,2021,2022,2023,2024,2025) AND direction = 'in' AND kind = 'researcher'";
        var inUnits = string.Join(",", Enumerable.Range(1, Units));
        (string What, FigureQuery Query, string Sql)[] cases =
        [
            ("SF-12 in total, 10 years", new("SF-12", Years),
                $"SELECT fy, count(DISTINCT person), count(*) FROM mobility WHERE {where} GROUP BY fy"),
            ("SF-12 by 33 units, 10 years", new("SF-12", Years) { Units = [.. Enumerable.Range(1, Units).Select(i => (long)i)] },
                $"SELECT fy, unit, count(DISTINCT person), count(*) FROM mobility WHERE {where} AND unit IN ({inUnits}) GROUP BY fy, unit"),
            ("SF-12 by country, 10 years", new("SF-12", Years) { Breakdown = ["country"] },
                $"SELECT fy, country, count(DISTINCT person), count(*) FROM mobility WHERE {where} GROUP BY fy, country"),
        ];
        using var connection = store.Connect();
        foreach (var (what, query, sql) in cases)
        {
            var figures = 0;
            var (ours, plain) = Timing.Medians(9, () => figures = evaluator.Evaluate(query).Value!.Length, () => Drain(connection, sql));
            Console.WriteLine($"{what,-28} {figures,6:N0} figures {ours,7:F0} ms; plain SQL {plain,7:F0} ms; ratio {ours / plain:F2}");
        }
    }

    private static void AllIndicators(FactStore store, Evaluator evaluator, IndicatorCatalogue catalogue)
    {
        var units = Enumerable.Range(1, Units).Select(i => (long)i).ToList();
        var queries = catalogue.All.SelectMany(indicator => (FigureQuery[])[new(indicator.Code, Years), .. indicator.Dimensions.Contains("unit") ? [new FigureQuery(indicator.Code, Years) { Units = units }] : Array.Empty<FigureQuery>()]).ToList();
        var figures = 0;
        using var connection = store.Connect();
        var bare = Statements(catalogue, [null, units]);
        var (ours, plain) = Timing.Medians(3, () => figures = evaluator.EvaluateAll(queries).Sum(answer => answer.Value!.Length), () =>
        {
            foreach (var sql in bare) Drain(connection, sql.Sql, sql.Values);
        });
        Console.WriteLine($"{catalogue.All.Count} indicators x {Years.Length} years x ({Units} units + total): {figures:N0} figures {ours:F0} ms; their {bare.Count} statements alone {plain:F0} ms; ratio {ours / plain:F2}");
        var watch = Stopwatch.StartNew();
        units.Add(100);
        figures = evaluator.EvaluateAll(queries.Where(query => query.Units is not null)).Sum(answer => answer.Value!.Length);
        Console.WriteLine($"the same by unit, with a faculty above them rolled up: {figures:N0} figures in {watch.Elapsed.TotalSeconds:F1} s; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
    }

    /// <summary>What the evaluator asks DuckDB: each statement once, as it does.</summary>
    private static List<SqlText> Statements(IndicatorCatalogue catalogue, IReadOnlyList<long>?[] cuts)
    {
        var compiler = new MeasureSql(SqlDialect.DuckDb, YearStarts.Japan, new Dictionary<string, string> { [FilterValues.Home] = "JP" });
        Period[] withOneBefore = [Years[0].Plus(-1), .. Years];
        return [.. (from indicator in catalogue.All
                    from units in cuts
                    where units is null || indicator.Dimensions.Contains("unit")
                    from measure in new[] { indicator.Numerator, indicator.Denominator }.OfType<Measure>()
                    let periods = indicator.Type == IndicatorType.Growth ? withOneBefore : Years
                    let cut = new Cut(null, units, false, [])
                    select indicator.Spread is { } spread ? compiler.Spread(measure, periods, cut, spread) : compiler.Grouped(measure, periods, cut))
            .DistinctBy(sql => sql.Sql + string.Join('\0', sql.Values))];
    }

    private static void Drain(DuckDbConnection connection, string sql, IReadOnlyList<object?>? values = null)
    {
        using var reader = connection.Query(sql, values);
        while (reader.Read())
        {
        }
    }

    private static void Generate(FactStore store, long rows)
    {
        store.Project(1, p => p.ReplaceUnits(Enumerable.Range(1, Units).ToDictionary(i => (long)i, i => (long?)(i <= 8 ? 100 : 101))
            .Concat([new(100L, 102L), new(101L, 102L), new(102L, null)]).ToDictionary()));
        using var connection = store.Connect();
        // a hash of its own for each column keeps them independent of each other; ten fiscal years from 1 April 2016
        connection.Execute($"""
            INSERT INTO mobility BY NAME
            SELECT range AS record, 1 + hash(range * 16 + 1) % {Units} AS unit, day AS date, day + days::INTEGER AS until,
              year(day - INTERVAL 3 MONTH) AS fy, year(day - INTERVAL 3 MONTH) AS ay, year(day) AS cy, year(day) * 10 + quarter(day) AS cq,
              'p' || (hash(range * 16 + 2) % 500000) AS person, ['in', 'out'][1 + (hash(range * 16 + 3) % 2)::INTEGER] AS direction,
              ['student', 'student', 'student', 'researcher'][1 + (hash(range * 16 + 4) % 4)::INTEGER] AS kind,
              ['bachelor', 'master', 'doctoral'][1 + (hash(range * 16 + 5) % 3)::INTEGER] AS level,
              chr((65 + hash(range * 16 + 6) % 10)::INTEGER) || chr((65 + hash(range * 16 + 7) % 12)::INTEGER) AS country,
              ['JP', 'JP', 'CN', 'FR'][1 + (hash(range * 16 + 8) % 4)::INTEGER] AS nationality,
              ['female', 'male'][1 + (hash(range * 16 + 9) % 2)::INTEGER] AS sex, hash(range * 16 + 10) % 400 AS organisation, days,
              CASE WHEN days < 30 THEN 'under_1_month' WHEN days < 90 THEN 'months_1_to_3' WHEN days < 180 THEN 'months_3_to_6'
                   WHEN days < 360 THEN 'months_6_to_12' ELSE 'months_12_or_more' END AS duration_band,
              (hash(range * 16 + 11) % 5)::DECIMAL(18,4) AS credits, hash(range * 16 + 12) % 2 = 0 AS under_agreement
            FROM (SELECT range, DATE '2016-04-01' + (hash(range * 16 + 13) % 3652)::INTEGER AS day, (hash(range * 16 + 14) % 400)::BIGINT AS days FROM range({rows}))
            """);
        connection.Execute($"""
            INSERT INTO student_headcount BY NAME
            SELECT row_number() OVER () AS record, unit, make_date(year, 5, 1) AS date, year AS fy, year AS ay, year AS cy, year * 10 + 2 AS cq,
              nationality, level, sex, TRUE AS degree_seeking, 5 + hash(unit, year, nationality, level, sex) % 90 AS persons
            FROM (SELECT 1 + range AS unit FROM range({Units})), (SELECT 2015 + range AS year FROM range(11)),
              (SELECT unnest(['JP', 'CN', 'FR', 'US', 'KR', 'DE']) AS nationality), (SELECT unnest(['bachelor', 'master', 'doctoral']) AS level),
              (SELECT unnest(['female', 'male']) AS sex)
            """);
        connection.Execute("INSERT INTO staff_headcount BY NAME SELECT record, unit, date, fy, ay, cy, cq, nationality, sex, persons, ['academic', 'administrative'][1 + (hash(record) % 2)::INTEGER] AS category FROM student_headcount");
        connection.Execute("INSERT INTO agreement BY NAME SELECT record, unit, date, date + 1000 AS until, fy, ay, cy, cq, country, level FROM mobility LIMIT 5000");
        connection.Execute("CHECKPOINT");
    }

    private static string Folder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../catalogue/indicators"));
}

using Kakehashi.Bench;

// dotnet run -c Release --project bench/Kakehashi.Bench -- <name> [options]
(string Name, string About, Action<string[]> Run)[] benches =
[
    ("indicators", "figures over 10M facts against the same SQL sent straight to DuckDB [rows in millions, default 10]", IndicatorBench.Run),
    ("projection", "facts appended to the store per second [rows in thousands, default 1000]", ProjectionBench.Run),
];

var chosen = benches.FirstOrDefault(bench => bench.Name == args.FirstOrDefault());
if (chosen.Run is null)
{
    foreach (var (name, about, _) in benches) Console.WriteLine($"{name,-12} {about}");
    return args.Length == 0 ? 0 : 1;
}

chosen.Run(args[1..]);
return 0;

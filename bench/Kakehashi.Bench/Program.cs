using Kakehashi.Bench;

// dotnet run -c Release --project bench/Kakehashi.Bench -- <name> [options]
(string Name, string About, Func<string[], Task> Run)[] benches =
[
    ("indicators", "figures over 10M facts against the same SQL sent straight to DuckDB [rows in millions, default 10]", Done(IndicatorBench.Run)),
    ("projection", "facts appended to the store per second [rows in thousands, default 1000]", Done(ProjectionBench.Run)),
    ("rebuild", "all facts projected anew from the records of the demonstration with many stays [stays in thousands, default 1000; folder to keep]", RebuildBench.Run),
    ("import", "a mobility file imported with checks and history, against bare prepared inserts of the same rows [rows in thousands, default 1000]", ImportBench.Run),
    ("load", "pages, lists, searches and the API of the demonstration at a steady rate [requests per second, default 50]", LoadBench.Run),
    ("board", "the page for who leads over millions of periods, the first time and warm [periods in millions, default 10]", BoardBench.Run),
    ("suppression", "a table of 50 x 40 protected and audited, against one pass over its cells and one maximum flow for each [rows and columns, default 50 40]", Done(SuppressionBench.Run)),
    ("screening", "listed names with a letter wrong, names that are on no list, katakana, and 100,000 names on two cores; the lists of the shared data folder [--show]", ScreeningBench.Run),
    ("guidelines", "all rules of the model guideline asked of many agreements, against reading what they are asked of [agreements in thousands, default 100]", Done(GuidelineBench.Run)),
    ("documents", "agreements drafted as Word documents, against the bare copying of the template [exchange terms, default 20]", Done(DocumentBench.Run)),
    ("agreements", "a store of many agreements: all rules of all of them, the check of one, the board and the lists as pages [agreements in thousands, default 100; folder to keep]", AgreementBench.Run),
    ("lists", "lists, filters and search over a large database [rows in thousands, default 10000; folder to keep]", ListBench.Run),
    ("names", "names with one or two letters wrong among many, against pg_trgm and the trigrams of FTS5 [names in thousands, default 1000]", NamesBench.Run),
    ("affiliations", "institutions named by free texts of authors: precision, recall and F1 on rows that were read while it was written and on those held out", AffiliationBench.Run),
];

var chosen = benches.FirstOrDefault(bench => bench.Name == args.FirstOrDefault());
if (chosen.Run is null)
{
    foreach (var (name, about, _) in benches) Console.WriteLine($"{name,-12} {about}");
    return args.Length == 0 ? 0 : 1;
}

await chosen.Run(args[1..]);
return 0;

static Func<string[], Task> Done(Action<string[]> run) => args =>
{
    run(args);
    return Task.CompletedTask;
};

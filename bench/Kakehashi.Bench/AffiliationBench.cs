using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using Kakehashi.Matching.Entities;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Partnerships.Registry;
using Kakehashi.TestServers;

namespace Kakehashi.Bench;

/// <summary>
/// Free texts of authors with the institutions they name, as people read them. The rows of a file that are judged are split by turns: the
/// first, third and so on (even by their number from 0) were read while the rules were written, the others never.
/// </summary>
internal static class AffiliationBench
{
    private const string None = "NP";

    private sealed record Text(string Words, HashSet<string> Meant);

    /// <summary>Of all institutions that are meant and of all that are named, how many are the same.</summary>
    private sealed record Counts(int Rows, int Right, int Named, int Meant)
    {
        private double Precision => (double)Right / Named;

        private double Recall => (double)Right / Meant;

        public override string ToString() => $"{Rows,5:N0} rows  precision {Precision:F3}  recall {Recall:F3}  F1 {2 * Precision * Recall / (Precision + Recall):F3}";
    }

    internal static async Task Run(string[] args)
    {
        if (RegistryNames.File is null || !Directory.Exists(Path.Combine(SharedData.Folder!, "affiliations")))
        {
            Console.WriteLine($"not measured: {RegistryNames.Missing}");
            return;
        }

        var watch = Stopwatch.StartNew();
        var known = (await RegistryDump.ReadAsync(RegistryNames.File, CancellationToken.None)).Value!.Where(entry => entry.Status == OrganisationStatus.Active).Select(entry => entry.Entity).ToList();
        Console.WriteLine($"read: {known.Count:N0} institutions in {watch.Elapsed.TotalSeconds:F1} s");
        watch.Restart();
        var affiliations = new Affiliations(EntityNames.Of(known));
        Console.WriteLine($"index: {watch.Elapsed.TotalSeconds:F1} s");
        Console.WriteLine("Judged are rows whose institutions are all in the file of the registry, which is partial. A wrong answer is one named wrongly and one missed.");
        Console.WriteLine("first: of rows that mean one, the surest answer counts; of rows that mean several, all answers. all: all answers of all rows.");
        var ids = known.Select(one => one.Id).ToHashSet();
        foreach (var file in Directory.GetFiles(Path.Combine(SharedData.Folder!, "affiliations"), "*.csv").Order(StringComparer.Ordinal))
            Report(Path.GetFileNameWithoutExtension(file), affiliations, ids, [.. Rows(file)]);
    }

    private static void Report(string file, Affiliations affiliations, HashSet<string> ids, List<Text> rows)
    {
        var judged = rows.FindAll(row => row.Meant.Count > 0 && row.Meant.All(ids.Contains));
        foreach (var part in judged.Index().GroupBy(row => row.Index % 2, row => row.Item))
        {
            var read = part.ToList();
            var watch = Stopwatch.StartNew();
            var answers = read.ConvertAll(row => affiliations.In(row.Words).Select(match => match.Entity.Id).ToList());
            Console.WriteLine($"{file + (part.Key == 0 ? ", even rows (read)" : ", odd rows (held out)"),-38} first {Count(read, answers, isFirst: true)}  ({watch.Elapsed.TotalMilliseconds / read.Count:F2} ms a row)");
            Console.WriteLine($"{"",-38} all   {Count(read, answers, isFirst: false)}");
        }

        if (rows.FindAll(row => row.Meant.Count == 0) is { Count: > 0 } nobody)
            Console.WriteLine($"{file + ", none is meant",-38} {nobody.Count} rows, {nobody.Count(row => affiliations.In(row.Words).Count == 0) / (double)nobody.Count:P1} without an answer");
    }

    private static Counts Count(List<Text> rows, List<List<string>> answers, bool isFirst)
    {
        var counts = new Counts(rows.Count, 0, 0, rows.Sum(row => row.Meant.Count));
        foreach (var (row, all) in rows.Zip(answers))
        {
            var named = isFirst && row.Meant.Count == 1 ? all.Take(1).ToList() : all;
            counts = counts with { Right = counts.Right + named.Count(row.Meant.Contains), Named = counts.Named + named.Count };
        }

        return counts;
    }

    private static IEnumerable<Text> Rows(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        while (csv.Read())
        {
            var meant = csv.GetField(1)!;
            yield return new(csv.GetField(0)!, meant == None ? [] : [.. meant.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        }
    }
}

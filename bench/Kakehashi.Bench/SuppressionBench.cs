using Kakehashi.Analytics.Disclosure;

namespace Kakehashi.Bench;

/// <summary>
/// Disclosure control on a table as skewed as those of universities: few large cells, many of 1 to 4. The floor is the
/// attack alone, on the pattern that was chosen: two maximum flows for each hidden cell, which no method can do without.
/// </summary>
internal static class SuppressionBench
{
    private const int Runs = 5;

    internal static void Run(string[] args)
    {
        var (rows, columns) = (args.Length > 0 ? int.Parse(args[0], null) : 50, args.Length > 1 ? int.Parse(args[1], null) : 40);
        var tables = Skewed(rows, columns);
        var protection = new Protection(5);
        var pattern = Suppression.Choose(tables, protection);
        var hidden = pattern.Hidden.Sum(cell => tables.Cells[cell].Value);
        Console.WriteLine($"{rows} x {columns} with margins: {tables.Cells.Count} cells, {tables.Cells.Count(cell => cell.Value == 0)} of them 0");
        Console.WriteLine($"hidden {pattern.Hidden.Count}: {pattern.Sensitive} sensitive, {pattern.Secondary} to protect them; {100.0 * hidden / tables.Cells.Sum(cell => cell.Value):F1} % of all that is counted; safe: {pattern.Audit.IsSafe}");
        var (choosing, auditing) = Timing.Medians(Runs, () => Suppression.Choose(tables, protection), () => Audit.OfSuppression(tables, pattern.Hidden, protection));
        Console.WriteLine($"chosen and audited {choosing,8:F1} ms");
        Console.WriteLine($"attack alone       {auditing,8:F1} ms   {choosing / auditing:F2} x");
        long sum = 0;
        var (rounded, read) = Timing.Medians(Runs, () => Audit.OfRounding(tables, new(5), 5), () => sum += tables.Cells.Sum(cell => cell.Value));
        Console.WriteLine($"rounding audited   {rounded,8:F1} ms");
        Console.WriteLine($"reading the cells  {read,8:F3} ms   ({sum})");
    }

    /// <summary>Countries by schools: a few of both have most of the students.</summary>
    private static PublishedTables Skewed(int rows, int columns)
    {
        var (tables, random) = (new PublishedTables(), new Random(20260401));
        var inner = new long[rows, columns];
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
                inner[r, c] = (long)(400.0 / (1 + r) / Math.Sqrt(1 + c) * -Math.Log(1 - random.NextDouble()));
        var cells = new int[rows, columns];
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++) cells[r, c] = tables.Add("", inner[r, c]);
        var ofRows = Enumerable.Range(0, rows).Select(r => tables.Add("", Enumerable.Range(0, columns).Sum(c => inner[r, c]))).ToArray();
        var ofColumns = Enumerable.Range(0, columns).Select(c => tables.Add("", Enumerable.Range(0, rows).Sum(r => inner[r, c]))).ToArray();
        for (var r = 0; r < rows; r++) tables.AddSum(ofRows[r], [.. Enumerable.Range(0, columns).Select(c => cells[r, c])]);
        for (var c = 0; c < columns; c++) tables.AddSum(ofColumns[c], [.. Enumerable.Range(0, rows).Select(r => cells[r, c])]);
        tables.AddSum(tables.Add("", inner.Cast<long>().Sum()), ofRows);
        return tables;
    }
}

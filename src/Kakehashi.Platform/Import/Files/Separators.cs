namespace Kakehashi.Platform.Import.Files;

/// <summary>Finds the separator of a text by looking at its first lines.</summary>
internal static class Separators
{
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The one that divides most lines into the same number of cells; a comma where none does.</summary>
    internal static char Find(string sample, char quote)
    {
        var best = (Separator: ',', Lines: 0, Cells: 0);
        foreach (var candidate in Candidates)
        {
            var usual = Counts(sample, candidate, quote).Where(n => n > 0).GroupBy(n => n).MaxBy(g => (g.Count(), g.Key));
            if (usual is null) continue;
            var found = (candidate, usual.Count(), usual.Key);
            if (found.Item2 > best.Lines || (found.Item2 == best.Lines && found.Key > best.Cells)) best = found;
        }

        return best.Separator;
    }

    private static List<int> Counts(string sample, char separator, char quote)
    {
        var counts = new List<int>();
        var (count, isQuoted, isEmpty) = (0, false, true);
        foreach (var c in sample)
        {
            if (c == quote) isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (c is '\n' or '\r')
            {
                if (!isEmpty) counts.Add(count);
                (count, isEmpty) = (0, true);
                if (counts.Count == 50) return counts;
                continue;
            }

            isEmpty = false;
            if (c == separator) count++;
        }

        // the last line may be cut off, unless it is the only one
        if (counts.Count == 0) counts.Add(count);
        return counts;
    }
}

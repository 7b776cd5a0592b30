namespace Kakehashi.Platform.Api;

/// <summary>Which known name somebody meant who wrote one that is not known.</summary>
internal static class NearestName
{
    private const int Longest = 100;

    /// <summary>The name with the fewest letters to change, where these are few enough to be a slip; else null.</summary>
    public static string? To(string wrong, IEnumerable<string> names)
    {
        if (wrong.Length > Longest) return null;
        var most = Math.Max(2, wrong.Length / 3);
        return names.Select(name => (name, changes: Changes(wrong, name)))
            .Where(pair => pair.changes <= most)
            .OrderBy(pair => pair.changes).ThenBy(pair => pair.name, StringComparer.Ordinal)
            .Select(pair => pair.name).FirstOrDefault();
    }

    /// <summary>The Levenshtein distance, without regard to case and to hyphens for underscores.</summary>
    private static int Changes(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = corner + (Fold(one[i - 1]) == Fold(other[j - 1]) ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    private static char Fold(char c) => c == '-' ? '_' : char.ToLowerInvariant(c);
}

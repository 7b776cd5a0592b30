using System.Collections.Frozen;

namespace Kakehashi.Matching.Normalising;

/// <summary>What institutions are, in Chinese characters, in the words that their Latin names have for it: 工科大学 is university technology.</summary>
internal static class HanWords
{
    private static readonly FrozenDictionary<string, string> Words = Table.Lines("han-words").Select(line => line.Split(' ', 2))
        .ToFrozenDictionary(parts => NameReader.FoldHan(parts[0]), parts => parts[1], StringComparer.Ordinal);

    private static readonly int Longest = Words.Keys.Max(key => key.Length);

    /// <summary>The words as names have them: what says what an institution is, not which one.</summary>
    public static FrozenSet<string> OfKinds { get; } = Words.Values.SelectMany(words => Name.Of(words).Words).Select(word => word.Text).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A run of Chinese characters, translated; null where a part of it is in no table: names are never translated.</summary>
    public static string? Translate(string run)
    {
        var folded = NameReader.FoldHan(run);
        // the words that end at each character, the longest word first
        var best = new string?[folded.Length + 1];
        best[0] = "";
        for (var end = 1; end <= folded.Length; end++)
        {
            for (var length = Math.Min(Longest, end); length > 0 && best[end] is null; length--)
            {
                if (best[end - length] is { } before && Words.TryGetValue(folded.Substring(end - length, length), out var word)) best[end] = $"{before} {word}";
            }
        }

        return best[^1]?.Trim();
    }
}

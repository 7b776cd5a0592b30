using System.Globalization;
using System.Text;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Search;

/// <summary>
/// How a text becomes the words that it is found by, the same on every store: after NFKC and without marks and case, a
/// run of Han or kana becomes its overlapping pairs of characters (so that words of two characters are found), any
/// other run of letters and digits stays a word.
/// </summary>
public static class SearchText
{
    /// <summary>Words beyond are not indexed: PostgreSQL counts positions up to 16,383.</summary>
    private const int MostWords = 16_000;

    /// <summary>A longer run of Latin letters is found by its beginning.</summary>
    private const int LongestWord = 64;

    private const int MostPhrases = 16;

    /// <summary>The words of a text, in order, separated by spaces.</summary>
    public static string Words(string text) => string.Join(' ', Runs(text).SelectMany(run => Pieces(run, isQuery: false)).Take(MostWords));

    /// <summary>
    /// What must be found for a query: one phrase per run, each a list of words that stand side by side. The last word
    /// of a Latin run may be the beginning of a longer one.
    /// </summary>
    public static IReadOnlyList<Phrase> Query(string text) =>
        [.. Runs(text).Take(MostPhrases).Select(run => new Phrase([.. Pieces(run, isQuery: true)], !IsPaired(run[0]) || run.Count == 1))];

    /// <summary>Words that stand side by side.</summary>
    /// <param name="Words">At least one.</param>
    /// <param name="IsPrefix">The last word may be the beginning of a longer one.</param>
    public sealed record Phrase(IReadOnlyList<string> Words, bool IsPrefix);

    private static IEnumerable<string> Pieces(List<Rune> run, bool isQuery)
    {
        if (!IsPaired(run[0]))
        {
            yield return string.Concat(run.Take(LongestWord));
            yield break;
        }

        for (var i = 0; i + 1 < run.Count; i++) yield return $"{run[i]}{run[i + 1]}";
        // the last character alone lets a query of one character find it as the beginning of a pair
        if (!isQuery || run.Count == 1) yield return run[^1].ToString();
    }

    /// <summary>Letters and digits of one way of writing that stand side by side.</summary>
    private static IEnumerable<List<Rune>> Runs(string text)
    {
        var run = new List<Rune>();
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            var isPart = Rune.IsLetterOrDigit(rune) || rune.Value is 0x3099 or 0x309a;
            if (run.Count > 0 && (!isPart || IsPaired(rune) != IsPaired(run[0])))
            {
                yield return run;
                run = [];
            }

            if (isPart) run.Add(rune);
        }

        if (run.Count > 0) yield return run;
    }

    /// <summary>NFKC, small letters, Latin marks taken off (é → e); kana keep their voicing marks.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in StorableText.Of(text).Normalize(NormalizationForm.FormKC).Normalize(NormalizationForm.FormD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark || rune.Value is 0x3099 or 0x309a) folded.Append(Rune.ToLowerInvariant(rune));
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Scripts that write without spaces: kana, Han and what Unicode adds to Han in its second and third plane.</summary>
    private static bool IsPaired(Rune rune) => rune.Value
        is (>= 0x3005 and <= 0x3007) or (>= 0x3040 and <= 0x30ff) or (>= 0x3400 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff);
}

using System.Globalization;
using System.Text;

namespace Kakehashi.Platform.Search;

/// <summary>
/// How a text becomes the words that it is found by, the same on every store: after NFKC and without marks and case, a
/// run of Han or kana becomes its overlapping pairs of characters (so that words of two characters are found), any
/// other run of letters and digits stays a word.
/// </summary>
public static class SearchText
{
    /// <summary>The words of a text, in order, separated by spaces.</summary>
    public static string Words(string text) => string.Join(' ', Runs(text).SelectMany(run => Pieces(run, isQuery: false)));

    /// <summary>
    /// What must be found for a query: one phrase per run, each a list of words that stand side by side. The last word
    /// of a Latin run may be the beginning of a longer one.
    /// </summary>
    public static IReadOnlyList<Phrase> Query(string text) =>
        [.. Runs(text).Take(16).Select(run => new Phrase([.. Pieces(run, isQuery: true)], !IsPaired(run[0]) || run.Length == 1))];

    /// <summary>Words that stand side by side.</summary>
    /// <param name="Words">At least one.</param>
    /// <param name="IsPrefix">The last word may be the beginning of a longer one.</param>
    public sealed record Phrase(IReadOnlyList<string> Words, bool IsPrefix);

    private static IEnumerable<string> Pieces(string run, bool isQuery)
    {
        if (!IsPaired(run[0]))
        {
            yield return run;
            yield break;
        }

        for (var i = 0; i + 1 < run.Length; i++) yield return run.Substring(i, 2);
        // the last character alone lets a query of one character find it as the beginning of a pair
        if (!isQuery || run.Length == 1) yield return run[^1..];
    }

    private static IEnumerable<string> Runs(string text)
    {
        var folded = Fold(text);
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[i]) && !char.IsSurrogate(folded[i]))
            {
                i++;
                continue;
            }

            var from = i++;
            while (i < folded.Length && (char.IsLetterOrDigit(folded[i]) || char.IsSurrogate(folded[i])) && IsPaired(folded[i]) == IsPaired(folded[from])) i++;
            yield return folded[from..i];
        }
    }

    /// <summary>NFKC, small letters, Latin marks taken off (é → e); kana keep their voicing marks.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark || c is '\u3099' or '\u309a') folded.Append(char.ToLowerInvariant(c));
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Scripts that write without spaces.</summary>
    private static bool IsPaired(char c) => c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or (>= '\ud800' and <= '\udfff') or '々' or 'ー';
}

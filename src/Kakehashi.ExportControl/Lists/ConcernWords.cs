using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.ExportControl.Lists;

/// <summary>Types of concern in the words and letters of METI: <c>生物、化学</c> and <c>B,C</c>, often both in one cell.</summary>
internal static partial class ConcernWords
{
    /// <summary>What a cell states in Japanese and in Latin letters, and what of it is neither; empty where all is understood.</summary>
    internal static (ConcernTypes Japanese, ConcernTypes Latin, string Unread) Read(string cell)
    {
        var text = cell.Normalize(NormalizationForm.FormKC);
        var (japanese, latin) = (ConcernTypes.None, ConcernTypes.None);
        foreach (var word in Word().EnumerateMatches(text))
        {
            var first = text[word.Index];
            if (char.IsAscii(first)) latin |= Of(first);
            else japanese |= Of(first);
        }

        return (japanese, latin, Separator().Replace(Word().Replace(text, ""), ""));
    }

    /// <summary>True for the words, false for an empty cell, null for other words.</summary>
    internal static bool? Conventional(string? cell) =>
        ListText.OneLine(cell)?.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal) switch
        {
            null => false,
            "通常兵器CW" or "通常兵器" or "CW" => true,
            _ => null,
        };

    private static ConcernTypes Of(char first) => first switch
    {
        '生' or 'B' or 'b' => ConcernTypes.Biological,
        '化' or 'C' or 'c' => ConcernTypes.Chemical,
        'ミ' or 'M' or 'm' => ConcernTypes.Missiles,
        _ => ConcernTypes.Nuclear,
    };

    [GeneratedRegex("生物(?:兵器)?|化学(?:兵器)?|ミサイル|核(?:兵器)?|Biological|Chemical|Missiles?|Nuclear|(?<![A-Za-z])[BCMN](?![A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\s,、。・;/]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}

using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Matching.Normalising;

/// <summary>What katakana may stand for beside their sound: letters spelt out (ケーエスピー is KSP), and words for legal forms.</summary>
public static partial class KanaReadings
{
    // the longer first: エックス before エ
    private static readonly (string Kana, char Letter)[] Names =
    [
        ("ダブリュー", 'W'), ("ダブリュ", 'W'), ("エックス", 'X'), ("エイチ", 'H'), ("エッチ", 'H'), ("ジェイ", 'J'), ("ジェー", 'J'), ("アール", 'R'), ("キュー", 'Q'), ("ゼット", 'Z'),
        ("ティー", 'T'), ("ディー", 'D'), ("ヴィー", 'V'), ("ブイ", 'V'), ("エー", 'A'), ("エイ", 'A'), ("ビー", 'B'), ("シー", 'C'), ("イー", 'E'), ("エフ", 'F'), ("ジー", 'G'),
        ("ティ", 'T'), ("ディ", 'D'), ("シイ", 'C'), ("アイ", 'I'), ("ケー", 'K'), ("ケイ", 'K'), ("エル", 'L'), ("エム", 'M'), ("エヌ", 'N'), ("オー", 'O'), ("ピー", 'P'), ("エス", 'S'), ("ユー", 'U'), ("ワイ", 'Y'),
    ];

    /// <summary>Other ways to read a text with katakana; none of one without.</summary>
    public static IEnumerable<string> Of(string text)
    {
        if (!Run().IsMatch(text)) yield break;
        var plain = text.Normalize(NormalizationForm.FormKC);
        var spelt = Run().Replace(plain, match => Letters(match.Value) ?? match.Value);
        if (spelt != plain) yield return spelt;
        var bare = LegalForm().Replace(plain, "");
        if (bare != plain) yield return bare;
    }

    private static string? Letters(string run)
    {
        var letters = new StringBuilder();
        for (var at = 0; at < run.Length;)
        {
            if (run[at] == '・')
            {
                at++;
                continue;
            }

            var name = Array.Find(Names, one => run.AsSpan(at).StartsWith(one.Kana, StringComparison.Ordinal));
            if (name.Kana is null) return null;
            letters.Append(name.Letter);
            at += name.Kana.Length;
        }

        return letters.Length < 2 ? null : letters.ToString();
    }

    [GeneratedRegex("(?<=[\u30a1-\u30fc]{2})(?:コーポレーション|カンパニー|リミテッド|インコーポレーテッド|インク)(?![\u30a1-\u30fc])")]
    private static partial Regex LegalForm();

    [GeneratedRegex("[\u30a1-\u30fc\uff66-\uff9f]+")]
    private static partial Regex Run();
}

using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Matching.Normalising;

/// <summary>
/// What katakana may stand for beside their sound: letters spelt out (ケーエスピー is KSP), loanwords (サイエンス is science) glued to
/// each other and to names, and words for legal forms; and what stands beside them in Chinese characters (工科大学 is university technology).
/// </summary>
public static partial class KanaReadings
{
    /// <summary>What it takes to read a part so; the reading that takes least is given, if it takes less than to read none of it.</summary>
    private const double OfAWord = 1, OfAShortWord = 2, OfALetter = 1.5, OfAnUnknown = 2, OfAnUnknownKana = 0.6;

    private const int Short = 2;

    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["ダブリュー"] = "W",
        ["ダブリュ"] = "W",
        ["ダブル"] = "W",
        ["エックス"] = "X",
        ["エイチ"] = "H",
        ["エッチ"] = "H",
        ["ジェイ"] = "J",
        ["ジェー"] = "J",
        ["アール"] = "R",
        ["キュー"] = "Q",
        ["ゼット"] = "Z",
        ["ティー"] = "T",
        ["テイー"] = "T",
        ["ディー"] = "D",
        ["デイー"] = "D",
        ["ヴィー"] = "V",
        ["ブイ"] = "V",
        ["エー"] = "A",
        ["エイ"] = "A",
        ["ビー"] = "B",
        ["ビイ"] = "B",
        ["シー"] = "C",
        ["シイ"] = "C",
        ["シィ"] = "C",
        ["シイー"] = "C",
        ["イー"] = "E",
        ["エフ"] = "F",
        ["ジー"] = "G",
        ["ジイ"] = "G",
        ["ティ"] = "T",
        ["ディ"] = "D",
        ["デイ"] = "D",
        ["アイ"] = "I",
        ["ケー"] = "K",
        ["ケイ"] = "K",
        ["エル"] = "L",
        ["エム"] = "M",
        ["エヌ"] = "N",
        ["オー"] = "O",
        ["ピー"] = "P",
        ["エス"] = "S",
        ["ユー"] = "U",
        ["ワイ"] = "Y",
        ["アンド"] = "&",
        ["アンドゥ"] = "&",
        ["ツー"] = "2",
        ["スリー"] = "3",
    };

    private static readonly FrozenDictionary<string, string> Words = Table.Lines("kana-words").Select(line => line.Split(' ')).ToFrozenDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static readonly int Longest = Words.Keys.Concat(Letters.Keys).Max(key => key.Length);

    /// <summary>Other ways to read a text with katakana; none of one without.</summary>
    public static IEnumerable<string> Of(string text)
    {
        if (!Run().IsMatch(text)) yield break;
        var plain = text.Normalize(NormalizationForm.FormKC);
        var spelt = Run().Replace(plain, match => Read(match.Value));
        if (spelt != plain) yield return spelt;
        // ミュンヘン工科大学: of which kind is translated, which one is left to its sound
        var called = InWords(plain);
        if (called != plain) yield return called;
        if (spelt != plain && InWords(spelt) is var whole && whole != spelt) yield return whole;
        var bare = LegalForm().Replace(plain, "");
        if (bare == plain) yield break;
        yield return bare;
        var both = Run().Replace(bare, match => Read(match.Value));
        if (both != bare) yield return both;
    }

    private static string InWords(string text) => HanRun().Replace(text, match => HanWords.Translate(match.Value) is { } words ? $" {words} " : match.Value);

    private static string Read(string run)
    {
        var parts = run.Split('・').Where(part => part.Length > 0).Select(Parts).ToList();
        return parts.All(part => part is [{ IsUnknown: true }]) ? run : Joined([.. parts.SelectMany(part => part)]);
    }

    /// <summary>Letters stand together: A &amp; D is A&amp;D.</summary>
    private static string Joined(IReadOnlyList<Part> parts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0 && !(parts[i].IsLetter && parts[i - 1].IsLetter)) text.Append(' ');
            text.Append(parts[i].Text);
        }

        return text.ToString();
    }

    /// <summary>The parts that take least, from the end to the beginning.</summary>
    private static List<Part> Parts(string run)
    {
        var best = new (double Cost, int Length, Part Part)[run.Length + 1];
        for (var at = run.Length - 1; at >= 0; at--)
        {
            best[at] = (OfAnUnknown + (OfAnUnknownKana * (run.Length - at)), run.Length - at, new(run[at..], IsUnknown: true));
            for (var length = Short; length <= Math.Min(Longest, run.Length - at); length++)
            {
                var kana = run.Substring(at, length);
                if (Words.TryGetValue(kana, out var word)) Take(at, length, length > Short ? OfAWord : OfAShortWord, new(word));
                if (Letters.TryGetValue(kana, out var letter)) Take(at, length, OfALetter, new(letter, IsLetter: true));
            }

            // what is unknown may end where something known begins
            for (var length = Short; length < run.Length - at; length++)
                if (!best[at + length].Part.IsUnknown) Take(at, length, OfAnUnknown + (OfAnUnknownKana * length), new(run.Substring(at, length), IsUnknown: true));
        }

        var parts = new List<Part>();
        for (var at = 0; at < run.Length; at += best[at].Length) parts.Add(best[at].Part);
        return parts;

        void Take(int at, int length, double cost, Part part)
        {
            if (cost + best[at + length].Cost < best[at].Cost) best[at] = (cost + best[at + length].Cost, length, part);
        }
    }

    private readonly record struct Part(string Text, bool IsLetter = false, bool IsUnknown = false);

    [GeneratedRegex("(?<=[\u30a1-\u30fc]{2})(?:コーポレーション|カンパニー|カンパニーリミテド|リミテッド|リミテド|インコーポレーテッド|インコーポレイテッド|インク)(?![\u30a1-\u30fc])")]
    private static partial Regex LegalForm();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex HanRun();

    [GeneratedRegex("[\u30a1-\u30fc\uff66-\uff9f]+")]
    private static partial Regex Run();
}

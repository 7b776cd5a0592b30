using System.Collections.Frozen;
using System.Text;

namespace Kakehashi.Matching.Normalising;

/// <summary>
/// Kana in Latin letters as <see cref="Romaji"/> writes them, with the kana for foreign sounds (ファ, ティ, ヴ). Readings of kanji
/// are never guessed.
/// </summary>
internal static class Kana
{
    private const char Small = 'ャ', LongVowel = 'ー', Doubled = 'ッ', N = 'ン';

    // Kunrei, which Romaji folds all others to; foreign sounds as they are spoken
    private static readonly FrozenDictionary<string, string> Sounds = Spell(
        ("アイウエオ", "a i u e o"), ("カキクケコ", "ka ki ku ke ko"), ("サシスセソ", "sa si su se so"), ("タチツテト", "ta ti tu te to"), ("ナニヌネノ", "na ni nu ne no"),
        ("ハヒフヘホ", "ha hi hu he ho"), ("マミムメモ", "ma mi mu me mo"), ("ヤユヨ", "ya yu yo"), ("ラリルレロ", "ra ri ru re ro"), ("ワヰヱヲ", "wa i e o"),
        ("ガギグゲゴ", "ga gi gu ge go"), ("ザジズゼゾ", "za zi zu ze zo"), ("ダヂヅデド", "da zi zu de do"), ("バビブベボ", "ba bi bu be bo"), ("パピプペポ", "pa pi pu pe po"),
        ("ァィゥェォ", "a i u e o"), ("ャュョヮ", "ya yu yo wa"), ("ヵヶ", "ka ke"), ("ヴヷヸヹヺ", "vu va vi ve vo"));

    private static readonly FrozenDictionary<string, string> Pairs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["シェ"] = "sye",
        ["ジェ"] = "zye",
        ["チェ"] = "tye",
        ["ティ"] = "ti",
        ["トゥ"] = "tu",
        ["ディ"] = "di",
        ["ドゥ"] = "du",
        ["テュ"] = "tyu",
        ["デュ"] = "dyu",
        ["イェ"] = "ye",
        ["ファ"] = "fa",
        ["フィ"] = "fi",
        ["フェ"] = "fe",
        ["フォ"] = "fo",
        ["フュ"] = "fyu",
        ["ヴァ"] = "va",
        ["ヴィ"] = "vi",
        ["ヴェ"] = "ve",
        ["ヴォ"] = "vo",
        ["ヴュ"] = "vyu",
        ["ウィ"] = "wi",
        ["ウェ"] = "we",
        ["ウォ"] = "wo",
        ["クァ"] = "kwa",
        ["クィ"] = "kwi",
        ["クェ"] = "kwe",
        ["クォ"] = "kwo",
        ["グァ"] = "gwa",
        ["ツァ"] = "tsa",
        ["ツィ"] = "tsi",
        ["ツェ"] = "tse",
        ["ツォ"] = "tso",
    }.ToFrozenDictionary();

    /// <summary>A run of kana; hiragana are read as the katakana they are.</summary>
    public static string ToLatin(ReadOnlySpan<char> run)
    {
        Span<char> katakana = run.Length <= 256 ? stackalloc char[run.Length] : new char[run.Length];
        for (var i = 0; i < run.Length; i++) katakana[i] = run[i] is >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ' ? (char)(run[i] + 0x60) : run[i];
        var latin = new StringBuilder();
        var isDoubled = false;
        for (var i = 0; i < katakana.Length; i++)
        {
            if (katakana[i] is LongVowel) continue;
            if (katakana[i] is Doubled) { isDoubled = true; continue; }
            var sound = SoundAt(katakana, ref i);
            // ッチ is written tti; before a vowel it is no sound at all
            if (isDoubled && sound is [not ('a' or 'i' or 'u' or 'e' or 'o'), ..]) latin.Append(sound[0]);
            isDoubled = false;
            latin.Append(sound);
        }

        return latin.ToString();
    }

    private static string SoundAt(ReadOnlySpan<char> katakana, ref int at)
    {
        if (katakana[at] is N) return "n";
        if (at + 1 < katakana.Length && Pairs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(katakana.Slice(at, 2), out var pair))
        {
            at++;
            return pair;
        }

        var sound = Sounds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(katakana.Slice(at, 1), out var known) ? known : "";
        // キャ: the vowel of the large one goes
        if (at + 1 < katakana.Length && katakana[at + 1] is Small or 'ュ' or 'ョ' && sound is [.., 'i'])
        {
            at++;
            return sound[..^1] + Sounds[katakana[at].ToString()];
        }

        return sound;
    }

    private static FrozenDictionary<string, string> Spell(params (string Kana, string Sounds)[] rows) =>
        rows.SelectMany(row => row.Kana.Zip(row.Sounds.Split(' '), (kana, sound) => KeyValuePair.Create(kana.ToString(), sound))).ToFrozenDictionary(StringComparer.Ordinal);
}

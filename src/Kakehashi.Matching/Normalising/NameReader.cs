using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Matching.Normalising;

/// <summary>Reads names: runs of one script become words.</summary>
internal sealed partial class NameReader
{
    private readonly List<Word> words = [];
    private readonly StringBuilder run = new();
    private Script script;

    public static Name Read(string text)
    {
        var reader = new NameReader();
        foreach (var rune in PointsInAcronym().Replace(Composed(text.Length > Name.Longest ? text[..Name.Longest] : text), "").EnumerateRunes()) reader.Take(rune);
        reader.EndWord();
        return new(text, reader.words);
    }

    /// <summary>Chinese characters folded, all others as they are.</summary>
    internal static string FoldHan(string text) => string.Concat(text.EnumerateRunes().Select(Han.Fold));

    /// <summary>Without what is not seen (marks of direction, joiners), and with one form of each width: of ㈱ the three characters that it is.</summary>
    private static string Composed(string text)
    {
        var seen = new StringBuilder(text.Length);
        // half of a pair is no character: it comes as the replacement character
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse)) seen.Append(rune == Rune.ReplacementChar ? " " : rune.ToString());
        return seen.ToString().Normalize(NormalizationForm.FormKC);
    }

    private void Take(Rune rune)
    {
        // O’Brien, Shin'ichi: one word, since half of the writers leave it out
        if (rune.Value is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or 'ʻ') return;
        // an accent belongs to the letter before it
        var next = Scripts.IsMark(rune) && script != Script.None ? script : Scripts.Of(rune);
        if (next != script) EndWord();
        script = next;
        if (next == Script.Latin) Letters.AppendLatin(run, rune);
        else if (next != Script.None) run.Append(next == Script.Han ? Han.Fold(rune) : rune);
    }

    private void EndWord()
    {
        if (run.Length == 0) return;
        var text = run.ToString();
        run.Clear();
        if (script == Script.Han) words.AddRange(WordKinds.Split(text));
        else AddLatin(script switch { Script.Kana => Kana.ToLatin(text), Script.Other => Letters.ToLatin(text), _ => text }, script);
    }

    private void AddLatin(string text, Script from)
    {
        if (text.Length == 0) return;
        var kind = WordKinds.Of(text);
        words.Add(new(kind == WordKind.Plain ? Romaji.Fold(text) : text, kind, from));
    }

    [GeneratedRegex(@"(?<=(?<![\p{L}\p{N}])\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))")]
    private static partial Regex PointsInAcronym();
}

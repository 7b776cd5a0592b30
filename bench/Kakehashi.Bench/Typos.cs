using System.Globalization;
using System.Text;

namespace Kakehashi.Bench;

/// <summary>Makes names with one letter wrong, in whatever script they are; the same ones each time.</summary>
internal sealed class Typos(IEnumerable<string> names, int seed)
{
    private readonly Random random = new(seed);
    private readonly Dictionary<int, List<Rune>> letters = names.SelectMany(name => name.EnumerateRunes()).Where(Rune.IsLetter).Distinct().GroupBy(Block).ToDictionary(same => same.Key, same => same.ToList());

    /// <summary>One letter exchanged, put in or left out; null where the name has none.</summary>
    internal string? OneEdit(string name)
    {
        var runes = name.EnumerateRunes().ToList();
        if (At(runes) is not { } at) return null;
        var kind = random.Next(3);
        if (kind == 2 && runes.Count > 1) runes.RemoveAt(at);
        else if (kind == 1) runes.Insert(at + random.Next(2), Other(runes[at]));
        else runes[at] = Other(runes[at]);
        return string.Concat(runes);
    }

    /// <summary>Two neighbours in the wrong order; null where the name has no two that differ.</summary>
    internal string? Swapped(string name)
    {
        var runes = name.EnumerateRunes().ToList();
        var places = Enumerable.Range(0, Math.Max(0, runes.Count - 1)).Where(i => Rune.IsLetter(runes[i]) && Rune.IsLetter(runes[i + 1]) && Rune.ToLowerInvariant(runes[i]) != Rune.ToLowerInvariant(runes[i + 1])).ToList();
        if (places.Count == 0) return null;
        var at = places[random.Next(places.Count)];
        (runes[at], runes[at + 1]) = (runes[at + 1], runes[at]);
        return string.Concat(runes);
    }

    internal static bool IsHan(string name) => name.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter && rune.Value is >= 0x3400 and < 0xA000 or >= 0x20000);

    private int? At(List<Rune> runes)
    {
        var places = Enumerable.Range(0, runes.Count).Where(i => Rune.IsLetter(runes[i])).ToList();
        return places.Count == 0 ? null : places[random.Next(places.Count)];
    }

    private Rune Other(Rune letter)
    {
        var same = letters[Block(letter)];
        for (var i = 0; ; i++)
            if (same[random.Next(same.Count)] is var other && (i > 50 || Rune.ToLowerInvariant(other) != Rune.ToLowerInvariant(letter))) return other;
    }

    private static int Block(Rune letter) => letter.IsAscii ? 0 : letter.Value is >= 0x3400 and < 0xA000 ? -1 : 1 + (letter.Value >> 8);
}

namespace Kakehashi.ExportControl.Lists;

/// <summary>
/// Names as METI lays them out. A line in brackets is a name of its own: in Chinese characters, or an abbreviation. Aliases
/// begin with a bullet; among them, a line without one goes on with the line above, unless it is written in other letters. Where
/// no line has a bullet, each is an alias. Chinese characters in brackets at the end of a Latin name are a name of their own too.
/// </summary>
internal static class MetiNames
{
    // the katakana dot in both widths, and what programs put in its place
    private static readonly char[] Bullets = ['・', '･', '•', '·'];

    internal static IEnumerable<ListedName> Read(string? nameCell, string? aliasCell)
    {
        var primary = Joined(ListText.Lines(nameCell)).Select((name, i) => i == 0 ? name with { Kind = ListedNameKind.Primary } : name);
        var aliases = ListText.Lines(aliasCell).ToList();
        return primary.Concat(aliases.Exists(IsBulleted) ? Joined(aliases) : aliases.Select(line => Alias(Unbracketed(line) ?? line))).SelectMany(Apart);
    }

    private static IEnumerable<ListedName> Apart(ListedName name)
    {
        var opening = name.Text.AsSpan().LastIndexOfAny('(', '（');
        return opening > 0 && Unbracketed(name.Text[opening..]) is { } other && HasOther(other) && HasLatin(name.Text[..opening]) && !HasOther(name.Text[..opening])
            ? [Alias(name.Text[..opening].Trim()) with { Kind = name.Kind == ListedNameKind.Primary ? name.Kind : ListedNameKind.Alias }, Alias(other)]
            : [name];
    }

    private static List<ListedName> Joined(IEnumerable<string> lines)
    {
        var names = new List<ListedName>();
        foreach (var line in lines)
        {
            var bare = Unbracketed(line);
            if (IsBulleted(line)) names.Add(Alias(line.TrimStart([.. Bullets, ' '])));
            else if (bare is not null || names.Count == 0 || !HasLatin(line)) names.Add(Alias(bare ?? line));
            else names[^1] = names[^1] with { Text = names[^1].Text + " " + line };
        }

        names.RemoveAll(name => name.Text.Length == 0);
        return names;
    }

    private static ListedName Alias(string text) => new(text, HasOther(text) ? ListedNameKind.OtherScript : ListedNameKind.Alias);

    private static bool IsBulleted(string line) => Bullets.Contains(line[0]);

    /// <summary>What is within the brackets where they enclose the whole line; null for any other line.</summary>
    private static string? Unbracketed(string line)
    {
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            depth += line[i] is '(' or '（' ? 1 : line[i] is ')' or '）' ? -1 : 0;
            if (depth == 0 && i < line.Length - 1) return null;
        }

        return depth == 0 && line.Length > 2 ? line[1..^1].Trim() : null;
    }

    private static bool HasLatin(string text) => text.Any(char.IsAsciiLetter);

    // a letter beyond Latin, e.g. 鉄; é is Latin, and so is a full-width bracket no letter
    private static bool HasOther(string text) => text.Any(c => c >= 0x370 && char.IsLetter(c) && c is not (>= 'Ａ' and <= 'ｚ'));
}

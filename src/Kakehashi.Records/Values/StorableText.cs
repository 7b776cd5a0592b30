using System.Text;

namespace Kakehashi.Records.Values;

/// <summary>Texts that every store, every file and JSON can hold: no NUL, and no half of a character.</summary>
public static class StorableText
{
    /// <summary>The text without NUL, with U+FFFD for each surrogate that stands alone.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.Contains('\0', StringComparison.Ordinal)) return text;
        var kept = new StringBuilder(text.Length);
        // an enumeration by runes gives U+FFFD for a lone surrogate
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value != 0) kept.Append(rune);
        return kept.ToString();
    }

    /// <summary>The first characters of a text, at most so many UTF-16 units, never half a character.</summary>
    public static ReadOnlySpan<char> Start(string text, int units) =>
        text.Length <= units ? text : text.AsSpan(0, char.IsHighSurrogate(text[units - 1]) ? units - 1 : units);

    /// <summary>One line: each run of line ends, tabs and other control characters becomes one space.</summary>
    public static string Line(string text)
    {
        if (!text.Any(char.IsControl)) return Of(text.Trim());
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsControl(c)) line.Append(c);
            else if (c != '\0' && line.Length > 0 && line[^1] != ' ') line.Append(' ');
        return Of(line.ToString().Trim());
    }

    /// <summary>Several lines, each ended by one line feed; other control characters than tabs are left out.</summary>
    public static string Lines(string text)
    {
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
            text = string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Where(c => !char.IsControl(c) || c is '\n' or '\t'));
        return Of(text.Trim());
    }
}

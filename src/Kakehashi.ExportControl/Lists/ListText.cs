using System.Text;

namespace Kakehashi.ExportControl.Lists;

/// <summary>Texts of lists, which come from outside.</summary>
internal static class ListText
{
    /// <summary>In one line with single spaces, half a surrogate pair made visible; null where nothing is left.</summary>
    internal static string? OneLine(string? text)
    {
        if (text is null) return null;
        var line = new StringBuilder(text.Length);
        Span<char> chars = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) line.Append(chars[..rune.EncodeToUtf16(chars)]);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.Length > 0 && line[^1] == ' ' ? NullIfEmpty(line.ToString(0, line.Length - 1)) : NullIfEmpty(line.ToString());
    }

    /// <summary>The lines of a cell that hold something, each as <see cref="OneLine"/>.</summary>
    internal static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split(['\n', '\r', '\u2028']).Select(OneLine).OfType<string>();

    /// <summary>Short, in one line, to be shown in a refusal.</summary>
    internal static string Shown(string text)
    {
        var line = OneLine(text) ?? "";
        return line.Length <= 120 ? line : line[..(char.IsHighSurrogate(line[119]) ? 119 : 120)] + "…";
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

using System.Text;

namespace Kakehashi.Records.Values;

/// <summary>
/// Several values in one cell: separated by a sign, with a backslash before a sign that is meant as such. A backslash
/// before anything else is a backslash.
/// </summary>
internal static class PartText
{
    /// <summary>The parts of a cell, one a line or between semicolons, still escaped; empty ones are left out.</summary>
    public static IEnumerable<string> Split(string text) =>
        Pieces(text, c => c is '\n' or ';').Where(piece => !string.IsNullOrWhiteSpace(piece));

    /// <summary>The fields of one part, between bars, as they are meant.</summary>
    public static IEnumerable<string> Fields(string part) => Pieces(part, c => c == '|').Select(piece => Meant(piece.Trim()));

    /// <summary>A value with a backslash before each sign that would separate.</summary>
    public static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c is '\\' or '|' or ';' or '\n') escaped.Append('\\');
            escaped.Append(c == '\n' ? 'n' : c);
        }

        return escaped.ToString();
    }

    /// <summary>The two sides of a bilingual text around the first <c>||</c>, or null where there is none.</summary>
    public static (string Ja, string En)? Sides(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
            if (text[i] == '\\') i++;
            else if (text[i] == '|' && text[i + 1] == '|') return (Meant(text[..i].Trim()), Meant(text[(i + 2)..].Trim()));
        return null;
    }

    private static IEnumerable<string> Pieces(string text, Func<char, bool> separates)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (separates(text[i]))
            {
                yield return text[from..i];
                from = i + 1;
            }
        }

        yield return text[from..];
    }

    private static string Meant(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var meant = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '\\' or '|' or ';' or 'n') meant.Append(text[++i] == 'n' ? '\n' : text[i]);
            else meant.Append(text[i]);
        }

        return meant.ToString();
    }
}

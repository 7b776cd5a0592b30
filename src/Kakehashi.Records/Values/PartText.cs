using System.Text;

namespace Kakehashi.Records.Values;

/// <summary>Parts in one cell: separated by a sign, with a backslash before a sign that is meant as such.</summary>
internal static class PartText
{
    /// <summary>The pieces between separators, still escaped for the separators not asked for; empty pieces are left out unless bars are split.</summary>
    public static IEnumerable<string> Split(string text, params char[] separators)
    {
        var piece = new StringBuilder();
        var keepEmpty = separators is ['|'];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                var next = text[++i];
                if (!keepEmpty) piece.Append('\\');
                piece.Append(next);
            }
            else if (separators.Contains(text[i]))
            {
                if (keepEmpty || !string.IsNullOrWhiteSpace(piece.ToString())) yield return piece.ToString();
                piece.Clear();
            }
            else
            {
                piece.Append(text[i]);
            }
        }

        if (keepEmpty || !string.IsNullOrWhiteSpace(piece.ToString())) yield return piece.ToString();
    }

    /// <summary>A value with a backslash before each sign that would separate.</summary>
    public static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c is '\\' or '|' or ';') escaped.Append('\\');
            escaped.Append(c is '\n' or '\r' ? ' ' : c);
        }

        return escaped.ToString();
    }
}

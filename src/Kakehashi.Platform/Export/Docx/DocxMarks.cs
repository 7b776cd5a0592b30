using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using DocxText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Kakehashi.Platform.Export.Docx;

/// <summary>What a mark of a template does.</summary>
internal enum DocxMarkKind
{
    /// <summary><c>{{name}}</c>: a value.</summary>
    Value,

    /// <summary><c>{{#name}}</c>: repeated for each.</summary>
    Each,

    /// <summary><c>{{?name}}</c>: only where there is a value.</summary>
    If,

    /// <summary><c>{{^name}}</c>: only where there is none.</summary>
    Unless,

    /// <summary><c>{{/name}}</c>: the end of any of these.</summary>
    End,
}

/// <summary>A mark in the text of a paragraph.</summary>
internal readonly record struct DocxMark(DocxMarkKind Kind, string Name, string Written, int From)
{
    public int To => From + Written.Length;

    public bool Opens => Kind is DocxMarkKind.Each or DocxMarkKind.If or DocxMarkKind.Unless;
}

/// <summary>Finds marks. Word splits a text into runs where it likes: they are found in the text of the whole paragraph.</summary>
internal static partial class DocxMarks
{
    private const int LongestShown = 40;

    /// <summary>The pieces of the text of a paragraph, without those of a text box in it.</summary>
    public static List<DocxText> Pieces(Paragraph paragraph) => [.. paragraph.Descendants<DocxText>().Where(text => text.Ancestors<Paragraph>().First() == paragraph)];

    public static string TextOf(Paragraph paragraph) => string.Concat(Pieces(paragraph).Select(piece => piece.Text));

    public static List<DocxMark> In(string text) => !text.Contains("{{", StringComparison.Ordinal) ? [] : [.. Pattern().Matches(text).Select(Of)];

    /// <summary>Begun and not ended, or with a name that is none.</summary>
    public static string? Broken(string text)
    {
        var rest = text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal) ? Pattern().Replace(text, "") : "";
        var at = rest.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var open ? open : rest.IndexOf("}}", StringComparison.Ordinal);
        return at < 0 ? null : rest.Substring(at, Math.Min(LongestShown, rest.Length - at));
    }

    private static DocxMark Of(Match match) => new(match.Groups["kind"].Value switch
    {
        "#" => DocxMarkKind.Each,
        "?" => DocxMarkKind.If,
        "^" => DocxMarkKind.Unless,
        "/" => DocxMarkKind.End,
        _ => DocxMarkKind.Value,
    }, match.Groups["name"].Value, match.Value, match.Index);

    [GeneratedRegex(@"\{\{\s*(?<kind>[#?^/]?)\s*(?<name>[A-Za-z0-9_.]+)\s*\}\}")]
    private static partial Regex Pattern();
}

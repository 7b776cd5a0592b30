using System.Text;
using System.Text.RegularExpressions;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Import;

/// <summary>The text of a cell as a profile wants it: cleaned, translated, sentinels taken out.</summary>
internal sealed class CellText
{
    private readonly CellSource source;
    private readonly Dictionary<string, string> values;
    private readonly HashSet<string> none;
    private readonly Regex? extract;

    public CellText(CellSource source)
    {
        this.source = source;
        values = source.Values.ToDictionary(pair => CodeList.Fold(pair.Key), pair => pair.Value);
        none = [.. source.None.Select(CodeList.Fold)];
        extract = source.Extract is null ? null : new Regex(source.Extract, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>The text to read, or null for no value.</summary>
    public string? Of(string? cell)
    {
        if (source.Constant is not null) return source.Constant;
        var text = Clean(cell ?? "", source.Clean);
        if (none.Count > 0 && none.Contains(CodeList.Fold(text))) return null;
        if (values.Count > 0 && values.TryGetValue(CodeList.Fold(text), out var translated)) text = translated;
        if (extract is not null) text = extract.Match(text) is { Success: true } match ? match.Groups[1].Value : "";
        return text.Length == 0 ? null : source.Prefix.Length + source.Suffix.Length == 0 ? text : source.Prefix + text + source.Suffix;
    }

    /// <summary>A message about a text that was read, quoting what is in the cell instead.</summary>
    public static Text Quoting(Text message, string given, string? cell)
    {
        if (string.IsNullOrWhiteSpace(cell) || cell == given) return message;
        var (read, written) = (TextReaders.Shown(given), TextReaders.Shown(cell.Trim()));
        return (message.Ja.Replace($"「{read}」", $"「{written}」", StringComparison.Ordinal), message.En.Replace($"“{read}”", $"“{written}”", StringComparison.Ordinal));
    }

    private static string Clean(string text, Cleaning clean) => clean switch
    {
        Cleaning.NoSpaces => Squeezed(text, ""),
        Cleaning.ErasmusCode => ErasmusCode(Squeezed(text, " ").Trim()),
        Cleaning.HyphensAsSpaces => Squeezed(text.Replace('-', ' '), " ").Trim(),
        _ => NeedsSqueezing(text) ? Squeezed(text, " ").Trim() : text,
    };

    private static bool NeedsSqueezing(string text)
    {
        if (text.Length == 0) return false;
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) return true;
        for (var i = 1; i < text.Length; i++)
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || char.IsWhiteSpace(text[i - 1])) && text[i] is not '\n') return true;
        return false;
    }

    /// <summary>Each run of white space becomes one separator; line feeds stay, since they separate parts.</summary>
    private static string Squeezed(string text, string separator)
    {
        var squeezed = new StringBuilder(text.Length);
        var inSpace = false;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c) && (c != '\n' || separator.Length == 0);
            if (!isSpace) squeezed.Append(c);
            else if (!inSpace) squeezed.Append(separator);
            inSpace = isSpace;
        }

        return squeezed.ToString();
    }

    /// <summary>
    /// The country's letters in three places, then the rest: <c>E</c> + <c>MADRID14</c> are written E  MADRID14, E MADRID14,
    /// E_MADRID14, E-MADRID14 or EMADRID14; one form for all of them is the letters, one space and the rest.
    /// </summary>
    private static string ErasmusCode(string text)
    {
        var parts = text.Split([' ', '_', '-'], 2, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2) return text.ToUpperInvariant();
        return $"{parts[0]} {parts[1].Replace(" ", "", StringComparison.Ordinal)}".ToUpperInvariant();
    }
}

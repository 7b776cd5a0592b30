namespace Kakehashi.Platform.Export.Files;

/// <summary>
/// Keeps text from being run as a formula by the program that opens an exported file. In CSV a text that begins with a
/// formula sign, or with apostrophes before one, gets one more apostrophe and is quoted; so the guard can be taken off again
/// without doubt. The importer takes it off only where the file has the UTF-8 mark and the cell is quoted, as we write it;
/// everywhere else an apostrophe stays.
/// </summary>
public static class FormulaGuard
{
    /// <summary>True where a spreadsheet program might run the text: it begins with = + - @, a tab, a line break, or a full-width sign.</summary>
    public static bool IsRisky(ReadOnlySpan<char> text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' or '−' or '﹢' or '﹣' or '﹦' or '﹫', ..];

    /// <summary>True where the text gets an apostrophe: it is risky, or is apostrophes before a risky text.</summary>
    public static bool NeedsGuard(ReadOnlySpan<char> text) => IsRisky(text.TrimStart('\''));

    /// <summary>True where the text may be one that got an apostrophe.</summary>
    public static bool IsGuarded(ReadOnlySpan<char> text) => text is ['\'', ..] && NeedsGuard(text);
}

using System.Text;

namespace Kakehashi.Analytics.Filters;

internal enum TokenKind
{
    Word,
    Quoted,
    Number,
    Parameter,
    Sign,
    End,
}

/// <param name="Kind">What it is.</param>
/// <param name="Value">The word in lower case where it is one of the grammar's own; the text without its quotes.</param>
/// <param name="Position">Its first character, from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Value, int Position);

/// <summary>Thrown inside the parser only; it never leaves <see cref="FilterParser.Parse"/>.</summary>
internal sealed class FilterRefused(int position, Kernel.Text reason) : Exception
{
    internal FilterMistake Mistake { get; } = new(position, reason);
}

/// <summary>Cuts a filter into tokens.</summary>
internal static class FilterTokens
{
    internal static List<Token> Of(string source)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < source.Length && char.IsWhiteSpace(source[at])) at++;
            var start = at;
            if (at == source.Length)
            {
                tokens.Add(new(TokenKind.End, "", start + 1));
                return tokens;
            }

            tokens.Add(Next(source, ref at) with { Position = start + 1 });
        }
    }

    private static Token Next(string source, ref int at)
    {
        var c = source[at];
        if (c == '\'') return new(TokenKind.Quoted, Quoted(source, ref at), 0);
        if (IsWordStart(c)) return new(TokenKind.Word, Word(source, ref at), 0);
        if (c == '$')
        {
            at++;
            return new(TokenKind.Parameter, Word(source, ref at), 0);
        }

        if (char.IsAsciiDigit(c) || (c == '-' && at + 1 < source.Length && char.IsAsciiDigit(source[at + 1])))
            return new(TokenKind.Number, Number(source, ref at), 0);
        foreach (var sign in (ReadOnlySpan<string>)["<>", "<=", ">=", "=", "<", ">", "(", ")", ","])
        {
            if (!source.AsSpan(at).StartsWith(sign, StringComparison.Ordinal)) continue;
            at += sign.Length;
            return new(TokenKind.Sign, sign, 0);
        }

        throw new FilterRefused(at + 1, Shown(c));
    }

    private static Kernel.Text Shown(char c)
    {
        var shown = char.IsControl(c) ? $"U+{(int)c:X4}" : $"「{c}」";
        var english = char.IsControl(c) ? $"U+{(int)c:X4}" : $"\"{c}\"";
        return ($"{shown}は条件式に使えません。", $"{english} has no place in a filter.");
    }

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static string Word(string source, ref int at)
    {
        var start = at;
        while (at < source.Length && (IsWordStart(source[at]) || char.IsAsciiDigit(source[at]))) at++;
        return source[start..at];
    }

    private static string Number(string source, ref int at)
    {
        var start = at++;
        while (at < source.Length && char.IsAsciiDigit(source[at])) at++;
        if (at + 1 < source.Length && source[at] == '.' && char.IsAsciiDigit(source[at + 1]))
        {
            at++;
            while (at < source.Length && char.IsAsciiDigit(source[at])) at++;
        }

        // `12abc` and `1.2.3` are slips of the pen, not a number and something after it
        if (at < source.Length && (IsWordStart(source[at]) || source[at] == '.'))
            throw new FilterRefused(start + 1, ("数値の書き方が正しくありません。", "This is not a number."));
        return source[start..at];
    }

    private static string Quoted(string source, ref int at)
    {
        var start = at++;
        var text = new StringBuilder();
        while (at < source.Length)
        {
            var c = source[at++];
            if (c != '\'') text.Append(c);
            else if (at < source.Length && source[at] == '\'') text.Append(source[at++]);
            else return text.ToString();
        }

        throw new FilterRefused(start + 1, ("文字列が ' で閉じられていません。", "This text is not closed by '."));
    }
}

using System.Globalization;
using Kakehashi.Analytics.Facts;

namespace Kakehashi.Analytics.Filters;

/// <summary>Reads a value as the type of the column it is compared with.</summary>
internal static class FilterValues
{
    /// <summary>The university's own country, ISO 3166-1 alpha-2.</summary>
    internal const string Home = "home";

    /// <summary>What DECIMAL(18,4) holds.</summary>
    private const decimal Largest = 99_999_999_999_999.9999m;

    internal static Operand Read(Token token, FactColumn column)
    {
        if (token.Kind == TokenKind.Parameter) return ReadParameter(token, column);
        var value = (column.Type, token.Kind) switch
        {
            (FactType.Text, TokenKind.Quoted) => token.Value,
            (FactType.Whole, TokenKind.Number) => Whole(token.Value),
            (FactType.Number, TokenKind.Number) => Number(token.Value),
            (FactType.Day, TokenKind.Quoted) => Day(token.Value),
            (FactType.Flag, TokenKind.Word) => Flag(token.Value),
            _ => null,
        };
        return value is null ? throw new FilterRefused(token.Position, Wanted(token, column)) : new Literal(value);
    }

    private static Parameter ReadParameter(Token token, FactColumn column)
    {
        if (token.Value != Home)
            throw new FilterRefused(token.Position, ($"${token.Value}という変数はありません。使えるのは$homeです。", $"There is no parameter ${token.Value}; $home is the only one."));
        if (column.Type != FactType.Text)
            throw new FilterRefused(token.Position, ($"$homeは国コードです。{column.Name}とは比べられません。", $"$home is a country code and cannot be compared with {column.Name}."));
        return new(token.Value);
    }

    private static object? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static object? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= Largest && decimal.Round(number, 4) == number
            ? number
            : null;

    private static object? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static object? Flag(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) ? true
        : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? false
        : null;

    private static Kernel.Text Wanted(Token token, FactColumn column)
    {
        Kernel.Text wanted = column.Type switch
        {
            FactType.Text => ("'…'で囲んだ文字列", "text in '…'"),
            FactType.Whole => ("整数(64ビット以内)", "a whole number of at most 64 bits"),
            FactType.Number => ("数値(整数部14桁、小数部4桁以内)", "a number with at most 14 digits before and 4 after the point"),
            FactType.Day => ("'2025-04-01'のような日付", "a day such as '2025-04-01'"),
            _ => ("true か false", "true or false"),
        };
        return ($"{column.Name}には{wanted.Ja}が必要ですが、「{token.Value}」があります。", $"{column.Name} takes {wanted.En}, not \"{token.Value}\".");
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Kakehashi.Platform.Export.Tables;

/// <summary>A number as a cell shows it: rounded, grouped, with a sign and what it counts.</summary>
internal readonly partial record struct Quantity(decimal Number, string Unit)
{
    /// <summary>What a cell of numbers says; null where it says more or other than one number: a word, two numbers.</summary>
    public static Quantity? Read(IElement cell) =>
        cell.ClassList.Contains("number") && Shape().Match(TablesAsFiles.Words(cell)) is { Success: true } found
            ? new(decimal.Parse(found.Groups[1].Value.Replace('\u2212', '-'), NumberStyles.Number, CultureInfo.InvariantCulture), found.Groups[2].Value)
            : null;

    [GeneratedRegex(@"^±?([+\-\u2212]?[\d,]+(?:\.\d+)?)\s*([^\d\s][^\d]*)?$")]
    private static partial Regex Shape();
}

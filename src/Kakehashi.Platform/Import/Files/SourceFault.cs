using System.Globalization;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Files;

/// <summary>
/// A file turned out to be bad while its rows were being read: thrown by the enumeration of <see cref="SourceTable.Rows"/>
/// at that row, after every good row before it. It is an answer about the file, not a bug; show <see cref="Refusal"/>.
/// </summary>
public sealed class SourceFault(Refusal refusal) : Exception(refusal.Message.En)
{
    /// <summary>What is wrong, where, and what to do about it.</summary>
    public Refusal Refusal { get; } = refusal;
}

/// <summary>Where in a file something is, as the person who opens the file finds it.</summary>
internal readonly record struct SourcePlace(Text Text)
{
    internal static SourcePlace Start { get; } = new(("先頭", "the beginning"));

    internal static SourcePlace Line(long line) => new((Number($"{line:N0}行目"), Number($"line {line:N0}")));

    internal static SourcePlace Cell(string sheet, long row, int column) =>
        new((Number($"シート「{sheet}」のセル{ColumnLetters.Of(column)}{row}"), Number($"cell {ColumnLetters.Of(column)}{row} of sheet “{sheet}”")));

    internal static SourcePlace Row(string sheet, long row) =>
        new((Number($"シート「{sheet}」の{row:N0}行目"), Number($"row {row:N0} of sheet “{sheet}”")));

    internal static SourcePlace Element(long number, long line) =>
        new((Number($"{number:N0}件目（{line:N0}行目付近）"), Number($"item {number:N0} (about line {line:N0})")));

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Columns as a spreadsheet program names them.</summary>
public static class ColumnLetters
{
    /// <summary>A for 0, Z for 25, AA for 26.</summary>
    public static string Of(int column)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) letters = (char)('A' + rest % 26) + letters;
        return letters;
    }

    /// <summary>The column of a reference such as <c>AB12</c>; -1 where it is none.</summary>
    internal static int Column(ReadOnlySpan<char> reference)
    {
        var column = 0;
        var i = 0;
        for (; i < reference.Length && i < 4 && char.IsAsciiLetter(reference[i]); i++)
            column = column * 26 + (reference[i] | 0x20) - 'a' + 1;
        return i is > 0 and < 4 ? column - 1 : -1;
    }
}

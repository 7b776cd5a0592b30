using Kakehashi.Platform.Import.Files;

namespace Kakehashi.ExportControl.Lists;

/// <summary>One row of a file of OFAC, valid until the next.</summary>
internal sealed class OfacRow(SourceRow row, ListRefusals refusals)
{
    internal ListRefusals Refusals => refusals;

    internal long Line => row.Line;

    /// <summary>The entry's number, without its empty space.</summary>
    internal string Number => Cell(0) is { } number && number.All(char.IsAsciiDigit) ? number : throw refusals.NoNumber(Place(0), Cell(0) ?? "");

    /// <summary>In one line; null for <c>-0-</c> and where nothing stands.</summary>
    internal string? Cell(int column) => ListText.OneLine(row.Cell(column)) is { } text and not "-0-" ? text : null;

    internal ListPlace Place(int column) => ListPlace.Cell(row.Number, column);
}

/// <summary>The rows of a file of OFAC, which has no header and a fixed number of columns.</summary>
internal static class OfacRows
{
    internal static void Each(ListFile file, int columns, Action<OfacRow> read)
    {
        var refusals = file.Refusals();
        using var table = file.Table(new() { Kind = SourceKind.Delimited, HeaderRow = 0, Separator = ',' });
        foreach (var row in table.Rows())
        {
            if (row.Count != columns) throw refusals.Columns(ListPlace.Row(row.Number), row.Count, columns);
            read(new(row, refusals));
        }
    }
}

using System.Globalization;
using System.Text;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Finds the row of the headers among the first rows of a file.</summary>
internal static class HeaderRow
{
    private const int Searched = 100;
    private const int Compared = 20;

    /// <summary>The row's number (0: the file has none) and its headers.</summary>
    internal static (long Number, IReadOnlyList<string> Headers) Find(RowReader reader, SourceFormat format, SourceRefusals refusals, Refusal empty)
    {
        var depth = format.HeaderRow is > 0 and var stated ? stated : format.HeaderContains.Count > 0 ? Searched : Compared;
        var row = new SourceRow(reader);
        var rows = new List<(long Number, string[] Cells)>();
        var wanted = format.HeaderContains.Select(Key).ToHashSet(StringComparer.Ordinal);
        var mayStop = format.HeaderRow is null or 0;
        var hasRows = false;
        while (Next(reader, row, mayStop && wanted.Count == 0 && rows.Count > 0) && row.Number <= depth)
        {
            hasRows |= !row.IsBlank;
            if (row.IsBlank || (!mayStop && row.Number < depth)) continue;
            rows.Add((row.Number, Names(row)));
            if (wanted.Count > 0 && mayStop && wanted.IsSubsetOf(rows[^1].Cells.Select(Key))) return Checked(rows[^1], reader.Limits, format, refusals);
        }

        hasRows |= !row.IsBlank;
        if (!hasRows) throw new SourceFault(empty);
        if (format.HeaderRow == 0) return (0, Letters(Math.Max(row.Count, rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Length))));
        if (format.HeaderRow is { } number)
            return rows.Find(r => r.Number == number) is { Cells: not null } there ? Checked(there, reader.Limits, format, refusals) : throw new SourceFault(refusals.HeaderRowMissing(number));
        if (wanted.Count > 0) throw new SourceFault(refusals.HeaderMissing(format.HeaderContains));
        if (rows.Count == 0) rows.Add((row.Number, Names(row)));
        var fullest = rows.Max(r => Filled(r.Cells));
        return Checked(rows.Find(r => Filled(r.Cells) * 2 > fullest), reader.Limits, format, refusals);
    }

    /// <summary>A row that turns out bad after the first one does not keep the rows before it from being read.</summary>
    private static bool Next(RowReader reader, SourceRow row, bool mayEnd)
    {
        try
        {
            return reader.Read(row);
        }
        catch (SourceFault) when (mayEnd)
        {
            row.Clear();
            return false;
        }
    }

    private static (long, IReadOnlyList<string>) Checked((long Number, string[] Cells) row, SourceLimits limits, SourceFormat format, SourceRefusals refusals)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var header = row.Cells[i];
            if (header.Length > limits.HeaderChars) throw new SourceFault(refusals.CellTooLong(SourcePlace.Line(row.Number), limits.HeaderChars));
            if (header.Length == 0 || seen.TryAdd(header, i)) continue;
            if (!format.NumbersDuplicateHeaders) throw new SourceFault(refusals.DuplicateHeader(header, seen[header], i));
            for (var n = 2; !seen.TryAdd(row.Cells[i], i); n++) row.Cells[i] = string.Create(CultureInfo.InvariantCulture, $"{header} ({n})");
        }

        return row;
    }

    /// <summary>The cells without spaces around them; empty ones at the end are no headers.</summary>
    private static string[] Names(SourceRow row)
    {
        var count = row.Count;
        while (count > 0 && row.Span(count - 1).IsWhiteSpace()) count--;
        var names = new string[count];
        for (var i = 0; i < count; i++) names[i] = new(row.Span(i).Trim());
        return names;
    }

    private static int Filled(string[] cells) => cells.Count(c => c.Length > 0);

    private static string[] Letters(int count) => [.. Enumerable.Range(0, count).Select(ColumnLetters.Of)];

    /// <summary>A header as it is compared: NFKC, one space for many, without case.</summary>
    internal static string Key(string header)
    {
        var valid = new string([.. header.Where(c => !char.IsSurrogate(c))]).Normalize(NormalizationForm.FormKC);
        return string.Join(' ', valid.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
    }
}

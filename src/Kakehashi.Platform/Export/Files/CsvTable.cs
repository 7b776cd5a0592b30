using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kakehashi.Platform.Export.Files;

/// <summary>Writes CSV.</summary>
internal sealed class CsvTable : TableWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");

    private readonly StreamWriter writer;
    private bool isFirst = true;
    private bool isEmptyRow = true;

    internal CsvTable(Stream stream, IReadOnlyList<TableColumn> columns)
    {
        writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
        foreach (var column in columns) Text(column.Header);
        EndRow();
    }

    public override void Text(string? value)
    {
        var isGuarded = FormulaGuard.NeedsGuard(value);
        // a value that begins or ends with a space is quoted, since some programs trim others
        var isQuoted = isGuarded || value.AsSpan().ContainsAny(Quoted) || value is [' ', ..] or [.., ' '];
        Begin();
        if (!string.IsNullOrEmpty(value)) isEmptyRow = false;
        if (!isQuoted)
        {
            writer.Write(value);
            return;
        }

        writer.Write('"');
        if (isGuarded) writer.Write('\'');
        writer.Write(value!.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }

    public override void Number(decimal? value) => Plain(value?.ToString(CultureInfo.InvariantCulture));

    public override void Number(decimal? value, int decimals) => Plain(value?.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    public override void Number(double? value) => Plain(value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null);

    public override void Date(DateOnly? value) => Plain(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override void Moment(DateTime? value) => Plain(value?.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));

    public override void Truth(bool? value) => Plain(value is null ? null : value.Value ? "TRUE" : "FALSE");

    public override void EndRow()
    {
        // an empty line would not be a row to other programs
        if (isEmptyRow && isFirst) writer.Write("\"\"");
        writer.Write("\r\n");
        (isFirst, isEmptyRow) = (true, true);
    }

    public override void Complete() => writer.Flush();

    public override void Dispose() => writer.Dispose();

    private void Plain(string? value)
    {
        Begin();
        if (value is not null) isEmptyRow = false;
        writer.Write(value);
    }

    private void Begin()
    {
        if (!isFirst) writer.Write(',');
        isFirst = false;
    }
}

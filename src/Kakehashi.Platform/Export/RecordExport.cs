using Kakehashi.Kernel;
using Kakehashi.Platform.Export.Files;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Platform.Lists;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Export;

/// <summary>What kind of file is written.</summary>
public enum ExportFormat
{
    Csv,
    Xlsx,
}

/// <summary>
/// Facet Export: records as a file in the product's own template, which can be edited and imported again. A link has the
/// column that is imported, with the key, and beside it one with the name, which is only read by people; so has what only
/// operations write.
/// </summary>
public sealed class RecordExport(Workspace workspace)
{
    private const int BlockSize = 1_000;

    /// <summary>No more than these are written.</summary>
    public long Most { get; init; } = long.MaxValue;

    /// <summary>
    /// Writes the records that the query holds for, block by block: memory does not grow with their number. The stream
    /// is written synchronously and stays the caller's.
    /// </summary>
    /// <returns>How many records were written.</returns>
    /// <exception cref="TableFault">A value does not fit into a workbook.</exception>
    public async Task<long> WriteAsync(RecordType type, ListQuery query, Actor actor, ExportFormat format, Language language, Stream stream, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var columns = Columns(type, language);
        var links = type.Fields.OfType<LinkField>().ToArray();
        using var table = Table(format, stream, SheetName(type, language), [.. columns.Select(column => new TableColumn(column.Header))]);
        await using var context = workspace.Database.Read();
        var walk = new RecordWalk(workspace.Database, context, type, query, actor);
        var (count, last, personal) = (0L, (WalkPlace?)null, 0L);
        var hasPersonal = Erasable.Is(type);
        while (await walk.NextAsync(last, (int)Math.Min(BlockSize, Most - count), cancel) is { Count: > 0 } block)
        {
            var linked = await LinkedRecords.OfAsync(context, workspace.Types, links, block, actor, cancel);
            foreach (var record in block)
            {
                foreach (var column in columns) column.Write(table, record, linked);
                table.EndRow();
                if (hasPersonal && !record.IsMasked && Erasable.Filled(type, record).Any()) personal++;
            }

            (count, last) = (count + block.Count, walk.PlaceOf(block[^1]));
            progress?.Report(count);
        }

        table.Complete();
        if (type.SeenWith is not null) personal = count;
        if (personal > 0) workspace.Look(new(actor, "export", type, null, personal));
        return count;
    }

    /// <summary>The name that a file is offered by.</summary>
    public static string FileName(RecordType type, ExportFormat format, string suffix = "") => type.Route + suffix + FileName(format);

    internal static string FileName(ExportFormat format) => format == ExportFormat.Csv ? ".csv" : ".xlsx";

    internal static TableWriter Table(ExportFormat format, Stream stream, string sheet, IReadOnlyList<TableColumn> columns) =>
        format == ExportFormat.Csv ? TableWriter.Csv(stream, columns) : TableWriter.Xlsx(stream, sheet, columns);

    /// <summary>A column whose words are for people alone; the importer passes it by.</summary>
    internal static Text NameHeader(Text label) => ($"{label.Ja}(名称)", $"{label.En} (name)");

    /// <summary>A row that says so would be taken for a record when the file is imported again.</summary>
    private string SheetName(RecordType type, Language language) =>
        workspace.IsSynthetic ? $"{type.Many.In(language)} - {SyntheticData.Word.In(language)}" : type.Many.In(language);

    private List<ExportColumn> Columns(RecordType type, Language language)
    {
        var cells = new ExportCells(workspace.Codes, language);
        var columns = new List<ExportColumn>();
        foreach (var column in TemplateProfile.Columns(type))
        {
            var field = column.Field;
            var header = column.Header.In(language);
            if (column.Side is { } side) columns.Add(new(header, (cell, record, _) => cell.Text((field.Read(record) as Bilingual?)?.Exactly(side))));
            else if (field is LinkField) columns.AddRange(Link(field, header, language));
            else columns.Add(Plain(field, header, cells));
        }

        foreach (var field in type.Fields.Where(field => field.WrittenBy == WrittenBy.Operation)) columns.Add(Plain(field, field.Label.In(language), cells));
        return columns;
    }

    private static ExportColumn Plain(Field field, string header, ExportCells cells)
    {
        var write = field.Accept(cells);
        return new(header, (cell, record, _) => write(cell, field.Read(record)));
    }

    private static ExportColumn[] Link(Field field, string header, Language language) =>
    [
        new(header, (cell, record, linked) => cell.Text(field.Read(record) is long number ? linked.Key(number) : null)),
        new(NameHeader(field.Label).In(language), (cell, record, linked) => cell.Text(field.Read(record) is long number ? linked.Caption(number, language) : null)),
    ];

    private sealed record ExportColumn(string Header, Action<TableWriter, Record, LinkedRecords> Write);
}

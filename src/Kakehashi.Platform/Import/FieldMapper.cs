using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Platform.Import.Profiles;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Import;

/// <summary>Reads the value of one field out of a row.</summary>
internal abstract class FieldMapper
{
    /// <summary>A mapper, or null where an optional column is missing or a needed one is (which is noted).</summary>
    public static FieldMapper? Of(Field field, FieldSource source, TextReaders texts, RowMapper rows) => source switch
    {
        CellSource cell => CellMapper.Of(field, cell, field.Accept(texts), rows),
        BilingualSource sides => SidesMapper.Of((BilingualField)field, sides, rows),
        PlaceSource place => PlaceMapper.Of((PlaceField)field, place, texts, rows),
        PartsSource parts => PartsMapper.Of((PartsField)field, parts, texts, rows),
        _ => throw new InvalidOperationException($"{source.GetType()} is not read"),
    };

    public abstract void Map(SourceRow row, Draft draft);

    /// <summary>The column of a source: -1 for a constant, null where there is none.</summary>
    protected static int? Column(CellSource source, RowMapper rows)
    {
        if (source.Constant is not null || source.IsRowKey) return -1;
        var column = rows.ColumnOf(source.Columns);
        if (column != -1) return column;
        if (!source.Optional) rows.Lacks(source);
        return null;
    }
}

/// <summary>One cell, one value.</summary>
internal sealed class CellMapper : FieldMapper
{
    private readonly Field field;
    private readonly CellSource source;
    private readonly CellText text;
    private readonly Func<string, Reading> read;
    private readonly RowMapper rows;
    private readonly int column;

    // lists of parts are not shared between records: one of them may be changed
    private readonly Recurring? recurring;

    private CellMapper(Field field, CellSource source, Func<string, Reading> read, RowMapper rows, int column)
    {
        (this.field, this.source, this.read, this.rows, this.column) = (field, source, read, rows, column);
        text = new(source);
        if (column >= 0 && field is not PartsField) recurring = new();
    }

    public static CellMapper? Of(Field field, CellSource source, Func<string, Reading> read, RowMapper rows) =>
        Column(source, rows) is { } column ? new(field, source, Reader(field, read), rows, rows.Named(field, column)) : null;

    /// <summary>Links within parts may be given by key, which the reader of one text cannot look up.</summary>
    private static Func<string, Reading> Reader(Field field, Func<string, Reading> read) =>
        field is PartsField parts && parts.Part.Fields.Any(one => one is LinkField) ? new LinkedParts(parts, read).Read : read;

    public override void Map(SourceRow row, Draft draft)
    {
        if (source.IsRowKey)
        {
            draft.Values[field] = source.Prefix + rows.RowKey(row);
            return;
        }

        if (recurring is null || !recurring.TryGet(row.Span(column), out var value))
        {
            if (Read(row, draft) is not { } reading) return;
            value = reading.Value;
            recurring?.Keep(row.Span(column), value);
        }

        if (value is LinkedList linked) value = linked.Take(draft, rows.Header(column)).Value;
        if (value is null && field.IsRequired) draft.Problems.Add(Missing(field, draft));
        draft.Values[field] = value;
    }

    /// <summary>What a cell says, or null where it cannot be read.</summary>
    private Reading? Read(SourceRow row, Draft draft)
    {
        var cell = rows.Cell(row, column);
        var given = text.Of(cell);
        var reading = given is null ? default : ExcelTraces.Error(given) ?? ExcelTraces.Day(field, given, read(given));
        if (!reading.IsWrong) return reading;
        // what cannot be read and is only warned of leaves a record that is there as it is
        draft.Problems.Add(new(rows.Header(column), reading.Code!, CellText.Quoting(reading.Message, given!, cell), source.Lenient));
        return null;
    }

    private static RowProblem Missing(Field field, Draft draft)
    {
        var required = TextReaders.Required(field);
        return new(draft.Header(field.Code), required.Code!, required.Message);
    }
}

/// <summary>Two cells, one bilingual value.</summary>
internal sealed class SidesMapper : FieldMapper
{
    private readonly BilingualField field;
    private readonly RowMapper rows;
    private readonly (CellText Text, int Column)? ja;
    private readonly (CellText Text, int Column)? en;

    private SidesMapper(BilingualField field, RowMapper rows, (CellText, int)? ja, (CellText, int)? en) =>
        (this.field, this.rows, this.ja, this.en) = (field, rows, ja, en);

    public static SidesMapper? Of(BilingualField field, BilingualSource source, RowMapper rows)
    {
        var (ja, en) = (Side(source.Ja, rows), Side(source.En, rows));
        if ((en ?? ja) is { } shown)
        {
            rows.Named(field, shown.Item2);
            return new(field, rows, ja, en);
        }

        // both sides may be optional, but a required name must come from somewhere
        if (field.IsRequired && (source.En ?? source.Ja) is { } side) rows.Lacks(side);
        return null;
    }

    public override void Map(SourceRow row, Draft draft)
    {
        var sides = new Bilingual(Read(ja, row, draft), Read(en, row, draft));
        draft.Values[field] = (ja, en) switch
        {
            (null, _) => new OneSide(sides, Language.En),
            (_, null) => new OneSide(sides, Language.Ja),
            _ => sides.IsEmpty ? null : sides,
        };
    }

    private static (CellText, int)? Side(CellSource? source, RowMapper rows) =>
        source is not null && Column(source, rows) is { } column ? (new CellText(source), column) : null;

    private string? Read((CellText Text, int Column)? side, SourceRow row, Draft draft)
    {
        if (side is not { } one || one.Text.Of(rows.Cell(row, one.Column)) is not { } text) return null;
        var reading = ExcelTraces.Error(text) ?? (text.Length <= field.MaxLength ? new(text) : Reading.Wrong("value.too-long", (
            $"長すぎます({text.Length:N0}文字)。{field.MaxLength:N0}文字までにしてください。",
            $"Too long ({text.Length:N0} characters). Keep it to {field.MaxLength:N0}.")));
        if (!reading.IsWrong) return text;
        draft.Problems.Add(new(rows.Header(one.Column), reading.Code!, reading.Message));
        return null;
    }
}

/// <summary>Two cells, one place.</summary>
internal sealed class PlaceMapper : FieldMapper
{
    private readonly PlaceField field;
    private readonly Func<string, Reading> read;
    private readonly RowMapper rows;
    private readonly int latitude;
    private readonly int longitude;

    private PlaceMapper(PlaceField field, Func<string, Reading> read, RowMapper rows, int latitude, int longitude) =>
        (this.field, this.read, this.rows, this.latitude, this.longitude) = (field, read, rows, latitude, longitude);

    public static PlaceMapper? Of(PlaceField field, PlaceSource source, TextReaders texts, RowMapper rows) =>
        Column(source.Latitude, rows) is { } latitude && Column(source.Longitude, rows) is { } longitude
            ? new(field, field.Accept(texts), rows, rows.Named(field, latitude), longitude)
            : null;

    public override void Map(SourceRow row, Draft draft)
    {
        var (north, east) = (First(rows.Cell(row, latitude)), First(rows.Cell(row, longitude)));
        var reading = north is null && east is null ? default : read($"{north},{east}");
        if (reading.IsWrong) draft.Problems.Add(new(rows.Header(latitude), reading.Code!, reading.Message, IsWarning: true));
        else draft.Values[field] = reading.Value;
    }

    /// <summary>An organisation with several sites has its first one on a line of its own.</summary>
    private static string? First(string? cell) => cell?.Split('\n')[0].Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>Parts out of cells of the row, or out of the items of a JSON array.</summary>
internal sealed class PartsMapper : FieldMapper
{
    private readonly PartsField field;
    private readonly List<OnePart> parts = [];
    private readonly RowMapper rows;

    private PartsMapper(PartsField field, RowMapper rows) => (this.field, this.rows) = (field, rows);

    public static PartsMapper? Of(PartsField field, PartsSource source, TextReaders texts, RowMapper rows)
    {
        var mapper = new PartsMapper(field, rows) { Adds = source.Adds };
        foreach (var part in source.Parts)
        {
            var cells = part.Fields.Select(entry =>
            {
                var sub = field.Part.Fields.First(one => one.Code == entry.Key);
                var column = part.Each is null ? Column(entry.Value, rows) : -1;
                return new OneCell(sub, entry.Value, new CellText(entry.Value), sub.Accept(texts), column);
            }).ToList();
            if (cells.Exists(cell => cell.Field.Code == part.Needs && cell.Column is null)) continue;
            mapper.parts.Add(new(part.Each, cells, part.Needs));
        }

        return mapper.parts.Count > 0 ? mapper : null;
    }

    /// <summary>Parts that the record has already stay.</summary>
    private bool Adds { get; init; }

    public override void Map(SourceRow row, Draft draft)
    {
        var list = field.Part.List();
        foreach (var part in parts)
        {
            if (part.Each is null) Add(part, cell => cell.Column is { } column ? rows.Cell(row, column) : null, list, draft);
            else if (row.Json is { } json)
                foreach (var item in Items(json, part.Each))
                    Add(part, cell => cell.Source.Columns.Select(path => Value(item, path)).FirstOrDefault(value => value is not null), list, draft);
        }

        draft.Values[field] = list.Count == 0 ? null : Adds ? new AddedParts(list) : list;
    }

    private void Add(OnePart part, Func<OneCell, string?> cellOf, System.Collections.IList list, Draft draft)
    {
        var made = field.Part.New();
        var has = false;
        foreach (var cell in part.Cells)
        {
            var text = cellOf(cell);
            var given = cell.Text.Of(text);
            var reading = given is null ? default : ExcelTraces.Error(given) ?? ExcelTraces.Day(cell.Field, given, cell.Read(given));
            var header = part.Each ?? rows.Header(cell.Column ?? -1);
            if (reading.IsWrong) draft.Problems.Add(new(header, reading.Code!, CellText.Quoting(reading.Message, given!, text), cell.Source.Lenient));
            if (reading.Value is null) continue;
            if (cell.Field is LinkField link) (draft.PartLinks ??= []).Add(new(made, link, reading.Value, header));
            else cell.Field.Write(made, reading.Value);
            has |= cell.Field.Code == part.Needs;
        }

        if (has) list.Add(made);
    }

    private static IEnumerable<JsonElement> Items(JsonElement json, string path) =>
        json.TryGetProperty(path, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];

    /// <summary>A property of an item; of an array of texts the first, <c>types[ror_display]</c> for whether it has that one.</summary>
    private static string? Value(JsonElement item, string path)
    {
        if (!item.TryGetProperty(path, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array => value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String ? value[0].GetString() : null,
            _ => null,
        };
    }

    private sealed record OneCell(Field Field, CellSource Source, CellText Text, Func<string, Reading> Read, int? Column);

    private sealed record OnePart(string? Each, List<OneCell> Cells, string Needs);
}

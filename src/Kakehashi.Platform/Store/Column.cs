using System.Collections;
using System.Text;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Store;

/// <summary>How a column is stored; each database has one type for each.</summary>
public enum ColumnKind
{
    Text,
    Whole,
    Large,
    Flag,
    Day,

    /// <summary>Words with their places, of the search index alone.</summary>
    Words,
}

/// <summary>One column of a record's table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it is stored.</param>
/// <param name="MaxLength">The most characters of a text, or null for any length.</param>
/// <param name="IsRequired">It cannot be null.</param>
/// <param name="Stored">From the field's canonical value to what is stored: string, int, long, bool, DateOnly or null.</param>
public sealed record Column(string Name, ColumnKind Kind, int? MaxLength, bool IsRequired, Func<object?, object?> Stored)
{
    /// <summary>As SQLite declares it.</summary>
    public string Sqlite => $"{Name} {(Kind is ColumnKind.Text or ColumnKind.Day or ColumnKind.Words ? "TEXT" : "INTEGER")}{NotNull}";

    /// <summary>As PostgreSQL declares it.</summary>
    public string Postgres => $"{Name} {PostgresType(Kind, MaxLength)}{NotNull}";

    /// <summary>The type of a column in PostgreSQL.</summary>
    internal static string PostgresType(ColumnKind kind, int? maxLength) => kind switch
    {
        ColumnKind.Text => maxLength is { } max ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"character varying({max})") : "text",
        ColumnKind.Whole => "integer",
        ColumnKind.Large => "bigint",
        ColumnKind.Flag => "boolean",
        ColumnKind.Words => "tsvector",
        _ => "date",
    };

    private string NotNull => IsRequired ? " NOT NULL" : "";
}

/// <summary>Facet Table: the columns of a field.</summary>
public sealed class Columns : IFieldKinds<IReadOnlyList<Column>>
{
    public static Columns Instance { get; } = new();

    /// <summary>Amounts are kept as whole numbers of this fraction, so that every store sorts and adds them exactly.</summary>
    public const decimal AmountUnit = 10_000m;

    public IReadOnlyList<Column> Line(LineField field) => One(field, ColumnKind.Text, field.MaxLength);

    public IReadOnlyList<Column> Note(NoteField field) => One(field, ColumnKind.Text, NoteField.MaxLength);

    public IReadOnlyList<Column> Bilingual(BilingualField field) =>
    [
        new($"{field.Code}_ja", ColumnKind.Text, field.MaxLength, false, value => (value as Bilingual?)?.Ja),
        new($"{field.Code}_en", ColumnKind.Text, field.MaxLength, false, value => (value as Bilingual?)?.En),
    ];

    public IReadOnlyList<Column> Number(NumberField field) => One(field, ColumnKind.Whole);

    public IReadOnlyList<Column> Amount(AmountField field) =>
        [new(field.Code, ColumnKind.Large, null, field.IsRequired, value => value is decimal amount ? ToStored(amount) : null)];

    public IReadOnlyList<Column> Day(DayField field) => One(field, ColumnKind.Day);

    public IReadOnlyList<Column> Flag(FlagField field) => [new(field.Code, ColumnKind.Flag, null, true, value => value ?? false)];

    public IReadOnlyList<Column> Choice(ChoiceField field) => One(field, ColumnKind.Text, 40);

    public IReadOnlyList<Column> Code(CodeField field) => One(field, ColumnKind.Text, 20);

    public IReadOnlyList<Column> Link(LinkField field) => One(field, ColumnKind.Large);

    public IReadOnlyList<Column> Place(PlaceField field) =>
        [new(field.Code, ColumnKind.Text, 60, field.IsRequired, value => value?.ToString())];

    public IReadOnlyList<Column> Parts(PartsField field)
    {
        var write = field.Accept(JsonWriters.Instance);
        return [new(field.Code, ColumnKind.Text, null, true, value => value is null ? "[]" : Json(write, value))];
    }

    public static long ToStored(decimal amount) => (long)decimal.Round(amount * AmountUnit, MidpointRounding.AwayFromZero);

    public static decimal FromStored(long stored) => stored / AmountUnit;

    /// <summary>A list of parts as it is stored.</summary>
    public static string Json(Action<Utf8JsonWriter, object> write, object value)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, JsonSettings)) write(json, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Japanese stays legible in what is stored.</summary>
    internal static readonly JsonWriterOptions JsonSettings = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Column[] One(Field field, ColumnKind kind, int? maxLength = null) =>
        [new(field.Code, kind, maxLength, field.IsRequired, value => value)];
}

/// <summary>The table of a record type: what the engine writes, in this order.</summary>
public sealed class RecordTable
{
    /// <summary>The one column in which all fields lie that a university has added: JSON, or null where a record has no such value.</summary>
    public const string Own = "own";

    private readonly LinkField[] ownLinks;

    /// <summary>The lists of parts that have links, with those.</summary>
    private readonly (PartsField Field, LinkField[] Links)[] linking;

    public RecordTable(RecordType type)
    {
        Type = type;
        Name = NameOf(type);
        ownLinks = [.. type.Fields.OfType<LinkField>().Where(field => field.IsOwn)];
        Fields = [.. type.Fields.Where(field => !field.IsOwn).Select(field => (field, field.Accept(Store.Columns.Instance)))];
        Columns = [.. Engine, .. Fields.SelectMany(pair => pair.Columns), new(Own, ColumnKind.Text, null, false, value => value)];
        ColumnNames = [.. Columns.Select(column => column.Name)];
        Kinds = [.. Columns.Select(column => column.Kind)];
        linking = [.. type.Fields.OfType<PartsField>().Select(field => (field, Links: field.Part.Fields.OfType<LinkField>().ToArray())).Where(pair => pair.Links.Length > 0)];
    }

    public RecordType Type { get; }

    public string Name { get; }

    /// <summary>The fields that the product defines, with their columns.</summary>
    public IReadOnlyList<(Field Field, IReadOnlyList<Column> Columns)> Fields { get; }

    /// <summary>All columns, those of the engine first, that of the own values last.</summary>
    public IReadOnlyList<Column> Columns { get; }

    public IReadOnlyList<string> ColumnNames { get; }

    public IReadOnlyList<ColumnKind> Kinds { get; }

    /// <summary>The indexes that lists are read by, over the records in use.</summary>
    public IReadOnlyList<RecordIndex> Indexes => RecordIndex.Of(Type);

    public static string NameOf(RecordType type) => type.Route.Replace('-', '_');

    /// <summary>What every record has: see <see cref="Record"/>. Their values do not come from fields.</summary>
    private static Column[] Engine =>
    [
        new("id", ColumnKind.Large, null, true, value => value),
        new("version", ColumnKind.Whole, null, true, value => value),
        new("is_withdrawn", ColumnKind.Flag, null, true, value => value),
    ];

    /// <summary>The stored values of a record, in the order of <see cref="ColumnNames"/>, into a row that is used again.</summary>
    public void Fill(Record record, object?[] row)
    {
        (row[0], row[1], row[2]) = (record.Number, record.Version, record.IsWithdrawn);
        var at = 3;
        foreach (var (field, columns) in Fields)
        {
            var value = field.Read(record);
            foreach (var column in columns) row[at++] = column.Stored(value);
        }

        row[at] = record.OwnText;
    }

    /// <summary>The records that are linked from within parts and own values, which no column shows.</summary>
    public IEnumerable<(string Field, long Target)> InnerLinks(Record record)
    {
        // most types have none, and are asked for every record
        if (linking.Length == 0 && (ownLinks.Length == 0 || record.Own is null)) return [];
        return PartLinks(record).Concat(OwnLinks(record)).Distinct();
    }

    private IEnumerable<(string Field, long Target)> OwnLinks(Record record) =>
        from link in ownLinks
        let target = link.Read(record) as long?
        where target is not null
        select (link.Code, target.Value);

    private IEnumerable<(string Field, long Target)> PartLinks(Record record) =>
        from pair in linking
        where pair.Field.Read(record) is IEnumerable
        from object part in (IEnumerable)pair.Field.Read(record)!
        from link in pair.Links
        let target = link.Read(part) as long?
        where target is not null
        select (pair.Field.Code, target.Value);
}

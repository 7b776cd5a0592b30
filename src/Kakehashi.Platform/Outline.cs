using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Kakehashi.Platform.Api;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Facts;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform;

/// <summary>
/// Everything that follows from the definition of a record type, as text: what a change of one line does to tables,
/// forms, lists, files, the API, search and indicators is seen in review.
/// </summary>
public static class Outline
{
    /// <summary>The outline of a type.</summary>
    public static string Of(RecordType type, RecordTypes types)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{type.Code}: {type.One}; {type.Many}; /{type.Route}\n");
        var sample = (Record)Samples.Fill(type.New(), type.Fields);
        Section(text, "Keys of a sample", type.Keys(sample));
        Section(text, "Caption of a sample", [Both(type.Caption(sample))]);
        Section(text, "Seen by", [type.Visible is null ? "everybody" : type.Visible.ToString()]);
        var table = new RecordTable(type);
        Section(text, $"Table {table.Name} in SQLite", table.Columns.Select(column => column.Sqlite));
        Section(text, $"Table {table.Name} in PostgreSQL", table.Columns.Select(column => column.Postgres));
        Section(text, "Indexed", table.Indexes.Select(index => string.Join(", ", index.Behind.Prepend(index.Field).Select(field => field.Code))));
        Section(text, "Form", type.Fields.SelectMany(field => Form(field)));
        Section(text, "List", type.Fields.Where(field => field.IsListed).Select(field => field.Code));
        Section(text, "Search", type.Fields.Where(field => field.IsSearched).Select(Searched));
        Section(text, "Import template", [string.Join(",", type.Fields.Where(IsWritten).SelectMany(Headers))]);
        Section(text, "API", type.Fields.SelectMany(field => Api(field, new(types))));
        Section(text, "Checks", type.Rules.Select(rule => $"{CodeNames.Of(rule.Field)} {rule.Code}: {rule.Message}"));
        if (type.Guards.Count > 0) Section(text, "Guarded", type.Guards.Select(guard => $"{CodeNames.Of(guard.Field)} {guard.Code}: {guard.Message}"));
        if (type.Concerns.Count > 0) Section(text, "To be looked at", type.Concerns.Select(concern => $"{concern.Code}{(concern.Other is { } other ? $" (beside {CodeNames.Of(other.Name)})" : "")}: {concern.Message}"));
        foreach (var fact in type.Facts) Section(text, $"Fact {fact.Name}: {fact.Label}", Fact(fact));
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append('\n').Append(title).Append('\n');
        var any = false;
        foreach (var line in lines)
        {
            text.Append("  ").Append(line.Replace("\n", "⏎", StringComparison.Ordinal)).Append('\n');
            any = true;
        }

        if (!any) text.Append("  none\n");
    }

    private static bool IsWritten(Field field) => field.WrittenBy == WrittenBy.Form;

    private static IEnumerable<string> Form(Field field, string indent = "")
    {
        var marks = new[] { field.IsRequired ? "required" : null, field.IsPersonal ? "personal" : null, IsWritten(field) ? null : "written by operations" }.OfType<string>();
        yield return string.Join(", ", [$"{indent}{field.Code}: {field.Label}, {field.Accept(Inputs.Instance)}", .. marks]);
        if (field.Help is { } help) yield return $"{indent}  help: {help}";
        if (field is PartsField parts)
            foreach (var line in parts.Part.Fields.SelectMany(sub => Form(sub, indent + "  "))) yield return line;
    }

    private static string Searched(Field field) => field is PartsField parts
        ? $"{field.Code}: {string.Join(", ", parts.Part.Fields.Where(sub => sub.IsSearched).Select(sub => sub.Code))}"
        : field.Code;

    /// <summary>A bilingual value has a column for each side.</summary>
    private static IEnumerable<string> Headers(Field field) => field is BilingualField ? [$"{field.Code}_ja", $"{field.Code}_en"] : [field.Code];

    /// <summary>As OpenAPI describes it, without the words.</summary>
    private static IEnumerable<string> Api(Field field, FieldSchemas schemas, string indent = "")
    {
        yield return $"{indent}{field.Code}{(field.IsRequired ? "" : "?")}: {Schema(field.Accept(schemas))}{(IsWritten(field) ? "" : " (read only)")}";
        if (field is PartsField parts)
            foreach (var line in parts.Part.Fields.SelectMany(sub => Api(sub, schemas, indent + "  "))) yield return line;
    }

    private static string Schema(JsonObject schema)
    {
        schema.Remove("description");
        // the properties of parts have lines of their own
        if (schema["items"] is JsonObject items) items.Remove("properties");
        return schema.ToJsonString();
    }

    private static IEnumerable<string> Fact(FactDefinition fact)
    {
        yield return $"date{(fact.UntilOf is null ? "" : ", until")}{(fact.UnitOf is null ? "" : ", unit")}";
        foreach (var column in fact.Columns)
        {
            var explained = column.List ?? column.Words?.Name ?? (column.Target is null ? null : CodeNames.Of(column.Target.Name));
            yield return $"{column.Name} {CodeNames.Of(column.Kind)}{(column.IsDimension ? " dimension" : "")}{(explained is null ? "" : $" of {explained}")}: {column.Label}";
        }
    }

    private static string Both(Bilingual sides) => $"{sides.Ja} || {sides.En}";

    /// <summary>Facet: what a form asks with.</summary>
    private sealed class Inputs : IFieldKinds<string>
    {
        public static Inputs Instance { get; } = new();

        public string Line(LineField field) => $"line of {field.MaxLength}";

        public string Note(NoteField field) => "note";

        public string Bilingual(BilingualField field) => $"line of {field.MaxLength} in Japanese and in English";

        public string Number(NumberField field) => $"whole number {field.Min} to {field.Max}";

        public string Amount(AmountField field) => "amount";

        public string Day(DayField field) => "day";

        public string Flag(FlagField field) => "yes or no";

        public string Choice(ChoiceField field) => $"one of {string.Join(", ", field.Values.All.Select(code => $"{code.Value} ({code.Label})"))}";

        public string Code(CodeField field) => $"code of {field.List}";

        public string Link(LinkField field) => $"link to {CodeNames.Of(field.Target.Name)}";

        public string Place(PlaceField field) => "latitude and longitude";

        public string Parts(PartsField field) => "list of";
    }

    /// <summary>Facet: a value that shows which field it came from.</summary>
    private sealed class Samples : IFieldKinds<object>
    {
        private static readonly Samples Instance = new();

        public static object Fill(object owner, IReadOnlyList<Field> fields)
        {
            foreach (var field in fields) field.Write(owner, field.Accept(Instance));
            return owner;
        }

        public object Line(LineField field) => $"‹{field.Code}›";

        public object Note(NoteField field) => $"‹{field.Code}›";

        public object Bilingual(BilingualField field) => new Bilingual($"‹{field.Code}_ja›", $"‹{field.Code}_en›");

        public object Number(NumberField field) => field.Min;

        public object Amount(AmountField field) => 1.5m;

        public object Day(DayField field) => new DateOnly(2025, 4, 1);

        public object Flag(FlagField field) => true;

        public object Choice(ChoiceField field) => field.Values.All[0].Value;

        public object Code(CodeField field) => $"‹{field.Code}›";

        public object Link(LinkField field) => 1L;

        public object Place(PlaceField field) => new Place(38.2554, 140.8403);

        public object Parts(PartsField field)
        {
            var list = field.Part.List();
            list.Add(Fill(field.Part.New(), field.Part.Fields));
            return list;
        }
    }
}

using System.Text.RegularExpressions;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Own;

namespace Kakehashi.Records;

/// <summary>One mistake in a definition.</summary>
/// <param name="Code">R001 and so on; stable.</param>
/// <param name="Where">The record type, and the field where one is meant.</param>
/// <param name="Message">For the programmer: what to mend.</param>
public sealed record RecordMistake(string Code, string Where, string Message);

/// <summary>Finds every mistake in every definition at once: at start-up, and in a test.</summary>
public static partial class RecordChecks
{
    /// <summary>Names that the engine keeps for itself.</summary>
    private static readonly string[] Reserved = ["id", "version", "is_withdrawn", "withdrawn", "number", "own"];

    /// <summary>Tables of the engine whose names a route could take.</summary>
    private static readonly string[] EngineTables = ["change", "change-set", "document", "import-batch", "record-key", "record-link", "search", "sequence"];

    /// <summary>First segments of addresses that pages, files and the API have for something else: a type there would be hidden behind them.</summary>
    public static IReadOnlyList<string> TakenRoutes { get; } =
        ["account", "agreement-reports", "api", "assessments", "board", "calendars", "codes", "compare", "countries", "dist", "duplicates", "en", "erasures", "ewp", "healthz", "imports", "indicators", "ja", "open", "openapi", "outbox", "partners", "partnerships", "pdf", "people", "periods", "portal", "printing", "procedures", "publications", "quality", "record-types", "regions", "registry", "reviews", "rounds", "screening", "search", "sign-in", "sign-out", "status", "strategy", "styleguide", "theme", "units", "welcome", "world"];

    /// <summary>All mistakes; none where all is well.</summary>
    public static IReadOnlyList<RecordMistake> All(RecordTypes types, CodeLists codes) =>
        [.. Among(types), .. types.All.SelectMany(type => Of(type, types, codes))];

    private static IEnumerable<RecordMistake> Among(RecordTypes types)
    {
        foreach (var twins in types.All.GroupBy(type => type.Route).Where(group => group.Count() > 1))
            yield return new("R001", string.Join(", ", twins), $"the route '{twins.Key}' is taken more than once");
        foreach (var twins in types.All.SelectMany(type => type.Facts).GroupBy(fact => fact.Name).Where(group => group.Count() > 1))
            yield return new("R002", twins.Key, "the fact is defined more than once");
    }

    private static IEnumerable<RecordMistake> Of(RecordType type, RecordTypes types, CodeLists codes)
    {
        if (!RoutePattern().IsMatch(type.Route)) yield return new("R003", type.Code, $"'{type.Route}' is no route: use small letters and hyphens, and call Named");
        if (EngineTables.Contains(type.Route)) yield return new("R021", type.Code, $"a table of the engine is called '{type.Route}'");
        if (TakenRoutes.Contains(type.Route)) yield return new("R022", type.Code, $"the address '/{type.Route}' is taken by the program itself");
        if (!type.HasCaption) yield return new("R004", type.Code, "call Caption: a record must be called something where it is linked to");
        if (!type.HasIdentity) yield return new("R005", type.Code, "call Identity: an import must know what it matches on");
        if (type.Fields.Count == 0) yield return new("R006", type.Code, "there is no field");
        if (!type.Fields.Any(field => field.IsListed)) yield return new("R007", type.Code, "no field is Listed: the list would be empty");
        foreach (var twins in type.Fields.GroupBy(field => field.Code).Where(group => group.Count() > 1))
            yield return new("R008", $"{type.Code}.{twins.Key}", "the field is defined more than once");
        foreach (var (code, named) in type.Rules.Select(rule => (rule.Code, rule.Field)).Concat(type.Guards.Select(guard => (guard.Code, guard.Field))).Where(one => type.Fields.All(field => field.Name != one.Field)))
            yield return new("R009", $"{type.Code}.{code}", $"the check names {named}, which is no field");
        foreach (var concern in type.Concerns.Where(concern => concern.Other is { } other && types.Find(other) is null))
            yield return new("R025", $"{type.Code}.{concern.Code}", $"{concern.Other!.Name} is no record type of this program");
        foreach (var mistake in type.Fields.SelectMany(field => Of(type, field, types, codes))) yield return mistake;
        foreach (var mistake in type.Facts.SelectMany(fact => OfFact(type, fact))) yield return mistake;
    }

    private static IEnumerable<RecordMistake> Of(RecordType type, Field field, RecordTypes types, CodeLists codes)
    {
        var where = $"{type.Code}.{field.Code}";
        if (Reserved.Contains(field.Code)) yield return new("R010", where, "the name is kept for the engine");
        if (!field.IsOwn && field.Code.StartsWith(OwnFields.Prefix, StringComparison.Ordinal)) yield return new("R024", where, $"'{OwnFields.Prefix}' is what the fields of universities begin with");
        if (string.IsNullOrWhiteSpace(field.Label.Ja) || string.IsNullOrWhiteSpace(field.Label.En)) yield return new("R011", where, "a label needs both languages");
        if (field is CodeField code && !codes.Names.Contains(code.List)) yield return new("R012", where, $"there is no code list '{code.List}' in catalogue/codes");
        if (field is LinkField link && types.Find(link.Target) is null) yield return new("R013", where, $"{link.Target.Name} is no record type of this program");
        if (field is LineField { MaxLength: < 1 or > 4000 }) yield return new("R014", where, "a line has 1 to 4,000 characters; take Note for more");
        if (field is PartsField { IsListed: true } or NoteField { IsListed: true }) yield return new("R015", where, "a list cannot be sorted by parts or notes");
        if (field is { IsRequired: true, WrittenBy: WrittenBy.Operation }) yield return new("R016", where, "a field that only operations write cannot be required of a form");
        if (field.IsPersonal && !CanBeEmptied(field)) yield return new("R023", where, "a personal field must be able to hold no value, else it cannot be erased: make the property nullable, and take Required off");
        if (field is not PartsField parts) yield break;
        if (parts.Part.Fields.Any(sub => sub is PartsField)) yield return new("R017", where, "a part has no parts of its own");
        foreach (var mistake in parts.Part.Fields.SelectMany(sub => Of(type, sub, types, codes)).Where(mistake => mistake.Code is "R011" or "R012" or "R013" or "R014" or "R023"))
            yield return mistake with { Where = $"{where}.{mistake.Where[(type.Code.Length + 1)..]}" };
    }

    private static IEnumerable<RecordMistake> OfFact(RecordType type, Facts.FactDefinition fact)
    {
        var where = $"{type.Code}: fact {fact.Name}";
        if (fact.DateOf is null) yield return new("R018", where, "call Date: a fact happened, or was true, on some day");
        if (fact.Columns.Select(column => column.Name).GroupBy(name => name).Any(group => group.Count() > 1)) yield return new("R019", where, "a column is defined more than once");
        foreach (var column in fact.Columns.Where(column => type.Field(column.Name) is { IsPersonal: true }))
            yield return new("R020", $"{where}.{column.Name}", "a personal field does not go into analytics; take Person for a pseudonym");
    }

    /// <summary>A line that is required is given a text in place of its value, which takes some room; a flag becomes no.</summary>
    private static bool CanBeEmptied(Field field) => field switch
    {
        FlagField or NoteField or BilingualField or PartsField => true,
        LineField { IsRequired: true } line => line.MaxLength >= 30,
        _ => !field.IsRequired && (!field.Type.IsValueType || Nullable.GetUnderlyingType(field.Type) is not null),
    };

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex RoutePattern();
}

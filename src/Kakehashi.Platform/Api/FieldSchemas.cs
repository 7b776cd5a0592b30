using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Api;

/// <summary>Facet: the JSON schema of a field, as OpenAPI 3.1 uses it.</summary>
internal sealed class FieldSchemas(RecordTypes types) : IFieldKinds<JsonObject>
{
    /// <summary>The schema with what is said of the field; <paramref name="canBeNull"/> where it may have no value.</summary>
    public JsonObject Of(Field field, bool canBeNull)
    {
        var schema = field.Accept(this);
        if (canBeNull && schema["type"] is JsonValue type && type.GetValue<string>() is var name && name != "array")
        {
            schema["type"] = new JsonArray(name, "null");
            (schema["enum"] as JsonArray)?.Add(null);
        }
        else if (canBeNull && schema["$ref"] is { } reference)
        {
            schema = new() { ["anyOf"] = new JsonArray(new JsonObject { ["$ref"] = reference.DeepClone() }, new JsonObject { ["type"] = "null" }) };
        }

        schema["title"] = field.Label.En;
        schema["description"] = Description(field, schema["description"]?.GetValue<string>());
        if (field.WrittenBy == WrittenBy.Operation) schema["readOnly"] = true;
        return schema;
    }

    public JsonObject Line(LineField field) => new() { ["type"] = "string", ["maxLength"] = field.MaxLength };

    public JsonObject Note(NoteField field) => new() { ["type"] = "string", ["maxLength"] = NoteField.MaxLength };

    public JsonObject Bilingual(BilingualField field)
    {
        JsonObject Side() => new() { ["type"] = new JsonArray("string", "null"), ["maxLength"] = field.MaxLength };
        return new() { ["type"] = "object", ["properties"] = new JsonObject { ["ja"] = Side(), ["en"] = Side() }, ["additionalProperties"] = false };
    }

    public JsonObject Number(NumberField field) => new() { ["type"] = "integer", ["format"] = "int32", ["minimum"] = field.Min, ["maximum"] = field.Max };

    public JsonObject Amount(AmountField field) => new() { ["type"] = "number", ["description"] = $"At most {AmountField.Scale} digits after the point." };

    public JsonObject Day(DayField field) => new() { ["type"] = "string", ["format"] = "date" };

    public JsonObject Flag(FlagField field) => new() { ["type"] = "boolean" };

    public JsonObject Choice(ChoiceField field) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. field.Values.All.Select(code => JsonValue.Create(code.Value))]),
        ["description"] = string.Join("; ", field.Values.All.Select(code => $"{code.Value}: {code.Label.En} ({code.Label.Ja})")),
    };

    public JsonObject Code(CodeField field) => new()
    {
        ["type"] = "string",
        ["description"] = $"A code of {RecordsApi.Root}/codes/{field.List}.",
        ["x-code-list"] = field.List,
    };

    public JsonObject Link(LinkField field) => new()
    {
        ["type"] = "integer",
        ["format"] = "int64",
        ["minimum"] = 1,
        ["description"] = $"The id of a record of {RecordsApi.Root}/{types[field.Target].Route}; a string is taken for one of its keys.",
    };

    public JsonObject Place(PlaceField field) => new() { ["$ref"] = "#/components/schemas/Place" };

    public JsonObject Parts(PartsField field)
    {
        var properties = new JsonObject();
        foreach (var part in field.Part.Fields) properties[part.Code] = Of(part, !part.IsRequired);
        return new()
        {
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["required"] = new JsonArray([.. field.Part.Fields.Where(part => part.IsRequired).Select(part => JsonValue.Create(part.Code))]),
                ["additionalProperties"] = false,
            },
        };
    }

    private static string Description(Field field, string? more)
    {
        var label = $"{field.Label.En} ({field.Label.Ja}).";
        return string.Join(' ', new[] { label, Sentence(field.Help), more, field.IsPersonal ? "Personal." : null }.OfType<string>());
    }

    private static string? Sentence(Text? help) => help is { } text ? $"{text.En} ({text.Ja})" : null;
}

using System.Text.Json.Nodes;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Api;

/// <summary>The parts of the description that its paths refer to.</summary>
internal sealed class ApiComponents(RecordTypes types)
{
    private readonly FieldSchemas fields = new(types);

    public JsonObject All()
    {
        var schemas = new JsonObject
        {
            ["Text"] = Fixed(("ja", Typed("string")), ("en", Typed("string"))),
            ["Caption"] = Fixed(("ja", Typed("string", "null")), ("en", Typed("string", "null"))),
            ["Place"] = Fixed(("latitude", Bounded(90)), ("longitude", Bounded(180))),
            ["Problem"] = Problem(),
            ["RecordType"] = Fixed(("code", Typed("string")), ("href", Typed("string")), ("one", Words()), ("many", Words()), ("fields", ListOf("Field"))),
            ["Field"] = OfAField(),
        };
        foreach (var type in types.All)
        {
            schemas[ApiDescription.NameOf(type)] = Whole(type);
            schemas[ApiDescription.NameOf(type) + "Patch"] = Patch(type);
        }

        return new()
        {
            ["schemas"] = schemas,
            ["parameters"] = Parameters(),
            ["responses"] = new JsonObject
            {
                ["Problem"] = new JsonObject
                {
                    ["description"] = "Refused; code and errors say why, message in both languages, title and detail in that of Accept-Language.",
                    ["content"] = Content("application/problem+json", ApiDescription.Ref("schemas", "Problem")),
                },
            },
        };
    }

    public static JsonObject Content(string type, JsonObject schema) => new() { [type] = new JsonObject { ["schema"] = schema } };

    public static JsonObject Typed(params string[] names) =>
        new() { ["type"] = names.Length == 1 ? names[0] : new JsonArray([.. names.Select(name => JsonValue.Create(name))]) };

    private JsonObject Whole(RecordType type)
    {
        var properties = Engine();
        foreach (var field in type.Fields) properties[field.Code] = fields.Of(field, CanBeNull(field));
        // of what is read-only, OpenAPI asks in answers alone
        string[] required = [RecordJson.Id, RecordJson.Version, RecordJson.IsWithdrawn, .. type.Fields.Where(field => field.IsRequired).Select(field => field.Code)];
        return Object($"{type.One.En} ({type.One.Ja})", properties, required);
    }

    private JsonObject Patch(RecordType type)
    {
        var properties = Engine();
        foreach (var field in type.Fields) properties[field.Code] = fields.Of(field, CanBeNull(field));
        return Object($"What changes in a record of type {type.One.En} ({type.One.Ja}), as a merge patch (RFC 7396)", properties, []);
    }

    private static JsonObject Object(string description, JsonObject properties, string[] required) => new()
    {
        ["type"] = "object",
        ["description"] = description,
        ["properties"] = properties,
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
        ["additionalProperties"] = false,
    };

    private static bool CanBeNull(Field field) => !field.IsRequired && field is not FlagField;

    private static JsonObject Engine() => new()
    {
        [RecordJson.Id] = ReadOnly(new() { ["type"] = "integer", ["format"] = "int64" }),
        [RecordJson.Version] = ReadOnly(new() { ["type"] = "integer", ["format"] = "int32" }),
        [RecordJson.IsWithdrawn] = ReadOnly(Typed("boolean")),
        [RecordJson.Links] = ReadOnly(new()
        {
            ["type"] = "object",
            ["description"] = "The linked records by field: address and caption.",
            ["additionalProperties"] = Fixed(("href", Typed("string")), ("caption", ApiDescription.Ref("schemas", "Caption"))),
        }),
    };

    private static JsonObject ReadOnly(JsonObject schema)
    {
        schema["readOnly"] = true;
        return schema;
    }

    private static JsonObject Bounded(int most) => new() { ["type"] = "number", ["minimum"] = -most, ["maximum"] = most };

    private static JsonObject Fixed(params (string Name, JsonObject Schema)[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))),
        ["required"] = new JsonArray([.. members.Select(member => JsonValue.Create(member.Name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Problem()
    {
        var error = Fixed(("code", Typed("string")), ("message", ApiDescription.Ref("schemas", "Text")));
        var problem = Fixed(
            ("type", Typed("string")), ("title", Typed("string")), ("status", Typed("integer")), ("detail", Typed("string")),
            ("code", Typed("string")), ("message", ApiDescription.Ref("schemas", "Text")));
        var properties = problem["properties"]!.AsObject();
        properties["record"] = new JsonObject { ["type"] = "integer", ["description"] = "The record that is in the way." };
        properties["errors"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "By field or parameter; the empty name stands for the record as a whole.",
            ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = error },
        };
        return problem;
    }

    private static JsonObject OfAField()
    {
        var field = Fixed(("code", Typed("string")), ("label", Words()), ("kind", Typed("string")), ("required", Typed("boolean")), ("personal", Typed("boolean")), ("read_only", Typed("boolean")));
        var properties = field["properties"]!.AsObject();
        properties["help"] = Words();
        properties["codes"] = new JsonObject { ["type"] = "string", ["description"] = "The address of its code list." };
        properties["target"] = new JsonObject { ["type"] = "string", ["description"] = "The address of the records that it links to." };
        properties["values"] = new JsonObject { ["type"] = "array", ["description"] = "Of a choice.", ["items"] = Fixed(("value", Typed("string")), ("label", Words())) };
        properties["fields"] = ListOf("Field");
        return field;
    }

    private static JsonObject Words() => ApiDescription.Ref("schemas", "Text");

    private static JsonObject ListOf(string schema) => new() { ["type"] = "array", ["items"] = ApiDescription.Ref("schemas", schema) };

    private static JsonObject Parameters() => new()
    {
        ["id"] = Parameter("path", "number", "The id of the record.", new() { ["type"] = "integer", ["format"] = "int64" }, isRequired: true),
        ["If-Match"] = Parameter("header", "If-Match", "The ETag of the version that is changed; * for whichever it is.", Typed("string"), isRequired: true),
        ["If-None-Match"] = Parameter("header", "If-None-Match", "The ETag that is known already.", Typed("string"), isRequired: false),
        ["q"] = Parameter("query", "q", "Words to search for.", Typed("string"), isRequired: false),
        ["cursor"] = Parameter("query", "cursor", "next of the page before.", Typed("string"), isRequired: false),
        ["limit"] = Parameter("query", "limit", "The most items to answer.", new() { ["type"] = "integer", ["minimum"] = 1 }, isRequired: false),
        ["withdrawn"] = Parameter("query", "withdrawn", "Withdrawn records instead of those in use.", Typed("boolean"), isRequired: false),
    };

    public static JsonObject Parameter(string place, string name, string description, JsonObject schema, bool isRequired) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["description"] = description,
        ["required"] = isRequired,
        ["schema"] = schema,
    };
}

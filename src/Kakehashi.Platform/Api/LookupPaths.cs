using System.Text.Json.Nodes;

namespace Kakehashi.Platform.Api;

/// <summary>Describes the addresses that belong to no record type.</summary>
internal sealed class LookupPaths
{
    public const string Name = "lookup";

    public void AddTo(JsonObject paths)
    {
        paths[$"{RecordsApi.Root}/record-types"] = Get("recordTypes", "What record types there are, and their fields", [], [], ItemsOf("Record types.", ApiDescription.Ref("schemas", "RecordType")));
        var search = Get("search", "Records of all types by their words, best first", ["limit"], ["400", "404"], ItemsOf("Records found.", Hit()));
        search["get"]!["parameters"]!.AsArray().Add((JsonNode)ApiComponents.Parameter("query", "q", "Words to search for.", ApiComponents.Typed("string"), isRequired: true));
        search["get"]!["parameters"]!.AsArray().Add((JsonNode)ApiComponents.Parameter("query", "type", "The address segment of the one type to look in.", ApiComponents.Typed("string"), isRequired: false));
        paths[$"{RecordsApi.Root}/search"] = search;
        var codes = Get("codes", "The codes of a list, all or those that words match", ["q", "limit"], ["400", "404"], ItemsOf("Codes.", Code()));
        codes["parameters"] = new JsonArray(ApiComponents.Parameter("path", "list", "The name of the list.", ApiComponents.Typed("string"), isRequired: true));
        paths[$"{RecordsApi.Root}/codes/{{list}}"] = codes;
    }

    /// <summary>One method of an address, with the statuses of the refusals to be reckoned with; any other has the same shape.</summary>
    public static JsonObject Operation(string id, string summary, string tag, string[] parameters, string[] refusals) => new()
    {
        ["operationId"] = id,
        ["summary"] = summary,
        ["tags"] = new JsonArray(tag),
        ["parameters"] = new JsonArray([.. parameters.Select(name => ApiDescription.Ref("parameters", name))]),
        ["responses"] = new JsonObject([.. refusals.Append("default").Select(status => KeyValuePair.Create(status, (JsonNode?)ApiDescription.Ref("responses", "Problem")))]),
    };

    public static JsonObject ItemsOf(string description, JsonObject item) => new()
    {
        ["description"] = description,
        ["content"] = ApiComponents.Content("application/json", new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("items"),
            ["properties"] = new JsonObject { ["items"] = new JsonObject { ["type"] = "array", ["items"] = item } },
        }),
    };

    public static JsonObject Change() => Open(
        ("at", new() { ["type"] = "string", ["format"] = "date-time" }), ("actor", ApiComponents.Typed("string")), ("origin", ApiComponents.Typed("string")),
        ("batch", Described("integer", "The import that brought it; left out where none did.")), ("row", Described("integer", "The row of the file; left out where none brought it.")),
        ("change_set", ApiComponents.Typed("integer")), ("version", ApiComponents.Typed("integer")), ("kind", ApiComponents.Typed("string")),
        ("values", new() { ["type"] = new JsonArray("object", "null"), ["description"] = "Of a new record its values; of a change, by field, before and after; {\"erased\": true} in the place of a personal value that was erased. Of an erasure its reason, the fields, and the changes it has redacted. Of a merge the other record and how many records were turned." }));

    private static JsonObject Hit() => Open(
        ("type", ApiComponents.Typed("string")), ("id", ApiComponents.Typed("integer")), ("href", ApiComponents.Typed("string")), ("caption", ApiDescription.Ref("schemas", "Caption")));

    private static JsonObject Code() => Open(
        ("value", ApiComponents.Typed("string")), ("label", ApiDescription.Ref("schemas", "Text")), ("parent", ApiComponents.Typed("string", "null")));

    private static JsonObject Open(params (string Name, JsonObject Schema)[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))),
    };

    private static JsonObject Described(string type, string description) => new() { ["type"] = type, ["description"] = description };

    private static JsonObject Get(string id, string summary, string[] parameters, string[] refusals, JsonObject answer)
    {
        var operation = Operation(id, summary, Name, parameters, refusals);
        operation["responses"]!["200"] = answer;
        return new() { ["get"] = operation };
    }
}

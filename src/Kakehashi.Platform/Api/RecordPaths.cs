using System.Text.Json.Nodes;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Api;

/// <summary>Describes the addresses of one record type.</summary>
internal sealed class RecordPaths(RecordType type)
{
    private readonly string schema = ApiDescription.NameOf(type);

    public void AddTo(JsonObject paths)
    {
        var root = $"{RecordsApi.Root}/{type.Route}";
        paths[root] = new JsonObject { ["get"] = List(), ["post"] = Create() };
        paths[root + "/{number}"] = new JsonObject
        {
            ["parameters"] = new JsonArray(ApiDescription.Ref("parameters", "id")),
            ["get"] = Operation("get", "One", ["If-None-Match"], ("200", Whole()), ("304", Plain("Not modified."))),
            ["put"] = With(Operation("replace", "Replace", ["If-Match"], ("200", Whole())), "application/json", schema),
            ["patch"] = With(Operation("patch", "Change", ["If-Match"], ("200", Whole())), "application/merge-patch+json", schema + "Patch"),
            ["delete"] = Operation("withdraw", "Withdraw", ["If-Match"], ("204", Plain("Withdrawn; its history stays."))),
        };
        paths[root + "/{number}/restore"] = new JsonObject
        {
            ["parameters"] = new JsonArray(ApiDescription.Ref("parameters", "id")),
            ["post"] = Operation("restore", "Bring back what was withdrawn", ["If-Match"], ("200", Whole())),
        };
        if (Erasable.Is(type))
            paths[root + "/{number}/erase"] = new JsonObject
            {
                ["parameters"] = new JsonArray(ApiDescription.Ref("parameters", "id")),
                ["post"] = Erase(),
            };
        paths[root + "/{number}/history"] = new JsonObject
        {
            ["parameters"] = new JsonArray(ApiDescription.Ref("parameters", "id")),
            ["get"] = Operation("history", "What has happened to it, the latest first", ["cursor", "limit"], ("200", Answer("A page.", Page(LookupPaths.Change())))),
        };
    }

    private JsonObject List()
    {
        var operation = Operation("list", "All of them, by id, page by page", ["q", "cursor", "limit", "withdrawn"], ("200", Answer("A page.", Page(ApiDescription.Ref("schemas", schema)))));
        foreach (var field in type.Fields)
            foreach (var parameter in Filters(field)) operation["parameters"]!.AsArray().Add(parameter);
        return operation;
    }

    private static IEnumerable<JsonNode> Filters(Field field)
    {
        var kind = FilterKinds.Of(field);
        if (kind == FilterKind.None) yield break;
        var label = $"{field.Label.En} ({field.Label.Ja})";
        yield return ApiComponents.Parameter("query", field.Code, $"{label}: any of these; empty for none.",
            new() { ["type"] = "array", ["items"] = ApiComponents.Typed("string") }, isRequired: false);
        if (kind != FilterKind.Range) yield break;
        yield return ApiComponents.Parameter("query", field.Code + ListAddress.From, $"{label}: not below this.", ApiComponents.Typed("string"), isRequired: false);
        yield return ApiComponents.Parameter("query", field.Code + ListAddress.To, $"{label}: not above this.", ApiComponents.Typed("string"), isRequired: false);
    }

    private JsonObject Create()
    {
        var created = Whole();
        created["description"] = "Created; Location has its address.";
        return With(Operation("create", "Create", [], ("201", created)), "application/json", schema);
    }

    private JsonObject Erase()
    {
        var operation = Operation("erase", "Erase personal data, also of its history; cannot be undone", ["If-Match"], ("200", Whole()));
        operation["requestBody"] = new JsonObject
        {
            ["required"] = true,
            ["content"] = ApiComponents.Content("application/json", new()
            {
                ["type"] = "object",
                ["required"] = new JsonArray("reason"),
                ["properties"] = new JsonObject { ["reason"] = new JsonObject { ["type"] = "string", ["maxLength"] = ErasePersonalData.LongestReason, ["description"] = "Why; stays in the history, so name no person in it." } },
            }),
        };
        return operation;
    }

    private static JsonObject Page(JsonNode item) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("items", "next"),
        ["properties"] = new JsonObject { ["items"] = new JsonObject { ["type"] = "array", ["items"] = item }, ["next"] = ApiComponents.Typed("string", "null") },
    };

    private JsonObject Operation(string verb, string summary, string[] parameters, params (string Status, JsonObject Response)[] responses)
    {
        var operation = LookupPaths.Operation($"{verb}{schema}", $"{summary}: {type.One.En} ({type.One.Ja})", type.Code, parameters);
        foreach (var (status, response) in responses) operation["responses"]![status] = response;
        return operation;
    }

    private static JsonObject With(JsonObject operation, string mediaType, string schema)
    {
        operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = ApiComponents.Content(mediaType, ApiDescription.Ref("schemas", schema)) };
        return operation;
    }

    private JsonObject Whole()
    {
        var answer = Answer("The record.", ApiDescription.Ref("schemas", schema));
        answer["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["schema"] = ApiComponents.Typed("string") } };
        return answer;
    }

    private static JsonObject Answer(string description, JsonObject schema) =>
        new() { ["description"] = description, ["content"] = ApiComponents.Content("application/json", schema) };

    private static JsonObject Plain(string description) => new() { ["description"] = description };
}

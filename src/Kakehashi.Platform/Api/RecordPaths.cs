using System.Text.Json.Nodes;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Lists;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Api;

/// <summary>Describes the addresses of one record type.</summary>
internal sealed class RecordPaths(RecordType type)
{
    private static readonly string[] NoRecord = ["404"];
    private static readonly string[] OfBody = ["400", "413", "415", "422"];
    private static readonly string[] OfVersion = ["404", "412", "428"];

    private readonly string schema = ApiDescription.NameOf(type);

    public void AddTo(JsonObject paths)
    {
        var root = $"{RecordsApi.Root}/{type.Route}";
        paths[root] = new JsonObject { ["get"] = List(), ["post"] = Create() };
        paths[root + "/{number}"] = new JsonObject
        {
            ["parameters"] = new JsonArray(ApiDescription.Ref("parameters", "id")),
            ["get"] = Operation("get", "One", ["If-None-Match"], NoRecord, ("200", Whole()), ("304", Plain("Not modified."))),
            ["put"] = With(Operation("replace", "Replace", ["If-Match"], [.. OfVersion, .. OfBody, "409"], ("200", Whole())), "application/json", schema),
            ["patch"] = With(Operation("patch", "Change", ["If-Match"], [.. OfVersion, .. OfBody, "409"], ("200", Whole())), "application/merge-patch+json", schema + "Patch"),
            ["delete"] = Operation("withdraw", "Withdraw", ["If-Match"], OfVersion, ("204", Plain("Withdrawn; its history stays."))),
        };
        paths[root + "/{number}/restore"] = new JsonObject
        {
            ["parameters"] = new JsonArray(ApiDescription.Ref("parameters", "id")),
            ["post"] = Operation("restore", "Bring back what was withdrawn", ["If-Match"], [.. OfVersion, "409"], ("200", Whole())),
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
            ["get"] = Operation("history", "What has happened to it, the latest first", ["cursor", "limit"], ["400", "404"], ("200", Answer("A page.", Page(LookupPaths.Change())))),
        };
    }

    private JsonObject List()
    {
        var operation = Operation("list", "All of them, by id or in an order, page by page", ["q", "cursor", "limit", "withdrawn"], ["400"], ("200", Answer("A page.", Page(ApiDescription.Ref("schemas", schema)))));
        operation["responses"]!["200"]!["headers"] = new JsonObject { ["Link"] = Header("The address of the next page, rel=next; left out on the last page.") };
        operation["parameters"]!.AsArray().Add((JsonNode)ApiComponents.Parameter("query", ListAddress.Sort,
            "The field to sort by, - before it for descending order; records without a value come last. A cursor belongs to its order.",
            new() { ["type"] = "string", ["enum"] = new JsonArray([.. Orders().SelectMany(name => new[] { name, "-" + name }).Select(name => JsonValue.Create(name))]) }, isRequired: false));
        foreach (var field in type.Fields)
            foreach (var parameter in Filters(field)) operation["parameters"]!.AsArray().Add(parameter);
        return operation;
    }

    private IEnumerable<string> Orders() =>
        type.Fields.Where(ListOrder.CanSort).SelectMany(field => field is BilingualField ? [field.Code, field.Code + ".ja", field.Code + ".en"] : new[] { field.Code });

    private static IEnumerable<JsonNode> Filters(Field field)
    {
        var kind = FilterKinds.Of(field);
        if (kind.HasFlag(FilterKind.Value)) yield return Filter(field, "", field is BilingualField ? "either side is any of these; 日本語 || English for both; empty for none" : "any of these; empty for none", Texts());
        if (kind.HasFlag(FilterKind.Text)) yield return Filter(field, ListAddress.Contains, "has any of these in it, A–Z in either case", Texts());
        if (kind.HasFlag(FilterKind.Range)) yield return Filter(field, ListAddress.From, "not below this", ApiComponents.Typed("string"));
        if (kind.HasFlag(FilterKind.Range)) yield return Filter(field, ListAddress.To, "not above this", ApiComponents.Typed("string"));
        if (field is not FlagField) yield return Filter(field, ListAddress.Has, "true for records with a value, false for those without", ApiComponents.Typed("boolean"));
    }

    private static JsonObject Texts() => new() { ["type"] = "array", ["items"] = ApiComponents.Typed("string") };

    private static JsonObject Filter(Field field, string end, string meaning, JsonObject schema) =>
        ApiComponents.Parameter("query", field.Code + end, $"{field.Label.En} ({field.Label.Ja}): {meaning}.", schema, isRequired: false);

    private JsonObject Create()
    {
        var created = Whole();
        created["description"] = "Created.";
        created["headers"]!["Location"] = Header("The address of the record.");
        return With(Operation("create", "Create", [], [.. OfBody, "409"], ("201", created)), "application/json", schema);
    }

    private JsonObject Erase()
    {
        var operation = Operation("erase", "Erase personal data, also of its history; cannot be undone", ["If-Match"], [.. OfVersion, .. OfBody], ("200", Whole()));
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

    private JsonObject Operation(string verb, string summary, string[] parameters, string[] refusals, params (string Status, JsonObject Response)[] responses)
    {
        var operation = LookupPaths.Operation($"{verb}{schema}", $"{summary}: {type.One.En} ({type.One.Ja})", type.Code, parameters, refusals);
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
        answer["headers"] = new JsonObject { ["ETag"] = Header("The version, to be sent back as If-Match or If-None-Match.") };
        return answer;
    }

    private static JsonObject Answer(string description, JsonObject schema) =>
        new() { ["description"] = description, ["content"] = ApiComponents.Content("application/json", schema) };

    private static JsonObject Header(string description) => new() { ["description"] = description, ["schema"] = ApiComponents.Typed("string") };

    private static JsonObject Plain(string description) => new() { ["description"] = description };
}

using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Api;

/// <summary>The description of the API in OpenAPI 3.1, made from the definitions when it is first asked for.</summary>
internal sealed class ApiDescription(Workspace workspace)
{
    private readonly Lazy<JsonObject> description = new(() => Describe(workspace.Types));

    public IResult Answer() => new ApiAnswer(json => description.Value.WriteTo(json)) { ContentType = "application/json; charset=utf-8" };

    /// <summary>The name of a type's schema: <c>OrgUnit</c>.</summary>
    public static string NameOf(RecordType type) => type.Entity.Name;

    public static JsonObject Ref(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    private static JsonObject Describe(RecordTypes types)
    {
        var paths = new JsonObject();
        var lookups = new LookupPaths();
        lookups.AddTo(paths);
        foreach (var type in types.All) new RecordPaths(type).AddTo(paths);
        return new()
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Kakehashi / 架け橋",
                ["version"] = "1",
                ["description"] = "Records on international exchange: the same types, rules and messages as in the pages. "
                    + "国際交流の記録。画面と同じ種類、規則、メッセージで扱います。",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. types.All.Select(type => Tag(type.Code, type.Many)), Tag(LookupPaths.Name, ("共通", "Across types"))]),
            ["paths"] = paths,
            ["components"] = new ApiComponents(types).All(),
        };
    }

    private static JsonObject Tag(string name, Text words) => new() { ["name"] = name, ["description"] = $"{words.En} ({words.Ja})" };
}

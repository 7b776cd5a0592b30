using System.Text.Json;

namespace Kakehashi.Platform.Import.Files;

/// <summary>A way into a JSON row, e.g. <c>coord.lat</c> or <c>names[].value</c>: property names, each with how many arrays to open.</summary>
internal sealed class JsonPath
{
    private readonly (string Name, int Arrays)[] steps;

    private JsonPath((string, int)[] steps) => this.steps = steps;

    internal static JsonPath Parse(string path) => new([.. path.Split('.').Select(step =>
    {
        var name = step;
        var arrays = 0;
        for (; name.EndsWith("[]", StringComparison.Ordinal); arrays++) name = name[..^2];
        return (name, arrays);
    })]);

    internal IEnumerable<JsonElement> Elements(JsonElement root)
    {
        IEnumerable<JsonElement> found = [root];
        foreach (var (name, arrays) in steps)
        {
            if (name.Length > 0) found = found.SelectMany(e => Property(e, name));
            for (var i = 0; i < arrays; i++) found = found.SelectMany(Items);
        }

        return found;
    }

    internal static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => element.GetRawText(),
    };

    private static IEnumerable<JsonElement> Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? [value] : [];

    private static IEnumerable<JsonElement> Items(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];
}

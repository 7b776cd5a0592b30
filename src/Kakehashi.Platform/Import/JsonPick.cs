using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kakehashi.Platform.Import;

/// <summary>
/// One value out of a JSON array: <c>names[lang=ja].value</c> is the value of the first name whose lang is ja, or has
/// ja among its lang.
/// </summary>
internal sealed partial record JsonPick(string Path, string Array, string Key, string Equal, string Property)
{
    /// <summary>A pick, or null where the path is none.</summary>
    public static JsonPick? Read(string path) => Pattern().Match(path) is { Success: true } match
        ? new(path, match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value)
        : null;

    /// <summary>The value in a row, or null.</summary>
    public string? Of(JsonElement row)
    {
        if (!row.TryGetProperty(Array, out var items) || items.ValueKind != JsonValueKind.Array) return null;
        foreach (var item in items.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(Key, out var key) && Has(key) && item.TryGetProperty(Property, out var value) && value.ValueKind == JsonValueKind.String)
                return value.GetString();
        return null;
    }

    private bool Has(JsonElement key) => key.ValueKind switch
    {
        JsonValueKind.String => key.ValueEquals(Equal),
        JsonValueKind.Array => key.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(Equal)),
        _ => false,
    };

    [GeneratedRegex(@"^(\w+)\[(\w+)=(\w+)\]\.(\w+)$")]
    private static partial Regex Pattern();
}

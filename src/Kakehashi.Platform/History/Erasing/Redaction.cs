using System.Text.Json;
using System.Text.Json.Nodes;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Own;

namespace Kakehashi.Platform.History.Erasing;

/// <summary>Facet History, redacted: a change without its personal values; a mark stands where one was.</summary>
internal static class Redaction
{
    private const string MarkName = "erased";

    /// <summary>No field writes such an object: a mark cannot be taken for a value, nor a value for a mark.</summary>
    public static bool IsMark(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(MarkName, out var mark) && mark.ValueKind == JsonValueKind.True;

    /// <summary>Whether a value, or a part of it, was redacted.</summary>
    public static bool HasMark(JsonElement json) => IsMark(json)
        || (json.ValueKind == JsonValueKind.Array && json.EnumerateArray().Any(part => part.ValueKind == JsonValueKind.Object && part.EnumerateObject().Any(sub => IsMark(sub.Value))));

    /// <summary>The values of a change without what is personal in them.</summary>
    /// <returns>The fields that had something, and the new text; no field where there was nothing.</returns>
    public static (IReadOnlyList<Field> Fields, string Values) Of(RecordType type, Change change)
    {
        if (change.Kind is not (ChangeKinds.Created or ChangeKinds.Updated) || change.Values is null) return ([], "");
        var values = JsonNode.Parse(change.Values)!.AsObject();
        List<Field> fields = [.. Erasable.Fields(type).Concat(Undeclared(type, values)).Where(field => values.ContainsKey(field.Code) && Redact(field, values, change))];
        return (fields, fields.Count == 0 ? "" : Written(values));
    }

    /// <summary>The JSON of an update without what is personal in it.</summary>
    public static string OfUpdate(RecordType type, long record, string values)
    {
        var (fields, redacted) = Of(type, new Change { Record = record, Type = type.Code, Kind = ChangeKinds.Updated, Values = values, Hash = [] });
        return fields.Count == 0 ? values : redacted;
    }

    /// <summary>A value as the record itself has it after the erasure: what marks stand for is gone.</summary>
    public static JsonElement Left(Field field, JsonElement value, long record)
    {
        if (!HasMark(value)) return value;
        if (field is not PartsField parts || value.ValueKind != JsonValueKind.Array) return Json(field, record) is { } left ? JsonElement.Parse(left) : default;
        var list = JsonNode.Parse(value.GetRawText())!.AsArray();
        foreach (var part in list.OfType<JsonObject>())
            foreach (var sub in parts.Part.Fields.Where(sub => part[sub.Code] is JsonObject mark && mark.ContainsKey(MarkName)))
            {
                // as parts are written: what has no value is not there
                if (Json(sub, record) is { } left) part[sub.Code] = JsonNode.Parse(left);
                else part.Remove(sub.Code);
            }

        return JsonElement.Parse(Written(list));
    }

    /// <summary>The canonical value that is left of a stored one.</summary>
    public static object? Read(Field field, JsonElement value, long record) =>
        Left(field, value, record) is { ValueKind: not JsonValueKind.Undefined } left ? StoredReaders.Read(field, left) : null;

    /// <summary>Own values whose declaration was taken away: nothing says that they are not personal.</summary>
    private static List<Field> Undeclared(RecordType type, JsonObject values) =>
        [.. values.Select(value => value.Key).Where(code => code.StartsWith(OwnFields.Prefix, StringComparison.Ordinal) && type.Field(code) is null).Select(code => OwnFields.Remnant(code, null))];

    private static bool Redact(Field field, JsonObject values, Change change)
    {
        if (change.Kind == ChangeKinds.Created) return Mark(field, values[field.Code], change.Record, mark => values[field.Code] = mark);
        var pair = values[field.Code]!.AsArray();
        var before = Mark(field, pair[0], change.Record, mark => pair[0] = mark);
        return Mark(field, pair[1], change.Record, mark => pair[1] = mark) || before;
    }

    /// <summary>Puts a mark in the place of a personal value; false where there is none.</summary>
    private static bool Mark(Field field, JsonNode? value, long record, Action<JsonObject> put)
    {
        if (value is null || (value is JsonObject known && known.ContainsKey(MarkName))) return false;
        if (!field.IsPersonal) return value is JsonArray list && MarkParts(((PartsField)field).Part, list, record);
        // what erasing has left there before tells nothing of the person; of a flag it does
        if (field is not FlagField && Json(field, record) is { } left && JsonNode.DeepEquals(value, JsonNode.Parse(left))) return false;
        put(new() { [MarkName] = true });
        return true;
    }

    private static bool MarkParts(PartType type, JsonArray list, long record)
    {
        var any = false;
        foreach (var part in list.OfType<JsonObject>())
            foreach (var sub in type.Fields.Where(sub => sub.IsPersonal))
                any |= Mark(sub, part[sub.Code], record, mark => part[sub.Code] = mark);
        return any;
    }

    private static string? Json(Field field, long record) =>
        Erasable.Left(field, record) is { } left && !(field.IsOwn && left is false) ? Columns.Json(field.Accept(Records.Values.JsonWriters.Instance), left) : null;

    private static string Written(JsonNode node)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Columns.JsonSettings)) node.WriteTo(json);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

using System.Buffers;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.History;

/// <summary>Facet History: what a change was, as JSON.</summary>
internal sealed class ChangeValues : IDisposable
{
    private readonly (Field Field, JsonEncodedText Name, Action<Utf8JsonWriter, object> Write)[] fields;
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter json;

    public ChangeValues(RecordType type)
    {
        fields = [.. type.Fields.Where(field => !field.IsOwn).Select(field => (field, JsonEncodedText.Encode(field.Code), field.Accept(JsonWriters.Instance)))];
        json = new(buffer, Columns.JsonSettings);
    }

    /// <summary>All values of a record; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Created(Record record)
    {
        Begin();
        foreach (var (field, name, write) in fields)
        {
            if (field.Read(record) is not { } value) continue;
            json.WritePropertyName(name);
            write(json, value);
        }

        foreach (var (code, stored) in record.Own?.All ?? [])
        {
            json.WritePropertyName(code);
            stored.WriteTo(json);
        }

        return End();
    }

    /// <summary>{"field": [before, after]} for each field that differs; valid until the next call, empty where none does.</summary>
    public ReadOnlyMemory<byte> Updated(Record before, Record after)
    {
        Begin();
        var any = false;
        foreach (var (field, name, write) in fields)
        {
            var (old, now) = (field.Read(before), field.Read(after));
            if (SameValues.Are(field, old, now)) continue;
            any = true;
            json.WriteStartArray(name);
            WriteOrNull(write, old);
            WriteOrNull(write, now);
            json.WriteEndArray();
        }

        any |= OwnUpdated(before, after);
        var written = End();
        return any ? written : default;
    }

    public void Dispose() => json.Dispose();

    /// <summary>Own values as they are stored, so that the history is whole whatever is declared then or later.</summary>
    private bool OwnUpdated(Record before, Record after)
    {
        if (before.Own is null && after.Own is null) return false;
        var any = false;
        foreach (var code in (before.Own?.All ?? []).Concat(after.Own?.All ?? []).Select(own => own.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.Own?.Find(code), after.Own?.Find(code));
            if (old is { } one && now is { } other && JsonElement.DeepEquals(one, other)) continue;
            any = true;
            json.WriteStartArray(code);
            WriteOrNull(Stored, old);
            WriteOrNull(Stored, now);
            json.WriteEndArray();
        }

        return any;
    }

    private static void Stored(Utf8JsonWriter json, object value) => ((JsonElement)value).WriteTo(json);

    private void WriteOrNull(Action<Utf8JsonWriter, object> write, object? value)
    {
        if (value is null) json.WriteNullValue();
        else write(json, value);
    }

    private void Begin()
    {
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        json.WriteStartObject();
    }

    private ReadOnlyMemory<byte> End()
    {
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}

/// <summary>Whether two canonical values of a field are the same; lists of parts are compared part by part, in order.</summary>
public static class SameValues
{
    /// <summary>No field of the one differs from that of the other.</summary>
    public static bool Are(RecordType type, Record one, Record other) => type.Fields.All(field => Are(field, field.Read(one), field.Read(other)));

    /// <summary>What keeps a change from being made otherwise than by an operation; nothing where nothing would change.</summary>
    public static IEnumerable<Problem> Guarded(RecordType type, Record? before, Record after) =>
        type.Guards.Count == 0 || (before is not null && Are(type, before, after)) ? [] : RecordProblems.OfChange(type, before, after);

    public static bool Are(Field field, object? one, object? other)
    {
        if (field is not PartsField parts) return Equals(one, other);
        if (one is null || other is null) return one is null && other is null;
        var (a, b) = ((System.Collections.IList)one, (System.Collections.IList)other);
        if (a.Count != b.Count) return false;
        for (var i = 0; i < a.Count; i++)
            foreach (var sub in parts.Part.Fields)
                if (!Equals(sub.Read(a[i]!), sub.Read(b[i]!))) return false;
        return true;
    }
}

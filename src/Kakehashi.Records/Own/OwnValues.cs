using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kakehashi.Records.Own;

/// <summary>
/// The values of a record's own fields as they are stored: JSON by field code. What no declaration speaks of any more
/// stays in it, and what no longer fits a changed declaration too.
/// </summary>
public sealed class OwnValues
{
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, JsonElement> values;
    private string? text;

    private OwnValues(SortedDictionary<string, JsonElement> values, string? text) => (this.values, this.text) = (values, text);

    /// <summary>Reads what <see cref="Text"/> writes; null for null.</summary>
    internal static OwnValues? Of(string? text)
    {
        if (text is null) return null;
        var values = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in JsonElement.Parse(text).EnumerateObject()) values[property.Name] = property.Value;
        return new(values, text);
    }

    /// <summary>All of them, by code in ordinal order.</summary>
    public IReadOnlyCollection<KeyValuePair<string, JsonElement>> All => values;

    /// <summary>The JSON that is stored; null where there is no value, so that a record without any needs no room.</summary>
    internal string? Text => values.Count == 0 ? null : text ??= Write();

    /// <summary>The stored value of a field, or null.</summary>
    public JsonElement? Find(string code) => values.TryGetValue(code, out var value) ? value : null;

    /// <summary>Puts a value among those of a record; null, also as JSON, takes it out.</summary>
    internal static OwnValues? Put(OwnValues? own, string code, JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }) value = null;
        if (value is null && own is null) return null;
        own ??= new(new(StringComparer.Ordinal), null);
        if (value is { } one) own.values[code] = one;
        else own.values.Remove(code);
        own.text = null;
        return own;
    }

    /// <summary>One canonical value as it is stored.</summary>
    internal static JsonElement Stored(Action<Utf8JsonWriter, object> write, object value)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var json = new Utf8JsonWriter(buffer, Legible)) write(json, value);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private string Write()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Legible))
        {
            json.WriteStartObject();
            foreach (var (code, value) in values)
            {
                json.WritePropertyName(code);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

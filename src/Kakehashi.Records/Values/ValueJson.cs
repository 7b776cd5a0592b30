using System.Collections;
using System.Globalization;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Records.Fields;

namespace Kakehashi.Records.Values;

/// <summary>Facet: writes a canonical value as JSON, the same in the history, in columns of parts and in the API.</summary>
public sealed class JsonWriters : IFieldKinds<Action<Utf8JsonWriter, object>>
{
    /// <summary>The one there is; it has no settings.</summary>
    public static JsonWriters Instance { get; } = new();

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Line(LineField field) => Text;

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Note(NoteField field) => Text;

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Bilingual(BilingualField field) => (json, value) =>
    {
        var sides = (Bilingual)value;
        json.WriteStartObject();
        json.WriteString("ja", sides.Ja);
        json.WriteString("en", sides.En);
        json.WriteEndObject();
    };

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Number(NumberField field) => (json, value) => json.WriteNumberValue((int)value);

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Amount(AmountField field) => (json, value) => json.WriteNumberValue((decimal)value);

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Day(DayField field) => (json, value) =>
    {
        Span<char> text = stackalloc char[10];
        ((DateOnly)value).TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    };

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Flag(FlagField field) => (json, value) => json.WriteBooleanValue((bool)value);

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Choice(ChoiceField field) => Text;

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Code(CodeField field) => Text;

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Link(LinkField field) => (json, value) => json.WriteNumberValue((long)value);

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Place(PlaceField field) => (json, value) =>
    {
        var place = (Place)value;
        json.WriteStartObject();
        json.WriteNumber("latitude", place.Latitude);
        json.WriteNumber("longitude", place.Longitude);
        json.WriteEndObject();
    };

    /// <inheritdoc/>
    public Action<Utf8JsonWriter, object> Parts(PartsField field)
    {
        var writers = field.Part.Fields.Select(part => (Field: part, Write: part.Accept(this))).ToArray();
        return (json, value) =>
        {
            json.WriteStartArray();
            foreach (var part in (IEnumerable)value)
            {
                json.WriteStartObject();
                foreach (var (sub, write) in writers)
                {
                    if (sub.Read(part) is not { } one) continue;
                    json.WritePropertyName(sub.Code);
                    write(json, one);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        };
    }

    private static void Text(Utf8JsonWriter json, object value) => json.WriteStringValue((string)value);
}

/// <summary>
/// Facet: reads what <see cref="JsonWriters"/> writes. A JSON string is read as a person's text is, so that an API
/// client meets the same rules and messages as a form.
/// </summary>
public sealed class JsonReaders(TextReaders texts) : IFieldKinds<Func<JsonElement, Reading>>
{
    /// <inheritdoc/>
    public Func<JsonElement, Reading> Line(LineField field) => Text(field);

    /// <inheritdoc/>
    public Func<JsonElement, Reading> Note(NoteField field) => Text(field);

    /// <inheritdoc/>
    public Func<JsonElement, Reading> Bilingual(BilingualField field) => json => json.ValueKind == JsonValueKind.Object
        ? TextReaders.Sides(field, Side(json, "ja") ?? "", Side(json, "en") ?? "")
        : WrongKind(json, "{\"ja\": …, \"en\": …}");

    /// <inheritdoc/>
    public Func<JsonElement, Reading> Number(NumberField field) => Text(field);

    /// <inheritdoc/>
    public Func<JsonElement, Reading> Amount(AmountField field) => Text(field);

    /// <inheritdoc/>
    public Func<JsonElement, Reading> Day(DayField field) => Text(field);

    /// <inheritdoc/>
    public Func<JsonElement, Reading> Flag(FlagField field) => Text(field);

    /// <inheritdoc/>
    public Func<JsonElement, Reading> Choice(ChoiceField field) => Text(field);

    /// <inheritdoc/>
    public Func<JsonElement, Reading> Code(CodeField field) => Text(field);

    /// <summary>A number is the record's number; a string is a key.</summary>
    public Func<JsonElement, Reading> Link(LinkField field)
    {
        var read = field.Accept(texts);
        return json => json.ValueKind switch
        {
            JsonValueKind.Number when json.TryGetInt64(out var number) && number > 0 => new(number),
            JsonValueKind.String => read(json.GetString()!),
            _ => WrongKind(json, "123"),
        };
    }

    /// <inheritdoc/>
    public Func<JsonElement, Reading> Place(PlaceField field)
    {
        var read = field.Accept(texts);
        return json => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("latitude", out var north) && json.TryGetProperty("longitude", out var east)
            ? read($"{north.GetRawText()},{east.GetRawText()}")
            : WrongKind(json, "{\"latitude\": …, \"longitude\": …}");
    }

    /// <inheritdoc/>
    public Func<JsonElement, Reading> Parts(PartsField field)
    {
        var readers = field.Part.Fields.Select(part => (Field: part, Read: part.Accept(this))).ToArray();
        return json =>
        {
            if (json.ValueKind != JsonValueKind.Array) return WrongKind(json, "[{…}, …]");
            var list = field.Part.List();
            foreach (var element in json.EnumerateArray())
            {
                if (element.ValueKind != JsonValueKind.Object) return WrongKind(element, "{…}");
                var part = field.Part.New();
                foreach (var (sub, read) in readers)
                {
                    var reading = element.TryGetProperty(sub.Code, out var value) && value.ValueKind != JsonValueKind.Null ? read(value) : default;
                    if (reading.IsWrong) return reading;
                    if (reading.Value is LinkKey key) return TextReaders.LinkInPart(key.Key);
                    if (reading.Value is null && sub.IsRequired) return TextReaders.Required(sub);
                    if (reading.Value is not null) sub.Write(part, reading.Value);
                }

                list.Add(part);
            }

            return new(list.Count == 0 ? null : list);
        };
    }

    private Func<JsonElement, Reading> Text(Field field)
    {
        var read = field.Accept(texts);
        return json => json.ValueKind switch
        {
            JsonValueKind.String => json.GetString() is { Length: > 0 } text ? read(text) : default,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => read(json.GetRawText()),
            _ => WrongKind(json, "\"…\""),
        };
    }

    private static string? Side(JsonElement json, string language) =>
        json.TryGetProperty(language, out var side) && side.ValueKind == JsonValueKind.String && side.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    private static Reading WrongKind(JsonElement json, string expected) => Reading.Wrong("value.wrong-json", (
        $"JSONの形が違います({json.ValueKind})。{expected} の形にしてください。",
        $"The JSON has the wrong shape ({json.ValueKind}). Write it as {expected}."));
}

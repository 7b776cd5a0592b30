using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Api;

/// <summary>Facet Api: writes records of one type as JSON. Every field is there, null where it has no value.</summary>
internal sealed class RecordJson
{
    private readonly (Field Field, JsonEncodedText Name, Action<Utf8JsonWriter, object> Write)[] fields;
    private readonly LinkField[] links;
    private readonly RecordType type;

    public RecordJson(RecordType type)
    {
        this.type = type;
        fields = [.. type.Fields.Select(field => (field, JsonEncodedText.Encode(field.Code), field.Accept(JsonWriters.Instance)))];
        links = [.. type.Fields.OfType<LinkField>()];
    }

    /// <summary>Names that the engine answers beside the fields.</summary>
    public const string Id = "id";
    public const string Version = "version";
    public const string IsWithdrawn = "is_withdrawn";
    public const string Links = "_links";
    public const string Masked = "_masked";

    public static string Address(RecordType type, long number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{RecordsApi.Root}/{type.Route}/{number}");

    public void Write(Utf8JsonWriter json, Record record, LinkCaptions captions)
    {
        json.WriteStartObject();
        json.WriteNumber(Id, record.Number);
        json.WriteNumber(Version, record.Version);
        json.WriteBoolean(IsWithdrawn, record.IsWithdrawn);
        foreach (var (field, name, write) in fields)
        {
            json.WritePropertyName(name);
            if (field.Read(record) is { } value) write(json, value);
            else if (field is PartsField) json.WriteRawValue("[]"u8);
            else json.WriteNullValue();
        }

        if (record.IsMasked) WriteMasked(json);
        if (links.Length > 0) WriteLinks(json, record, captions);
        json.WriteEndObject();
    }

    /// <summary>The captions of all records that these link to, in one query a type.</summary>
    public async Task<LinkCaptions> CaptionsAsync(ApiCall call, RecordsContext context, IReadOnlyList<Record> records)
    {
        var captions = new LinkCaptions();
        foreach (var group in links.GroupBy(link => link.Target))
        {
            var target = call.Database.Types[group.Key];
            var numbers = records.SelectMany(record => group.Select(link => link.Read(record))).OfType<long>().Distinct().ToArray();
            foreach (var linked in await context.LoadAsync(target, numbers, call.Cancel))
                if (call.Actor.Sees(target, linked)) captions[linked.Number] = (target, target.Caption(linked));
        }

        return captions;
    }

    /// <summary>Names the fields whose values the caller may not see, so that null is not taken for empty.</summary>
    private void WriteMasked(Utf8JsonWriter json)
    {
        json.WriteStartArray(Masked);
        foreach (var field in Erasable.Fields(type)) json.WriteStringValue(field.Code);
        json.WriteEndArray();
    }

    private void WriteLinks(Utf8JsonWriter json, Record record, LinkCaptions captions)
    {
        json.WriteStartObject(Links);
        foreach (var link in links)
        {
            if (link.Read(record) is not long number || !captions.TryGetValue(number, out var linked)) continue;
            json.WriteStartObject(link.Code);
            json.WriteString("href", Address(linked.Type, number));
            ApiJson.Write(json, "caption", linked.Caption);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public override string ToString() => type.Code;
}

/// <summary>What linked records are called, by number; only those that the actor sees.</summary>
internal sealed class LinkCaptions : Dictionary<long, (RecordType Type, Bilingual Caption)>;

using System.Text.Json;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Api;

/// <summary>What a field is, for programs that make forms or mappings of their own.</summary>
internal static class FieldJson
{
    public static void Write(Utf8JsonWriter json, Field field, RecordTypes types)
    {
        json.WriteStartObject();
        json.WriteString("code", field.Code);
        ApiJson.Write(json, "label", field.Label);
        json.WriteString("kind", field.Accept(KindNames.Instance));
        json.WriteBoolean("required", field.IsRequired);
        json.WriteBoolean("personal", field.IsPersonal);
        json.WriteBoolean("read_only", field.WrittenBy == WrittenBy.Operation);
        if (field.Help is { } help) ApiJson.Write(json, "help", help);
        if (field is CodeField code) json.WriteString("codes", $"{RecordsApi.Root}/codes/{code.List}");
        if (field is LinkField link) json.WriteString("target", $"{RecordsApi.Root}/{types[link.Target].Route}");
        if (field is ChoiceField choice) WriteValues(json, choice.Values);
        if (field is PartsField { Part.Fields: var parts })
        {
            json.WriteStartArray("fields");
            foreach (var part in parts) Write(json, part, types);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, CodeList list)
    {
        json.WriteStartArray("values");
        foreach (var value in list.All)
        {
            json.WriteStartObject();
            json.WriteString("value", value.Value);
            ApiJson.Write(json, "label", value.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Facet: the name of a kind.</summary>
    private sealed class KindNames : IFieldKinds<string>
    {
        public static KindNames Instance { get; } = new();

        public string Line(LineField field) => "line";

        public string Note(NoteField field) => "note";

        public string Bilingual(BilingualField field) => "bilingual";

        public string Number(NumberField field) => "number";

        public string Amount(AmountField field) => "amount";

        public string Day(DayField field) => "day";

        public string Flag(FlagField field) => "flag";

        public string Choice(ChoiceField field) => "choice";

        public string Code(CodeField field) => "code";

        public string Link(LinkField field) => "link";

        public string Place(PlaceField field) => "place";

        public string Parts(PartsField field) => "parts";
    }
}

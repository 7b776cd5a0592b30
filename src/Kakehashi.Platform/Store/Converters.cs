using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Own;
using Kakehashi.Records.Values;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kakehashi.Platform.Store;

internal sealed class IdConverter<T>() : ValueConverter<Id<T>, long>(id => id.Value, value => new Id<T>(value))
    where T : class;

internal sealed class ChoiceConverter<TEnum>() : ValueConverter<TEnum, string>(value => Codes[value], code => Values[code])
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Codes = Enum.GetValues<TEnum>().ToDictionary(value => value, CodeNames.Of);
    private static readonly Dictionary<string, TEnum> Values = Codes.ToDictionary(pair => pair.Value, pair => pair.Key);
}

internal sealed class AmountConverter() : ValueConverter<decimal, long>(amount => Columns.ToStored(amount), stored => Columns.FromStored(stored));

internal sealed class PlaceConverter() : ValueConverter<Place, string>(place => place.ToString(), text => Place.Read(text) ?? default);

/// <summary>A list of parts as one column of JSON.</summary>
internal sealed class PartsConverter<TPart>(PartsField field) : ValueConverter<List<TPart>, string>(
    list => Columns.Json(field.Accept(JsonWriters.Instance), list),
    json => Read(field, json))
    where TPart : class
{
    private static List<TPart> Read(PartsField field, string json)
    {
        if (json == "[]") return [];
        using var document = JsonDocument.Parse(json);
        return (List<TPart>)field.Accept(StoredReaders.Instance)(document.RootElement)!;
    }
}

/// <summary>
/// Facet: a canonical value from JSON that the engine itself has written. It was checked then: codes are taken as they
/// stand, since lists may have changed. What was redacted since is no value.
/// </summary>
internal sealed class StoredReaders : IFieldKinds<Func<JsonElement, object?>>
{
    public static StoredReaders Instance { get; } = new();

    /// <summary>A value as the history has it; null for one of an own field that is of another kind than the field is now.</summary>
    public static object? Read(Field field, JsonElement json) => field.IsOwn ? field.Accept(OwnReaders.Instance)(json) : field.Accept(Instance)(json);

    private static readonly JsonReaders Places = new(new TextReaders(new CodeLists([])));

    public Func<JsonElement, object?> Line(LineField field) => Text;

    public Func<JsonElement, object?> Note(NoteField field) => Text;

    public Func<JsonElement, object?> Bilingual(BilingualField field) => json =>
        json.ValueKind == JsonValueKind.Null || Redaction.IsMark(json) ? null : new Bilingual(json.GetProperty("ja").GetString(), json.GetProperty("en").GetString());

    public Func<JsonElement, object?> Number(NumberField field) => json => json.ValueKind != JsonValueKind.Number ? null : json.GetInt32();

    public Func<JsonElement, object?> Amount(AmountField field) => json => json.ValueKind != JsonValueKind.Number ? null : json.GetDecimal();

    public Func<JsonElement, object?> Day(DayField field) => json => json.ValueKind != JsonValueKind.String ? null : DayText.Read(json.GetString()!);

    public Func<JsonElement, object?> Flag(FlagField field) => json => json.ValueKind == JsonValueKind.True;

    public Func<JsonElement, object?> Choice(ChoiceField field) => json => field.Values.Find(Text(json)) is { } code ? code.Value : null;

    public Func<JsonElement, object?> Code(CodeField field) => Text;

    public Func<JsonElement, object?> Link(LinkField field) => json => json.ValueKind != JsonValueKind.Number ? null : json.GetInt64();

    public Func<JsonElement, object?> Place(PlaceField field) => json => json.ValueKind == JsonValueKind.Null || Redaction.IsMark(json) ? null : Places.Place(field)(json).Value;

    public Func<JsonElement, object?> Parts(PartsField field) => json =>
    {
        if (json.ValueKind != JsonValueKind.Array) return null;
        var list = field.Part.List();
        foreach (var element in json.EnumerateArray())
        {
            var part = field.Part.New();
            foreach (var sub in field.Part.Fields)
                if (element.TryGetProperty(sub.Code, out var value)) sub.Write(part, sub.Accept(this)(value));
            list.Add(part);
        }

        return list;
    };

    private static string? Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;
}

/// <summary>Records are never tracked; the comparer only keeps EF from asking for one.</summary>
internal sealed class PartsComparer<TPart>() : ValueComparer<List<TPart>>((a, b) => ReferenceEquals(a, b), list => list.GetHashCode(), list => list)
    where TPart : class;

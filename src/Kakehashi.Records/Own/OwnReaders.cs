using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Records.Fields;

namespace Kakehashi.Records.Own;

/// <summary>
/// Facet: the canonical value of a stored one, or null where it is not of the field's kind, as after a change of the
/// declaration. Bounds and lists are not asked: they hold for what is entered.
/// </summary>
public sealed class OwnReaders : IFieldKinds<Func<JsonElement, object?>>
{
    /// <summary>The one there is; it has no settings.</summary>
    public static OwnReaders Instance { get; } = new();

    /// <summary>Whether a stored value is of the field's kind.</summary>
    public static bool Fits(Field field, JsonElement stored) => field.Accept(Instance)(stored) is not null;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Line(LineField field) => Text;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Note(NoteField field) => Text;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Bilingual(BilingualField field) => json =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("ja", out var ja) && json.TryGetProperty("en", out var en)
        && new Bilingual(Text(ja), Text(en)) is { IsEmpty: false } sides ? sides : null;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Number(NumberField field) => json =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) ? number : null;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Amount(AmountField field) => json =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var amount) ? amount : null;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Day(DayField field) => json =>
        json.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", out var day) ? day : null;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Flag(FlagField field) => json => json.ValueKind == JsonValueKind.True ? true : null;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Choice(ChoiceField field) => Text;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Code(CodeField field) => Text;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Link(LinkField field) => json =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) && number > 0 ? number : null;

    /// <inheritdoc/>
    public Func<JsonElement, object?> Place(PlaceField field) => json =>
        json.ValueKind == JsonValueKind.Object && Degrees(json, "latitude") is { } latitude && Degrees(json, "longitude") is { } longitude
            ? new Place(latitude, longitude)
            : null;

    /// <summary>An own field is no list of parts.</summary>
    public Func<JsonElement, object?> Parts(PartsField field) => _ => null;

    private static string? Text(JsonElement json) => json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 0 } text ? text : null;

    private static double? Degrees(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var degrees) ? degrees : null;
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Api;

/// <summary>
/// Where the next page of a list begins. Without an order, the number of the last record; in an order, what it is in
/// the order of, the value there and the number, so that a cursor cannot be taken to a list in another order.
/// </summary>
internal static class ListCursor
{
    public static string Write(ListOrder? order, WalkPlace place)
    {
        if (order is null) return place.Number.ToString(CultureInfo.InvariantCulture);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(order.ToString());
            json.WriteNumberValue(place.Number);
            if (place.Key is null) json.WriteNullValue();
            else if (order.Side is not null) json.WriteStringValue((string)place.Key);
            else order.Field.Accept(JsonWriters.Instance)(json, place.Key);
            json.WriteEndArray();
        }

        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    /// <summary>The place that a cursor names, or null for the beginning.</summary>
    public static Result<WalkPlace?> Read(string text, ListOrder? order)
    {
        if (text.Length == 0) return Done(null);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return order is null ? Done(new(null, number)) : ApiRefusals.OtherOrder(order.ToString());
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            if (json.RootElement is not { ValueKind: JsonValueKind.Array } parts || parts.GetArrayLength() != 3) return ApiRefusals.BadCursor;
            if (parts[0].GetString() != order?.ToString()) return ApiRefusals.OtherOrder(order?.ToString());
            return Done(new(Key(order!, parts[2]), parts[1].GetInt64()));
        }
        catch (Exception unread) when (unread is FormatException or JsonException or InvalidOperationException or DecoderFallbackException)
        {
            return ApiRefusals.BadCursor;
        }
    }

    private static object? Key(ListOrder order, JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : order.Side is not null ? json.GetString() : order.Field.Accept(StoredReaders.Instance)(json);

    private static Result<WalkPlace?> Done(WalkPlace? place) => place;
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kakehashi.Platform.Api;

/// <summary>
/// Reads the body of a request: JSON of bounded size, by its content type alone. A form of another site cannot send
/// that, which is what keeps it from writing here.
/// </summary>
internal static class ApiBody
{
    public const int MostBytes = 1 << 20;

    private const string Json = "application/json";
    private const string MergePatch = "application/merge-patch+json";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static async Task<Result<JsonObject>> ReadAsync(HttpRequest request, bool isPatch, CancellationToken cancel)
    {
        if (!IsJson(request.ContentType, isPatch)) return ApiRefusals.NotJson(isPatch ? $"{MergePatch} / {Json}" : Json);
        if (request.ContentLength > MostBytes) return ApiRefusals.TooLarge(MostBytes);
        using var body = new MemoryStream();
        var block = new byte[16 * 1024];
        while (await request.Body.ReadAsync(block, cancel) is var count and > 0)
        {
            if (body.Length + count > MostBytes) return ApiRefusals.TooLarge(MostBytes);
            body.Write(block, 0, count);
        }

        return Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    private static Result<JsonObject> Parse(ReadOnlySpan<byte> bytes)
    {
        // a file written on Windows may begin with a mark
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return ApiRefusals.Malformed(null, null);
        try
        {
            var node = JsonNode.Parse(bytes, documentOptions: Strict);
            if (node is not JsonObject json) return ApiRefusals.NotAnObject;
            // half a surrogate pair and control characters can be written as escapes, and are no text
            return HoldsText(node) ? json : ApiRefusals.Malformed(null, null);
        }
        catch (JsonException malformed)
        {
            return ApiRefusals.Malformed(malformed.LineNumber, malformed.BytePositionInLine);
        }
    }

    private static bool HoldsText(JsonNode? node) => node switch
    {
        JsonObject members => members.All(member => HoldsText(member.Value)),
        JsonArray items => items.All(HoldsText),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => IsText(value),
        _ => true,
    };

    private static bool IsText(JsonValue value)
    {
        try
        {
            return value.GetValue<string>().All(c => !char.IsControl(c) || c is '\t' or '\n' or '\r');
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsJson(string? contentType, bool isPatch) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || (isPatch && type.MediaType.Equals(MergePatch, StringComparison.OrdinalIgnoreCase)))
        && (!type.Charset.HasValue || type.Encoding == Encoding.UTF8);

    /// <summary>Applies a merge patch (RFC 7396): null takes a value away, an object changes what it names.</summary>
    public static JsonObject Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject change && target[name] is JsonObject inner) Merge(inner, change);
            else if (value is JsonObject whole) target[name] = Merge([], whole);
            else target[name] = value?.DeepClone();
        }

        return target;
    }
}

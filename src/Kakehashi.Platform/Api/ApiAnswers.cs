using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kakehashi.Platform.Api;

/// <summary>An answer in JSON, written whole before the first byte is sent, so that no half answer looks like a whole one.</summary>
internal sealed class ApiAnswer : IResult
{
    private readonly ArrayBufferWriter<byte> body = new(4096);

    public ApiAnswer(Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(body, Columns.JsonSettings);
        write(json);
    }

    public int Status { get; init; } = StatusCodes.Status200OK;

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Headers of this answer.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The version of the record that is answered, from which the ETag is made; null for anything else.</summary>
    public int? Version { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        foreach (var (name, value) in Headers) response.Headers.Append(name, value);
        response.Headers.CacheControl = Status < 400 ? "private, no-cache" : "no-store";
        if (Version is { } version)
        {
            var tag = VersionTag.Of(version, body.WrittenSpan);
            response.Headers.ETag = tag;
            if (HttpMethods.IsGet(request.Method) && VersionTag.IsKnown(request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = body.WrittenCount;
        if (!HttpMethods.IsHead(request.Method)) await response.BodyWriter.WriteAsync(body.WrittenMemory, httpContext.RequestAborted);
    }
}

/// <summary>
/// ETags of records: the version, then a few digits of what was sent, since the names of linked records change without it.
/// A change is checked against the version alone.
/// </summary>
internal static class VersionTag
{
    public static string Of(int version, ReadOnlySpan<byte> body) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{version}-{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 4))}\"");

    /// <summary>The client has exactly this.</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Tag == tag);

    /// <summary>Why a change may not be made to this version; null where it may.</summary>
    public static ApiRefusal? Refuse(HttpRequest request, int version)
    {
        if (request.Headers.IfMatch.Count == 0) return ApiRefusals.NoVersion;
        return request.GetTypedHeaders().IfMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || Names(tag, version)) ? null : ApiRefusals.Conflict;
    }

    private static bool Names(EntityTagHeaderValue tag, int version) =>
        int.TryParse(tag.Tag.AsSpan().Trim('"').ToString().Split('-')[0], System.Globalization.CultureInfo.InvariantCulture, out var named) && named == version;
}

/// <summary>A refusal as problem details (RFC 9457): title and detail in the caller's language, the message in both.</summary>
internal sealed class ApiProblem(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var status = (refusal as ApiRefusal)?.Status ?? StatusCodes.Status422UnprocessableEntity;
        var language = Preferred(httpContext.Request);
        var answer = new ApiAnswer(json => Write(json, status, language))
        {
            Status = status,
            ContentType = "application/problem+json; charset=utf-8",
            Headers = [(HeaderNames.ContentLanguage, language.Code()), (HeaderNames.Vary, HeaderNames.AcceptLanguage)],
        };
        return answer.ExecuteAsync(httpContext);
    }

    private void Write(Utf8JsonWriter json, int status, Language language)
    {
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", ApiTitles.Of(status).In(language));
        json.WriteNumber("status", status);
        json.WriteString("detail", refusal.Message.In(language));
        json.WriteString("code", refusal.Code);
        ApiJson.Write(json, "message", refusal.Message);
        if (refusal is ApiRefusal { Record: { } record }) json.WriteNumber("record", record);
        if (refusal is ApiRefusal { Problems: { Count: > 0 } problems }) WriteErrors(json, problems);
        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyList<Problem> problems)
    {
        json.WriteStartObject("errors");
        foreach (var field in problems.GroupBy(problem => problem.Field ?? ""))
        {
            json.WriteStartArray(field.Key);
            foreach (var problem in field)
            {
                json.WriteStartObject();
                json.WriteString("code", problem.Code);
                ApiJson.Write(json, "message", problem.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static Language Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => Languages.Read(accepted.Value.Value))
        .FirstOrDefault(language => language is not null) ?? Language.En;
}

/// <summary>Texts in both languages as JSON.</summary>
internal static class ApiJson
{
    public static void Write(Utf8JsonWriter json, string name, Text text) => Write(json, name, new Bilingual(text.Ja, text.En));

    public static void Write(Utf8JsonWriter json, string name, Bilingual text)
    {
        json.WriteStartObject(name);
        json.WriteString("ja", text.Ja);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}

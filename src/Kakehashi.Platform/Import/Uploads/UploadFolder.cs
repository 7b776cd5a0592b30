using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kakehashi.Platform.Import.Uploads;

/// <summary>Where uploads are kept: <c>data/imports/NUMBER/</c>. A person's file names are never used as paths.</summary>
internal sealed class UploadFolder(string data)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    public string Of(long id) => Path.Combine(data, "imports", id.ToString(CultureInfo.InvariantCulture));

    public string FileOf(long id, int at) => Path.Combine(Of(id), at.ToString(CultureInfo.InvariantCulture));

    /// <summary>All problems that the last run has found.</summary>
    public string ProblemsOf(long id) => Path.Combine(Of(id), "problems");

    /// <summary>The upload, or null.</summary>
    public Upload? Find(long id)
    {
        var file = Path.Combine(Of(id), "upload.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<Upload>(File.ReadAllBytes(file), Json) : null;
    }

    /// <summary>Written beside and moved into place: a machine that stops leaves the old state or the new one.</summary>
    public void Write(Upload upload)
    {
        var file = Path.Combine(Of(upload.Id), "upload.json");
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(upload, Json));
        File.Move(file + ".new", file, overwrite: true);
    }
}

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

    /// <summary>Where files lie until their batch has its number.</summary>
    public string OfArrivals => Path.Combine(data, "imports", "arriving");

    public string FileOf(long id, int at) => Path.Combine(Of(id), at.ToString(CultureInfo.InvariantCulture));

    /// <summary>All problems that the last run has found.</summary>
    public string ProblemsOf(long id) => Path.Combine(Of(id), "problems");

    /// <summary>The upload, or null.</summary>
    public Upload? Find(long id) => Read<Upload>(id, "upload.json");

    public void Write(Upload upload) => Write(upload.Id, "upload.json", upload);

    /// <summary>Why the import was not undone when it was last asked for, or null.</summary>
    public KeptRefusal? FindNotUndone(long id) => Read<KeptRefusal>(id, "not-undone.json");

    public void WriteNotUndone(long id, KeptRefusal? refusal)
    {
        if (refusal is null) File.Delete(Path.Combine(Directory.CreateDirectory(Of(id)).FullName, "not-undone.json"));
        else Write(id, "not-undone.json", refusal);
    }

    private T? Read<T>(long id, string name)
        where T : class
    {
        var file = Path.Combine(Of(id), name);
        return File.Exists(file) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Json) : null;
    }

    /// <summary>Written beside and moved into place: a machine that stops leaves the old state or the new one.</summary>
    private void Write<T>(long id, string name, T value)
    {
        var file = Path.Combine(Of(id), name);
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(value, Json));
        File.Move(file + ".new", file, overwrite: true);
    }
}

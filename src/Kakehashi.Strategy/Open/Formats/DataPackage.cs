using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Platform;
using Kakehashi.Strategy.Publishing;

namespace Kakehashi.Strategy.Open.Formats;

/// <summary>Frictionless Data Package 2.0: all published tables as CSV, with tables of their codes that they refer to.</summary>
internal static class DataPackage
{
    public const string Profile = "https://datapackage.org/profiles/2.0/datapackage.json";
    private const string Folder = "package/";
    private static readonly string[] PartNames = ["numerator", "denominator"];

    /// <summary>The tables by path.</summary>
    public static IEnumerable<(string Path, byte[] Bytes, JsonObject Resource)> Tables(OpenCube cube)
    {
        var name = NameOf(cube);
        yield return Table(name, cube.Document.Name, Cells(cube), Schema(cube));
        yield return Table($"{name}-periods", new($"{cube.Document.Name.Ja}：期間", $"{cube.Document.Name.En}: periods"), Periods(cube), CodeSchema("period"));
        foreach (var dimension in cube.Dimensions)
        {
            var title = new PublicText($"{cube.Document.Name.Ja}：{dimension.Of.Name.Ja}", $"{cube.Document.Name.En}: {dimension.Of.Name.En}");
            yield return Table($"{name}-{Slug(dimension.Of.Code)}", title, Codes(dimension), CodeSchema(dimension.Of.Code));
        }
    }

    public static JsonObject Describe(University university, IReadOnlyList<OpenCube> cubes, IEnumerable<JsonObject> resources)
    {
        var package = Titled(new() { ["$schema"] = Profile, ["name"] = "international-data" }, new($"{university.Name.Ja} 国際交流データ", $"{university.Name.En}: international data"));
        var synthetic = cubes.Any(cube => cube.Document.IsSynthetic);
        package["description"] = "Published tables; nobody can be recognised in them." + (synthetic ? $" {SyntheticData.Notice.En}" : "");
        package["description@ja"] = "公表している統計表。個人が特定されないよう処理しています。" + (synthetic ? SyntheticData.Notice.Ja : "");
        package["languages"] = new JsonArray("en", "ja");
        package["created"] = string.Create(CultureInfo.InvariantCulture, $"{cubes.Max(cube => cube.Document.PublishedOn):yyyy-MM-dd}T00:00:00Z");
        if (university.Open is { Licence: { } licence, LicenceAddress: { } address })
            package["licenses"] = new JsonArray(new JsonObject { ["path"] = address, ["title"] = licence.En });
        var publisher = new JsonObject { ["title"] = university.Name.En, ["title@ja"] = university.Name.Ja, ["roles"] = new JsonArray("publisher") };
        package["contributors"] = new JsonArray(publisher);
        package["sources"] = new JsonArray([.. cubes.Select(cube => cube.Document.Source).Distinct().Select(source => Titled([], source))]);
        package["resources"] = new JsonArray([.. resources]);
        return package;
    }

    /// <summary>The same content gives the same bytes.</summary>
    public static byte[] Zip(IEnumerable<(string Path, byte[] Bytes)> files, DateOnly day)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = new(day, TimeOnly.MinValue, TimeSpan.Zero);
                using var written = entry.Open();
                written.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static string NameOf(OpenCube cube) => Slug(cube.Document.Indicator);

    private static string Slug(string code) => OpenCube.Identifier(code).ToLowerInvariant();

    private static (string Path, byte[] Bytes, JsonObject Resource) Table(string name, PublicText title, string text, JsonObject schema)
    {
        var (path, bytes) = ($"{Folder}{name}.csv", Encoding.UTF8.GetBytes(text));
        var resource = Titled(new()
        {
            ["name"] = name,
            ["type"] = "table",
            ["path"] = path,
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["bytes"] = bytes.Length,
            ["hash"] = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}",
        }, title);
        resource["schema"] = schema;
        return (path, bytes, resource);
    }

    private static string Cells(OpenCube cube)
    {
        var text = new StringBuilder();
        SdmxCsv.Row(text, ["period", .. cube.Dimensions.Select(one => one.Of.Code), "value", .. cube.HasParts ? PartNames : [], "flag"]);
        foreach (var cell in cube.Document.Observations)
        {
            SdmxCsv.Row(text,
            [
                cell.Period, .. cube.Dimensions.Select(one => cell.Keys.GetValueOrDefault(one.Of.Code, OpenCube.Total)), Number(cell.Value) is { Length: > 0 } value ? value : cell.Flag,
                .. cube.HasParts ? new[] { Number(cell.Numerator), Number(cell.Denominator) } : [], cell.Flag,
            ]);
        }

        return text.ToString();
    }

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Periods(OpenCube cube)
    {
        var text = new StringBuilder();
        SdmxCsv.Row(text, ["code", "name_ja", "name_en", "starts_on", "ends_on"]);
        foreach (var one in cube.Periods)
            SdmxCsv.Row(text, [one.Value.Code, one.Value.Name.Ja, one.Value.Name.En, one.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
        return text.ToString();
    }

    private static string Codes(CubeDimension dimension)
    {
        var text = new StringBuilder();
        SdmxCsv.Row(text, ["code", "name_ja", "name_en", "parent"]);
        foreach (var one in dimension.Codes) SdmxCsv.Row(text, [one.Value.Code, one.Value.Name.Ja, one.Value.Name.En, one.Parent is null ? "" : one.Value.Parent!]);
        return text.ToString();
    }

    private static JsonObject Schema(OpenCube cube)
    {
        var name = NameOf(cube);
        List<JsonNode> fields = [Field("period", "string", new("期間", "Period"), isRequired: true)];
        fields.AddRange(cube.Dimensions.Select(one => Field(one.Of.Code, "string", one.Of.Name, isRequired: true)));
        var value = Field("value", "number", new("値", "Value"));
        value["missingValues"] = new JsonArray(PublicDocument.Suppressed, "missing", "undefined");
        fields.Add(value);
        if (cube.HasParts) fields.AddRange([Field("numerator", "number", new("分子", "Numerator")), Field("denominator", "number", new("分母", "Denominator"))]);
        var flag = Field("flag", "string", new("値の状態", "Flag"), isRequired: true);
        flag["description"] = "rounded: a multiple of the base. suppressed: hidden to protect people. missing: not reported. undefined: divided by 0.";
        flag["description@ja"] = "rounded：丸めた値。suppressed：秘匿。missing：報告なし。undefined：分母が0のため算出できない。";
        flag["constraints"]!["enum"] = new JsonArray("value", "rounded", "suppressed", "missing", "undefined");
        fields.Add(flag);
        return new()
        {
            ["fields"] = new JsonArray([.. fields]),
            ["primaryKey"] = new JsonArray(["period", .. cube.Dimensions.Select(one => (JsonNode)one.Of.Code)]),
            ["foreignKeys"] = new JsonArray([Key("period", $"{name}-periods"), .. cube.Dimensions.Select(one => Key(one.Of.Code, $"{name}-{Slug(one.Of.Code)}"))]),
        };
    }

    private static JsonObject CodeSchema(string code)
    {
        var first = Field("code", "string", new("コード", "Code"), isRequired: true);
        first["constraints"]!["unique"] = true;
        List<JsonNode> fields = [first, Field("name_ja", "string", new("名称", "Name in Japanese"), isRequired: true), Field("name_en", "string", new("名称(英語)", "Name in English"), isRequired: true)];
        fields.AddRange(code == "period" ? [Field("starts_on", "date", new("初日", "First day")), Field("ends_on", "date", new("末日", "Last day"))] : [Field("parent", "string", new("上位のコード", "Code of the one above"))]);
        var schema = new JsonObject { ["fields"] = new JsonArray([.. fields]), ["primaryKey"] = new JsonArray("code") };
        if (code != "period") schema["foreignKeys"] = new JsonArray(Key("parent", ""));
        return schema;
    }

    private static JsonObject Field(string name, string type, PublicText title, bool isRequired = false)
    {
        var field = Titled(new() { ["name"] = name, ["type"] = type }, title);
        if (isRequired) field["constraints"] = new JsonObject { ["required"] = true };
        return field;
    }

    private static JsonObject Key(string field, string resource)
    {
        var reference = new JsonObject { ["fields"] = new JsonArray("code") };
        // within the same table none is named
        if (resource.Length > 0) reference["resource"] = resource;
        return new() { ["fields"] = new JsonArray(field), ["reference"] = reference };
    }

    private static JsonObject Titled(JsonObject one, PublicText title)
    {
        one["title"] = title.En;
        one["title@ja"] = title.Ja;
        return one;
    }
}

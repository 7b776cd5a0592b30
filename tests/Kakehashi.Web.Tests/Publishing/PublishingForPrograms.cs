using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Publishing;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Publishing;

public sealed class PublishingForPrograms : IAsyncLifetime
{
    private readonly Observatory observatory = new();
    private readonly HttpClient anybody = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await observatory.InitializeAsync();
        anybody.BaseAddress = observatory.Client.BaseAddress;
        var published = await observatory.Workspace.PublishAsync(new("FL-01", ["country"], Period.Fiscal(2023)), Actor.Local, TimeSpan.FromMinutes(2), Cancel);
        Assert.True(published.IsDone);
    }

    public async ValueTask DisposeAsync()
    {
        anybody.Dispose();
        await observatory.DisposeAsync();
    }

    [Fact]
    public async Task Gives_the_same_cells_in_SDMX_CSV_and_JSON_as_in_the_document()
    {
        var document = PublicDocument.Read(await anybody.GetByteArrayAsync("/en/open/indicators/FL-01/data.json", Cancel));
        var expected = document.Observations.Select(one => $"{one.Keys.GetValueOrDefault("country", "_T")} {one.Period[2..]}-A1 {one.Value?.ToString(CultureInfo.InvariantCulture)} {Status(one)}").Order(StringComparer.Ordinal).ToList();
        var csv = (await anybody.GetStringAsync("/en/open/indicators/FL-01.sdmx.csv", Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("STRUCTURE,STRUCTURE_ID,ACTION,COUNTRY,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MEASURE,DECIMALS,REPORTING_YEAR_START_DAY", csv[0]);
        var rows = csv.Skip(1).Select(line => line.Split(',')).ToList();
        Assert.All(rows, row => Assert.Equal(("dataflow", "KAKEHASHI:FL-01(1.0.0)", "I", "--04-01"), (row[0], row[1], row[2], row[10])));
        Assert.Equal(expected, rows.Select(row => $"{row[3]} {row[4]} {row[5]} {row[6]}{row[7]}").Order(StringComparer.Ordinal));

        var message = JsonNode.Parse(await anybody.GetStringAsync("/en/open/indicators/FL-01.sdmx.json", Cancel))!;
        var structure = message["data"]!["structures"]![0]!;
        var (dimensions, attributes) = (structure["dimensions"]!["observation"]!.AsArray(), structure["attributes"]!["observation"]!.AsArray());
        string Id(JsonNode component, int place) => component["values"]![place]!["id"]!.GetValue<string>();
        var read = message["data"]!["dataSets"]![0]!["observations"]!.AsObject().Select(cell =>
        {
            var key = cell.Key.Split(':').Select((place, i) => Id(dimensions[i]!, int.Parse(place, CultureInfo.InvariantCulture)));
            return $"{string.Join(' ', key)} {cell.Value![0]?.ToJsonString()} {Id(attributes[0]!, cell.Value[1]!.GetValue<int>())}{Id(attributes[1]!, cell.Value[2]!.GetValue<int>())}";
        });
        Assert.Equal(expected, read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Describes_every_column_of_the_data_in_the_structure()
    {
        var data = JsonNode.Parse(await anybody.GetStringAsync("/en/open/indicators/FL-01.structure.json", Cancel))!["data"]!;
        var parts = data["dataStructures"]![0]!["dataStructureComponents"]!;
        string[] ids = [.. parts["dimensionList"]!["dimensions"]!.AsArray().Select(Id), Id(parts["dimensionList"]!["timeDimension"]), .. parts["measureList"]!["measures"]!.AsArray().Select(Id), .. parts["attributeList"]!["attributes"]!.AsArray().Select(Id)];
        var header = (await anybody.GetStringAsync("/en/open/indicators/FL-01.sdmx.csv", Cancel)).Split("\r\n")[0].Split(',')[3..];
        Assert.Equal(header, ids);
        Assert.Equal(header.Order(), data["conceptSchemes"]![0]!["concepts"]!.AsArray().Select(Id).Order());
        Assert.Contains(data["codelists"]!.AsArray(), list => Id(list) == "CL_FL-01_COUNTRY" && list!["codes"]!.AsArray().Any(code => Id(code) == "FR" && code!["names"]!["ja"]!.GetValue<string>() == "フランス"));
    }

    [Fact]
    public async Task Says_in_the_package_what_its_tables_are()
    {
        var package = JsonNode.Parse(await anybody.GetStringAsync("/en/open/datapackage.json", Cancel))!;
        foreach (var resource in package["resources"]!.AsArray())
        {
            var bytes = await anybody.GetByteArrayAsync($"/en/open/{resource!["path"]!.GetValue<string>()}", Cancel);
            Assert.Equal(resource["hash"]!.GetValue<string>(), $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))}");
            var header = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n")[0].Split(',');
            Assert.Equal(header, resource["schema"]!["fields"]!.AsArray().Select(field => field!["name"]!.GetValue<string>()));
        }
    }

    [Theory]
    [InlineData("indicators/FL-01.sdmx.csv")]
    [InlineData("indicators/FL-01.sdmx.json")]
    [InlineData("indicators/FL-01.structure.json")]
    [InlineData("datapackage.json")]
    [InlineData("datapackage.zip")]
    [InlineData("package/fl-01.csv")]
    [InlineData("catalog.ttl")]
    [InlineData("catalog.jsonld")]
    public async Task May_be_kept_by_caches_and_asked_for_by_its_head(string path)
    {
        using var answer = await anybody.GetAsync($"/en/open/{path}", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.Public);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/ja/open/{path}");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await anybody.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/en/open");
        using var page = await anybody.SendAsync(head, Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Empty(await page.Content.ReadAsByteArrayAsync(Cancel));
    }

    private static string Id(JsonNode? one) => one!["id"]!.GetValue<string>();

    private static string Status(PublicObservation one) => one.Flag switch { PublicDocument.Suppressed => "QC", "undefined" => "MF", "missing" => "OF", _ => "AF" };
}

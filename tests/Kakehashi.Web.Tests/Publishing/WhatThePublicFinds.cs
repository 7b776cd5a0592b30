using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Strategy.Open;

namespace Kakehashi.Web.Tests.Publishing;

[Collection(nameof(APublicUniversity))]
public sealed class WhatThePublicFinds(APublicUniversity university)
{
    private static readonly string[] Tables = ["of-nationality", "of-level"];

    private static readonly string[] Periods = ["FY2023", "FY2024"], Formats = ["csv", "xlsx", "json"], ForPrograms = ["sdmx.csv", "sdmx.json", "structure.json"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Has_no_hidden_figure_in_any_byte_of_any_page_or_file()
    {
        var document = await university.Document("ST-01");
        Assert.Equal(["KR", "LA"], document.Observations.Where(one => one.Flag == "suppressed").Select(one => one.Keys["nationality"]).Order());
        var found = new Dictionary<string, byte[]>();
        foreach (var path in await Addresses())
        {
            using var answer = await university.Anybody.GetAsync(path, Cancel);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            await Open(found, path, await answer.Content.ReadAsByteArrayAsync(Cancel));
        }

        using (var folder = new AFolder())
        {
            Assert.True((await new OpenExport(university.Observatory.Workspace).WriteAsync(folder["out"], "", null, Cancel)).IsDone);
            foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)) await Open(found, file, await File.ReadAllBytesAsync(file, Cancel));
        }

        Assert.True(found.Count > 100, $"only {found.Count} pages and files");
        foreach (var (path, bytes) in found)
            foreach (var told in new[] { "4827193", "4,827,193", "4\u202f827\u202f193", "4 827 193", "4.827193" })
                Assert.False(Encoding.UTF8.GetString(bytes).Contains(told, StringComparison.Ordinal), $"{path} tells {told}");
        // what is told is found in the same way, so that the search can find
        foreach (var kind in new[] { ".csv", ".xlsx!xl/worksheets/sheet1.xml", ".json", ".zip!package/st-01.csv", "ST-01" })
            Assert.Contains(found, one => one.Key.EndsWith(kind, StringComparison.Ordinal) && Encoding.UTF8.GetString(one.Value) is var text && (text.Contains("5183761", StringComparison.Ordinal) || text.Contains("5,183,761", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("of-country", "csv", "text/csv")]
    [InlineData("of-country", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("crossed", "csv", "text/csv")]
    public async Task Can_take_every_table_of_a_page_away(string table, string format, string media)
    {
        using var answer = await university.Anybody.GetAsync($"/en/open/indicators/FL-01?table={table}&as={format}", Cancel);
        Assert.Equal((HttpStatusCode.OK, media), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        if (format == "csv") Assert.Contains("Suppressed", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Is_asked_to_sign_in_for_a_page_as_PDF_and_no_public_page_offers_one()
    {
        using var answer = await university.Anybody.GetAsync("/en/pdf?page=open/indicators/FL-01", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString);
        Assert.DoesNotContain("/pdf?", await university.Anybody.GetStringAsync("/en/open/indicators/FL-01", Cancel));
    }

    [Fact]
    public async Task Is_sent_to_a_language_also_when_asking_for_the_head()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "/open");
        head.Headers.AcceptLanguage.ParseAdd("ja");
        using var answer = await university.Anybody.SendAsync(head, Cancel);
        Assert.Equal((HttpStatusCode.Redirect, "/ja/open"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Gets_a_file_in_the_language_of_its_address()
    {
        Assert.StartsWith("\ufeff指標,", await university.Anybody.GetStringAsync("/ja/open/indicators/FL-01/data.csv", Cancel));
        Assert.StartsWith("\ufeffIndicator,", await university.Anybody.GetStringAsync("/en/open/indicators/FL-01/data.csv", Cancel));
        using var bare = await university.Anybody.GetAsync("/open/indicators/FL-01/data.csv", Cancel);
        Assert.Contains("Accept-Language", bare.Headers.Vary);
    }

    private async Task<List<string>> Addresses()
    {
        List<string> addresses = [];
        foreach (var language in new[] { "ja", "en" })
        {
            addresses.AddRange([$"/{language}/open", $"/{language}/sign-in"]);
            foreach (var choice in APublicUniversity.Choices)
                addresses.AddRange([$"/{language}/open/indicators/{choice.Indicator}", .. Periods.Select(period => $"/{language}/open/indicators/{choice.Indicator}?period={period}")]);
            foreach (var table in Tables) addresses.AddRange([$"/{language}/open/indicators/ST-01?table={table}&as=csv", $"/{language}/open/indicators/ST-01?table={table}&as=xlsx"]);
            foreach (var format in Formats) addresses.AddRange(APublicUniversity.Choices.Select(choice => $"/{language}/open/indicators/{choice.Indicator}/data.{format}"));
        }

        foreach (var choice in APublicUniversity.Choices) addresses.AddRange(ForPrograms.Select(format => $"/open/indicators/{choice.Indicator}.{format}"));
        var package = JsonNode.Parse(await university.Anybody.GetStringAsync("/open/datapackage.json", Cancel))!;
        return [.. addresses, "/open/datapackage.json", "/open/datapackage.zip", "/open/catalog.ttl", "/open/catalog.jsonld", .. package["resources"]!.AsArray().Select(one => $"/open/{one!["path"]}")];
    }

    /// <summary>With what is packed in it.</summary>
    private static async Task Open(Dictionary<string, byte[]> found, string path, byte[] bytes)
    {
        found[path] = bytes;
        if (bytes is not [(byte)'P', (byte)'K', ..]) return;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            await using var packed = await entry.OpenAsync(Cancel);
            using var whole = new MemoryStream();
            await packed.CopyToAsync(whole, Cancel);
            found[$"{path}!{entry.FullName}"] = whole.ToArray();
        }
    }
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Kakehashi.Platform.Import;
using Kakehashi.Platform.Import.Files;
using Kakehashi.Platform.Import.Profiles;

namespace Kakehashi.Web.Tests.Api;

public sealed class ExportingAList : IAsyncLifetime
{
    private Office office = null!;

    public async ValueTask InitializeAsync() => office = await Office.Open();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Theory]
    [InlineData("ja", "csv")]
    [InlineData("ja", "xlsx")]
    [InlineData("en", "csv")]
    [InlineData("en", "xlsx")]
    public async Task Gives_files_that_change_nothing_when_they_are_imported_again(string language, string ending)
    {
        await Fill();
        foreach (var (route, count) in new[] { ("org-units", 2), ("organisations", 2), ("agreements", 3), ("mobility-periods", 1), ("student-headcounts", 1), ("coverage", 1) })
        {
            var report = await Import(route, await office.Get($"/{language}/{route}/export.{ending}"), ending);
            Assert.True(report.Refusal is null && report.Rejected == 0, $"{route}: {report.Refusal} {string.Join("; ", report.Errors)}");
            Assert.Equal((route, count, count), (route, report.Rows, report.Unchanged));
        }
    }

    [Fact]
    public async Task Gives_what_the_list_is_narrowed_to_in_the_words_of_its_language()
    {
        await Fill();
        var reply = await office.Get("/ja/agreements/export.csv?country=FR&q=X&page=3&sort=title");
        Assert.Contains("agreements.csv", reply.Headers["Content-Disposition"]);
        var lines = Encoding.UTF8.GetString(reply.Bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("協定番号,名称(日本語),名称(英語),種類,", lines[0]);
        Assert.Contains("担当部局,担当部局(名称)", lines[0]);
        Assert.Contains(",学術交流協定,大学間,有効,", lines[1]);
        Assert.Contains(",A1,学部A1,", lines[1]);
        Assert.Contains("In force", Encoding.UTF8.GetString((await office.Get("/en/agreements/export.csv?country=FR")).Bytes));
    }

    [Theory]
    [InlineData("ja", "-title", "X-1,@SUM(1),2-1")]
    [InlineData("en", "-country", "@SUM(1),X-1,2-1")]
    [InlineData("en", "-title", "2-1,X-1,@SUM(1)")]
    public async Task Is_in_the_order_of_the_list_in_every_kind_of_file(string language, string sort, string expected)
    {
        await Fill();
        foreach (var ending in new[] { "csv", "xlsx" })
        {
            var reply = await office.Get($"/{language}/agreements/export.{ending}?sort={sort}");
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            using var stream = new MemoryStream(reply.Bytes);
            using var table = SourceFile.Open(stream, "a." + ending).Value!;
            Assert.Equal(expected, string.Join(',', table.Rows().Select(row => row.Cell(0)!.TrimStart('\''))));
        }
    }

    [Fact]
    public async Task Refuses_a_condition_that_it_cannot_read_rather_than_give_everything()
    {
        var reply = await office.Get("/ja/agreements/export.csv?contry=FR");
        Assert.Equal((HttpStatusCode.BadRequest, "filter.unknown"), (reply.Status, reply.Code));
        Assert.Equal("api.no-such-type", (await office.Get("/ja/nothing/export.csv")).Code);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Has_for_every_type_an_empty_template_with_headers_of_their_own(string ending)
    {
        foreach (var type in Composition.Types.All.Where(type => type.SeenWith is null))
            foreach (var language in Languages.All)
            {
                var reply = await office.Get($"/{language.Code()}/{type.Route}/template.{ending}");
                using var stream = new MemoryStream(reply.Bytes);
                using var table = SourceFile.Open(stream, "template." + ending).Value!;
                var expected = TemplateProfile.Columns(type).Select(column => column.Header.In(language)).ToArray();
                Assert.Equal(expected, table.Headers);
                Assert.Equal(expected.Distinct(), expected);
            }
    }

    [Fact]
    public async Task Explains_the_columns_of_a_template_in_both_languages()
    {
        var reply = await office.Get("/en/agreements/template.xlsx");
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(reply.Bytes));
        string Sheet(int number)
        {
            using var reader = new StreamReader(archive.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open());
            return reader.ReadToEnd();
        }

        Assert.Contains("協定番号", Sheet(2));
        Assert.Contains("Reference", Sheet(2));
        Assert.Contains("Under review", Sheet(3));
        Assert.Contains("フランス", Sheet(3));
    }

    private async Task<ImportReport> Import(string route, Reply file, string ending)
    {
        Assert.Equal(HttpStatusCode.OK, file.Status);
        var path = Path.Combine(office.Workspace.Data, $"{route}.{ending}");
        await File.WriteAllBytesAsync(path, file.Bytes, TestContext.Current.CancellationToken);
        return await office.Workspace.ImportAsync(office.Workspace.Profiles.Find(route)!, [new(path, Path.GetFileName(path))], new(), new Actor("test"), null, TestContext.Current.CancellationToken);
    }

    private async Task Fill()
    {
        var university = await office.Unit("U", "university");
        var unit = Office.AUnit("A1");
        (unit["parent"], unit["opened_on"]) = (university.Id, "1907-06-22");
        var faculty = await office.Create("org-units", unit);
        var partner = await office.Create("organisations", JsonNode.Parse("""
            {"name":{"en":"=A | B; \"C\""},"kind":"education","status":"active","country":"FR","city":"Paris","location":{"latitude":48.85,"longitude":2.35},"founded_in":1257,
             "names":[{"value":"巴里|大学","language":"ja","kind":"label"},{"value":"P;U","kind":"acronym"}],"identifiers":[{"scheme":"ror","value":"https://ror.org/01dq60k83"},{"scheme":"erasmus","value":"F PARIS001"}]}
            """)!);
        await office.Create("organisations", JsonNode.Parse("""{"name":{"ja":"別の大学"},"kind":"other","status":"inactive","identifiers":[{"scheme":"local","value":"7"}]}""")!);
        var withdrawn = await office.Unit("Z");
        var first = Office.AnAgreement("X-1", faculty.Id);
        (first["partner"], first["renews_by_itself"], first["note"]) = (partner.Id, true, "一行目\n- second, \"line\"");
        first["other_units"] = JsonNode.Parse($$"""[{"unit":{{university.Id}}},{"unit":{{faculty.Id}}}]""");
        await office.Create("agreements", first);
        var second = Office.AnAgreement("2-1", withdrawn.Id);
        (second["country"], second["title"]) = ("DE", JsonNode.Parse("""{"en":"Only || English"}"""));
        await office.Create("agreements", second);
        await office.Send(HttpMethod.Delete, $"org-units/{withdrawn.Id}", match: withdrawn.Tag);
        var third = Office.AnAgreement("@SUM(1)");
        third["country"] = "TW";
        await office.Create("agreements", third);
        await office.Create("mobility-periods", JsonNode.Parse($$"""
            {"reference":"007","direction":"out","kind":"student","person_key":"B1TB0001","started_on":"2025-09-01","ended_on":"2026-02-28","credits":12.5,"nationality":"JP","sex":"unknown",
             "level":"master","field":"0613","unit":{{faculty.Id}},"host":{{partner.Id}},"host_country":"FR","funding":"erasmus","residence_status":"other","duration_band":"months3_to6"}
            """)!);
        await office.Create("student-headcounts", JsonNode.Parse($$"""{"unit":{{faculty.Id}},"as_of":"2025-05-01","nationality":"KR","level":"doctoral","sex":"female","degree_seeking":true,"persons":1234}""")!);
        await office.Create("coverage", JsonNode.Parse("""{"fact":"mobility","period":"FY2025","submitted":false}""")!);
    }
}

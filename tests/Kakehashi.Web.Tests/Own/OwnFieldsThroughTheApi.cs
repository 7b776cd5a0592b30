using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Import;
using Kakehashi.Platform.Own;
using Kakehashi.Web.Tests.Api;

namespace Kakehashi.Web.Tests.Own;

public sealed class OwnFieldsThroughTheApi : IAsyncLifetime
{
    private Office office = null!;

    public async ValueTask InitializeAsync() => office = await Office.Open(fields: ("mobility_period", Housing.Fields));

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Are_written_read_and_changed_like_any_other()
    {
        var created = await office.Create("mobility-periods", Stay("S-1", "dormitory", 32_000));
        Assert.Equal(("dormitory", 32_000, false), (created.Json!["own_housing"]!.GetValue<string>(), created.Json["own_rent"]!.GetValue<int>(), created.Json["own_furnished"]!.GetValue<bool>()));
        var patched = await office.Send(HttpMethod.Patch, $"mobility-periods/{created.Id}", JsonNode.Parse("""{"own_rent": null, "own_furnished": true, "own_building": {"ja": "国際会館"}}"""), created.Tag);
        Assert.Equal(HttpStatusCode.OK, patched.Status);
        var read = await office.Get($"mobility-periods/{created.Id}");
        Assert.Equal(("dormitory", null, null, true), (read.Json!["own_housing"]!.GetValue<string>(), read.Json["own_rent"], read.Json["own_guarantor"], read.Json["own_furnished"]!.GetValue<bool>()));
        Assert.Equal(("国際会館", null), (read.Json["own_building"]!["ja"]!.GetValue<string>(), read.Json["own_building"]!["en"]));
        var history = await office.Get($"mobility-periods/{created.Id}/history");
        Assert.Equal("[32000,null]", history.Items[0]!["values"]!["own_rent"]!.ToJsonString());
        var unchanged = await office.Send(HttpMethod.Put, $"mobility-periods/{created.Id}", read.Json, read.Tag);
        Assert.Equal(2, unchanged.Json!["version"]!.GetValue<int>());
        Assert.Empty((await new RecordsVerifier(office.Workspace.Database).VerifyAsync(office.Workspace.Types.WithCode("mobility_period")!, null, TestContext.Current.CancellationToken)).Faults);
    }

    [Fact]
    public async Task Are_checked_like_any_other()
    {
        var reply = await office.Post("mobility-periods", Stay("S-1", "tent", 200_001));
        Assert.Equal(["own_housing: value.unknown-code", "own_rent: value.out-of-range"], reply.Errors);
        Assert.Equal(["own_housing: value.required"], (await office.Post("mobility-periods", Stay("S-1", null, 1))).Errors);
    }

    [Theory]
    [InlineData("own_housing=dormitory", "S-1 S-3")]
    [InlineData("own_housing=dormitory&own_housing=private", "S-1 S-2 S-3")]
    [InlineData("own_rent.from=40000", "S-2")]
    [InlineData("own_rent=", "S-3")]
    [InlineData("own_moved_in_on.from=2025-09-01&own_moved_in_on.to=2025-09-30", "S-1")]
    [InlineData("own_furnished=true", "S-2")]
    [InlineData("own_furnished=false", "S-1 S-3")]
    [InlineData("own_landlord=ID", "S-3")]
    public async Task Narrow_a_list(string query, string wanted)
    {
        var landlord = await office.Create("organisations", JsonNode.Parse("""{"name": {"ja": "東北大学生協"}, "kind": "company", "status": "active"}""")!);
        await office.Create("mobility-periods", Stay("S-1", "dormitory", 32_000, ("own_moved_in_on", "2025-09-15")));
        await office.Create("mobility-periods", Stay("S-2", "private", 61_000, ("own_furnished", true)));
        await office.Create("mobility-periods", Stay("S-3", "dormitory", null, ("own_landlord", landlord.Id)));
        query = query.Replace("ID", landlord.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var reply = await office.Get($"mobility-periods?{query}");
        Assert.Equal(wanted, string.Join(' ', reply.Items.Select(item => item!["reference"]!.GetValue<string>())));
    }

    [Fact]
    public async Task Are_described()
    {
        var description = (await office.Get("/openapi/v1.json")).Json!;
        var schema = description["components"]!["schemas"]!["MobilityPeriod"]!;
        Assert.Equal("""["dormitory","private"]""", schema["properties"]!["own_housing"]!["enum"]!.ToJsonString());
        Assert.Contains("own_housing", schema["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Contains("own_rent.from", description["paths"]!["/api/v1/mobility-periods"]!["get"]!["parameters"]!.AsArray().Select(parameter => parameter!["name"]?.GetValue<string>()));
        var types = (await office.Get("record-types")).Items.Single(type => type!["code"]!.GetValue<string>() == "mobility_period")!;
        Assert.Contains("own_landlord link", types["fields"]!.AsArray().Select(field => $"{field!["code"]} {field["kind"]}"));
    }

    [Theory]
    [InlineData("ja", "csv")]
    [InlineData("en", "xlsx")]
    public async Task Come_out_in_files_that_change_nothing_when_they_are_imported_again(string language, string ending)
    {
        var landlord = await office.Create("organisations", JsonNode.Parse("""{"name": {"ja": "東北大学生協"}, "kind": "company", "status": "active"}""")!);
        await office.Create("mobility-periods", Stay("S-1", "dormitory", 32_000, ("own_moved_in_on", "2025-09-15"), ("own_building", new JsonObject { ["ja"] = "国際会館" }), ("own_guarantor", "保証 太郎"), ("own_landlord", landlord.Id)));
        await office.Create("mobility-periods", Stay("S-2", "private", null, ("own_furnished", true)));
        var file = await office.Get($"/{language}/mobility-periods/export.{ending}");
        var report = await Import(file.Bytes, ending);
        Assert.Equal((null, 2, 2, 0), (report.Refusal, report.Rows, report.Unchanged, report.Rejected));
        if (ending != "csv") return;
        var text = Encoding.UTF8.GetString(file.Bytes);
        Assert.Contains(",宿舎,家賃,入居日,建物名(日本語),建物名(英語),家具付き,保証人,貸主,貸主(名称)", text);
        Assert.Contains(",学生寮,32000,2025-09-15,国際会館,,いいえ,保証 太郎,", text);
        Assert.Equal(1, (await Import(Encoding.UTF8.GetBytes(text.Replace("学生寮", "民間", StringComparison.Ordinal)), ending)).Updated);
        Assert.Contains("own_housing", Encoding.UTF8.GetString((await office.Get("mobility-periods?own_housing=private")).Bytes));
        Assert.Equal(2, (await office.Get("mobility-periods?own_housing=private")).Items.Count);
    }

    [Fact]
    public async Task Have_columns_in_the_template()
    {
        var header = Encoding.UTF8.GetString((await office.Get("/en/mobility-periods/template.csv")).Bytes);
        Assert.Contains(",Housing,Rent,Moved in on,Building (Japanese),Building (English),Furnished,Guarantor,Landlord", header);
    }

    [Fact]
    public async Task Keep_the_program_from_starting_where_their_declaration_is_wrong()
    {
        var fault = await Assert.ThrowsAsync<OwnFieldFault>(() => Office.Open(fields: ("mobility_period", "- {code: own_a, label: {ja: あ, en: a}, kind: date}")));
        Assert.Contains("mobility_period.yaml(1): F004", fault.Message);
        Assert.Contains("「date」という種類はありません", fault.Message);
        Assert.Contains("There is no kind “date”", fault.Message);
    }

    private async Task<ImportReport> Import(byte[] bytes, string ending)
    {
        // in the folder that the office takes away with it
        var path = Path.Combine(office.Workspace.Data, "export." + ending);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        return await office.Workspace.ImportAsync(office.Workspace.Profiles.Find("mobility-periods")!, [new(path, Path.GetFileName(path))], new() { Commit = true }, Actor.Local, null, TestContext.Current.CancellationToken);
    }

    private static JsonObject Stay(string reference, string? housing, int? rent, params (string Code, JsonNode? Value)[] more)
    {
        var stay = new JsonObject
        {
            ["reference"] = reference,
            ["direction"] = "in",
            ["kind"] = "student",
            ["started_on"] = "2025-09-01",
            ["home_country"] = "FR",
            ["own_housing"] = housing,
            ["own_rent"] = rent,
        };
        foreach (var (code, value) in more) stay[code] = value;
        return stay;
    }
}

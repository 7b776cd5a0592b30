using System.Net;
using System.Text.Json.Nodes;
using Kakehashi.Access.OrgUnits;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Web.Tests.Api;

public sealed class WritingARecord : IAsyncLifetime
{
    private Office office = null!;

    public async ValueTask InitializeAsync() => office = await Office.Open();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Creates_it_at_the_address_it_names()
    {
        var created = await office.Unit("A1");
        Assert.Equal($"/api/v1/org-units/{created.Id}", created.Headers["Location"]);
        var read = await office.Get(created.Headers["Location"]);
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal("学部A1", read.Json!["name"]!["ja"]!.GetValue<string>());
        Assert.Equal(1, read.Json["version"]!.GetValue<int>());
        Assert.Equal(created.Tag, read.Tag);
    }

    [Fact]
    public async Task Asks_for_required_fields_even_where_an_enum_has_a_first_value()
    {
        var reply = await office.Post("org-units", new JsonObject { ["unit_code"] = "A1" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(["name: value.required", "kind: value.required"], reply.Errors);
    }

    [Fact]
    public async Task Says_which_name_was_meant_by_one_it_does_not_know()
    {
        var body = Office.AUnit("A1");
        body["opend_on"] = "2025-04-01";
        var reply = await office.Post("org-units", body);
        Assert.Equal(["opend_on: field.unknown"], reply.Errors);
        Assert.Contains("“opened_on”", reply.Json!["message"]!["en"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("names", """[{"valu":"x"}]""")]
    [InlineData("name", """{"jp":"x"}""")]
    [InlineData("location", """{"latitude":1,"longitude":2,"height":3}""")]
    public async Task Knows_the_names_inside_a_value_too(string field, string value)
    {
        var reply = await office.Post("organisations", new JsonObject { [field] = JsonNode.Parse(value) });
        Assert.Contains($"{field}: field.unknown", reply.Errors);
    }

    [Theory]
    [InlineData("unit", "999999", "reference.unresolved")]
    [InlineData("unit", "\"no such code\"", "reference.unresolved")]
    [InlineData("other_units", "[{\"unit\": 999999}]", "reference.unresolved")]
    [InlineData("other_units", "[{\"unit\": \"A1\"}]", "value.link-in-part")]
    [InlineData("country", "\"Atlantis\"", "value.unknown-code")]
    [InlineData("signed_on", "\"2025-02-30\"", "value.not-a-day")]
    [InlineData("title", "{\"ja\": 5}", "value.wrong-json")]
    [InlineData("id", "7", "field.read-only")]
    [InlineData("expires_on", "\"2020-01-01\"", "record.ends-before-start")]
    public async Task Refuses_what_a_form_would_refuse(string field, string value, string code)
    {
        var body = Office.AnAgreement("X-1");
        body[field] = JsonNode.Parse(value);
        var reply = await office.Post("agreements", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Contains($"{field}: {code}", reply.Errors);
        Assert.Empty((await office.Get("agreements")).Items);
    }

    [Fact]
    public async Task Takes_a_ROR_ID_that_is_one_and_keeps_its_address()
    {
        static JsonNode Organisation(string ror) => JsonNode.Parse($$"""{"name":{"en":"Tohoku"},"kind":"education","status":"active","identifiers":[{"scheme":"ror","value":"{{ror}}"}]}""")!;
        var refused = await office.Post("organisations", Organisation("https://ror.org/nonsense"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("identifiers: organisation.ror-id", refused.Errors);
        var created = await office.Create("organisations", Organisation("01dq60k83"));
        Assert.Equal("https://ror.org/01dq60k83", created.Json!["identifiers"]![0]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Takes_a_link_by_number_or_by_key_of_the_right_type_only()
    {
        var unit = await office.Unit("A1");
        var body = Office.AnAgreement("X-1");
        body["unit"] = "A1";
        var created = await office.Create("agreements", body);
        Assert.Equal(unit.Id, created.Json!["unit"]!.GetValue<long>());
        Assert.Equal("Faculty A1", created.Json["_links"]!["unit"]!["caption"]!["en"]!.GetValue<string>());

        var wrong = Office.AnAgreement("X-2");
        wrong["unit"] = created.Id;
        Assert.Equal("reference.unresolved", (await office.Post("agreements", wrong)).Code);
    }

    [Fact]
    public async Task Refuses_a_key_that_belongs_to_another()
    {
        var first = await office.Unit("A1");
        var reply = await office.Post("org-units", Office.AUnit("A1"));
        Assert.Equal((HttpStatusCode.Conflict, "record.duplicate-key"), (reply.Status, reply.Code));
        Assert.Equal(first.Id, reply.Json!["record"]!.GetValue<long>());

        var second = await office.Unit("A2");
        var body = Office.AUnit("A1");
        Assert.Equal("record.duplicate-key", (await office.Send(HttpMethod.Put, $"org-units/{second.Id}", body, second.Tag)).Code);
    }

    [Fact]
    public async Task Needs_the_version_that_is_changed()
    {
        var unit = await office.Unit("A1");
        var path = $"org-units/{unit.Id}";
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            Assert.Equal((HttpStatusCode)428, (await office.Send(method, path, Office.AUnit("A1"))).Status);
            Assert.Equal(HttpStatusCode.PreconditionFailed, (await office.Send(method, path, Office.AUnit("A1"), "\"7\"")).Status);
        }

        var changed = await office.Send(HttpMethod.Patch, path, new JsonObject { ["kind"] = "institute" }, unit.Tag);
        Assert.Equal((HttpStatusCode.OK, 2), (changed.Status, changed.Json!["version"]!.GetValue<int>()));
        Assert.Equal("record.conflict", (await office.Send(HttpMethod.Patch, path, new JsonObject { ["kind"] = "centre" }, unit.Tag)).Code);
    }

    [Fact]
    public async Task Of_two_at_once_lets_one_through()
    {
        var unit = await office.Unit("A1");
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            office.Send(HttpMethod.Patch, $"org-units/{unit.Id}", new JsonObject { ["name"] = new JsonObject { ["en"] = $"Name {i}" } }, unit.Tag)));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(7, replies.Count(reply => reply.Status == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task With_PATCH_changes_what_it_names_and_takes_away_what_is_null()
    {
        var body = Office.AUnit("A1");
        body["opened_on"] = "2004-04-01";
        var unit = await office.Create("org-units", body);
        var changed = await office.Send(HttpMethod.Patch, $"org-units/{unit.Id}", JsonNode.Parse("""{"name":{"en":"New"},"opened_on":null}"""), unit.Tag, type: "application/merge-patch+json");
        Assert.Equal("""{"ja":"学部A1","en":"New"}""", changed.Json!["name"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Null(changed.Json["opened_on"]);
        Assert.Equal("faculty", changed.Json["kind"]!.GetValue<string>());
        Assert.Equal("value.required", (await office.Send(HttpMethod.Patch, $"org-units/{unit.Id}", JsonNode.Parse("""{"kind":null}"""), changed.Tag)).Code);
    }

    [Fact]
    public async Task With_PUT_takes_away_what_is_left_out()
    {
        var body = Office.AUnit("A1");
        body["opened_on"] = "2004-04-01";
        var unit = await office.Create("org-units", body);
        var changed = await office.Send(HttpMethod.Put, $"org-units/{unit.Id}", Office.AUnit("A1"), unit.Tag);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Null(changed.Json!["opened_on"]);
    }

    [Fact]
    public async Task Withdraws_keeps_the_history_and_restores()
    {
        var unit = await office.Unit("A1");
        var path = $"org-units/{unit.Id}";
        Assert.Equal(HttpStatusCode.NoContent, (await office.Send(HttpMethod.Delete, path, match: unit.Tag)).Status);
        Assert.Empty((await office.Get("org-units")).Items);
        Assert.Single((await office.Get("org-units?withdrawn=true")).Items);
        var withdrawn = await office.Get(path);
        Assert.True(withdrawn.Json!["is_withdrawn"]!.GetValue<bool>());
        Assert.Equal("record.withdrawn", (await office.Send(HttpMethod.Put, path, Office.AUnit("A1"), withdrawn.Tag)).Code);

        var rival = await office.Unit("A1");
        Assert.Equal("record.duplicate-key", (await office.Send(HttpMethod.Post, path + "/restore", match: withdrawn.Tag)).Code);
        await office.Send(HttpMethod.Delete, $"org-units/{rival.Id}", match: rival.Tag);
        Assert.Equal((HttpStatusCode)428, (await office.Send(HttpMethod.Post, path + "/restore")).Status);
        var restored = await office.Send(HttpMethod.Post, path + "/restore", match: withdrawn.Tag);
        Assert.False(restored.Json!["is_withdrawn"]!.GetValue<bool>());
        Assert.Equal(["restored", "withdrawn", "created"], (await office.Get(path + "/history")).Items.Select(change => change!["kind"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json; charset=shift_jis")]
    [InlineData("")]
    public async Task Takes_JSON_alone_so_that_no_form_of_another_site_can_write(string type)
    {
        var reply = await office.Send(HttpMethod.Post, "org-units", Office.AUnit("A1"), type: type);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "api.not-json"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("{\n  \"unit_code\": oops}", 400, "json.malformed")]
    [InlineData("{\"unit_code\": \"1\", \"unit_code\": \"2\"}", 400, "json.malformed")]
    [InlineData("{\"unit_code\": \"\\ud800\"}", 400, "json.malformed")]
    [InlineData("{\"unit_code\": \"\\u0000\"}", 400, "json.malformed")]
    [InlineData("[]", 400, "json.not-an-object")]
    [InlineData("null", 400, "json.not-an-object")]
    [InlineData("", 400, "json.malformed")]
    public async Task Says_where_a_body_is_no_JSON(string text, int status, string code)
    {
        var reply = await office.Send(HttpMethod.Post, "org-units", text: text);
        Assert.Equal((status, code), ((int)reply.Status, reply.Code));
        if (text.Contains("oops", StringComparison.Ordinal)) Assert.Contains("line 2", reply.Json!["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task Refuses_a_body_without_end()
    {
        var reply = await office.Send(HttpMethod.Post, "org-units", text: new string(' ', (1 << 20) + 1));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "api.too-large"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("ja", "ja")]
    [InlineData("fr, ja;q=0.4, en;q=0.8", "en")]
    [InlineData("", "en")]
    public async Task Refuses_in_the_language_that_is_accepted_with_both_in_the_answer(string accepted, string language)
    {
        var reply = await office.Get("org-units/999", ("Accept-Language", accepted));
        Assert.Equal("application/problem+json; charset=utf-8", reply.Headers["Content-Type"]);
        Assert.Equal(reply.Json!["message"]![language]!.GetValue<string>(), reply.Json["detail"]!.GetValue<string>());
        Assert.NotEqual(reply.Json["message"]!["ja"]!.GetValue<string>(), reply.Json["message"]!["en"]!.GetValue<string>());
    }

    [Fact]
    public async Task Leaves_to_operations_what_only_they_write()
    {
        await using var other = await Office.Open(new([.. Composition.Types.All.Select(type => type.Entity == typeof(OrgUnit) ? RecordType<OrgUnit>.Of<UnitsFounded>() : type)]));
        var refused = await other.Post("org-units", Office.AUnit("A1", "institute"));
        Assert.Equal(["kind: field.by-operation"], refused.Errors);
        var body = Office.AUnit("A1");
        body.Remove("kind");
        var unit = await other.Create("org-units", body);
        Assert.Equal("field.by-operation", (await other.Send(HttpMethod.Patch, $"org-units/{unit.Id}", new JsonObject { ["kind"] = "institute" }, unit.Tag)).Code);
        Assert.Equal(HttpStatusCode.OK, (await other.Send(HttpMethod.Put, $"org-units/{unit.Id}", unit.Json, unit.Tag)).Status);
        var schema = (await other.Get("/openapi/v1.json")).Json!["components"]!["schemas"]!["OrgUnit"]!["properties"]!["kind"]!;
        Assert.True(schema["readOnly"]!.GetValue<bool>());
    }

    /// <summary>Org units whose kind only an operation changes; the tables are the same.</summary>
    private sealed class UnitsFounded : IRecordType<OrgUnit>
    {
        public static void Define(Definition<OrgUnit> record)
        {
            record.Named(("部局", "Org unit"), ("部局", "Org units"), "org-units");
            record.Identity(unit => unit.UnitCode);
            record.Caption(unit => unit.Name);
            record.Line(unit => unit.UnitCode, ("部局コード", "Unit code"), 40).Required().Listed().Searched();
            record.Bilingual(unit => unit.Name, ("名称", "Name")).Required().Listed().Searched();
            record.Choice(unit => unit.Kind, ("種別", "Kind"), kind => (kind.ToString(), kind.ToString())).Listed().WrittenBy(WrittenBy.Operation);
            record.Link(unit => unit.Parent, ("上位組織", "Part of")).Listed();
            record.Day(unit => unit.OpenedOn, ("設置日", "Opened on"));
            record.Day(unit => unit.ClosedOn, ("廃止日", "Closed on"));
        }
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace Kakehashi.Web.Tests.Api;

public sealed class ReadingRecords : IAsyncLifetime
{
    private Office office = null!;

    public async ValueTask InitializeAsync() => office = await Office.Open();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Again_answers_that_nothing_has_changed_until_something_has()
    {
        var unit = await office.Unit("A1");
        var body = Office.AnAgreement("X-1", unit.Id);
        var path = $"agreements/{(await office.Create("agreements", body)).Id}";
        var first = await office.Get(path);
        var same = await office.Get(path, ("If-None-Match", first.Tag!));
        Assert.Equal((HttpStatusCode.NotModified, 0), (same.Status, same.Bytes.Length));

        // the name of what it links to is in the answer too, and what was read may still be changed
        await office.Send(HttpMethod.Patch, $"org-units/{unit.Id}", new JsonObject { ["name"] = new JsonObject { ["en"] = "New" } }, unit.Tag);
        Assert.Equal(HttpStatusCode.OK, (await office.Get(path, ("If-None-Match", first.Tag!))).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.Send(HttpMethod.Patch, path, new JsonObject { ["country"] = "DE" }, first.Tag)).Status);
    }

    [Fact]
    public async Task Page_by_page_meets_every_record_once_while_others_are_added()
    {
        for (var i = 0; i < 25; i++) await office.Unit($"B{i:00}");
        var seen = new List<string>();
        var (path, added) = ("/api/v1/org-units?limit=4&kind=faculty", 0);
        while (true)
        {
            var page = await office.Get(path);
            seen.AddRange(page.Items.Select(unit => unit!["unit_code"]!.GetValue<string>()));
            if (added < 6) await office.Unit($"C{added++:00}");
            if (page.Json!["next"] is null) break;
            Assert.InRange(page.Items.Count, 1, 4);
            var link = page.Headers["Link"];
            Assert.EndsWith(">; rel=\"next\"", link);
            path = link[1..link.IndexOf('>', StringComparison.Ordinal)];
            Assert.Contains("kind=faculty", path);
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Superset(Enumerable.Range(0, 25).Select(i => $"B{i:00}").ToHashSet(), seen.ToHashSet());
        Assert.Equal(31, seen.Count);
    }

    [Theory]
    [InlineData("country=FR", "X-1 X-2")]
    [InlineData("country=fr&country=ドイツ", "X-1 X-2 X-3")]
    [InlineData("country=", "X-4")]
    [InlineData("effective_from.from=2025-01-01&effective_from.to=2025-12-31", "X-2 X-3")]
    [InlineData("effective_from.from=2025-01-01&country=FR", "X-2")]
    [InlineData("state=draft", "X-4")]
    [InlineData("q=X-3", "X-3")]
    [InlineData("q=協定&country=FR", "X-1 X-2")]
    [InlineData("reference=X-2", "X-2")]
    [InlineData("unit=A1", "X-4")]
    [InlineData("renews_by_itself=true", "")]
    [InlineData("title=交流協定X-2", "X-2")]
    [InlineData("title=Agreement X-2&title=交流協定X-3", "X-2 X-3")]
    [InlineData("title=交流協定X-2 || Agreement X-3", "")]
    [InlineData("title.contains=AGREEMENT X&reference.contains=-2&reference.contains=-4", "X-2 X-4")]
    [InlineData("title.contains=%25", "")]
    [InlineData("title.contains=", "X-1 X-2 X-3 X-4")]
    [InlineData("note.has=true", "X-3")]
    [InlineData("note.contains=second", "X-3")]
    [InlineData("other_units.has=false&country.has=true", "X-1 X-2 X-3")]
    [InlineData("other_units.has=true", "X-4")]
    public async Task Narrowed_by_fields_and_words(string query, string expected)
    {
        var unit = await office.Unit("A1");
        foreach (var (reference, country, from, state, of) in new[] { ("X-1", "FR", "2024-04-01", "in_force", (long?)null), ("X-2", "FR", "2025-04-01", "in_force", null), ("X-3", "DE", "2025-06-01", "in_force", null), ("X-4", null, "2026-04-01", "draft", unit.Id) })
        {
            var body = Office.AnAgreement(reference, of);
            (body["country"], body["effective_from"], body["state"]) = (country, from, state);
            if (reference == "X-3") body["note"] = "first\nsecond";
            if (of is not null) body["other_units"] = new JsonArray(new JsonObject { ["unit"] = of });
            await office.Create("agreements", body);
        }

        var page = await office.Get("agreements?" + query);
        Assert.Equal(expected, string.Join(' ', page.Items.Select(item => item!["reference"]!.GetValue<string>())));
        var small = new List<string>();
        for (var cursor = "0"; cursor is not null;)
        {
            var one = await office.Get($"agreements?{query}&limit=1&cursor={cursor}");
            small.AddRange(one.Items.Select(item => item!["reference"]!.GetValue<string>()));
            cursor = one.Json!["next"]?.GetValue<string>();
        }

        Assert.Equal(expected, string.Join(' ', small));
    }

    [Theory]
    [InlineData("sort=-reference", "X-4 X-3 X-2 X-1")]
    [InlineData("sort=country", "X-3 X-1 X-2 X-4")]
    [InlineData("sort=-country&country.has=true", "X-2 X-1 X-3")]
    [InlineData("sort=-country", "X-2 X-1 X-3 X-4")]
    [InlineData("sort=title.en", "X-4 X-2 X-1 X-3")]
    [InlineData("sort=-title.en&q=協定", "X-1 X-2 X-4 X-3")]
    [InlineData("sort=-effective_from", "X-4 X-3 X-2 X-1")]
    public async Task In_an_order_page_by_page(string query, string expected)
    {
        foreach (var (reference, country, from, en) in new[] { ("X-1", "FR", "2024-04-01", "c"), ("X-2", "FR", "2025-04-01", "b"), ("X-3", "DE", "2025-04-01", null), ("X-4", null, "2026-04-01", "a") })
        {
            var body = Office.AnAgreement(reference);
            (body["country"], body["effective_from"], body["title"]!["en"]) = (country, from, en);
            await office.Create("agreements", body);
        }

        var seen = new List<string>();
        for (var path = $"/api/v1/agreements?limit=1&{query}"; path is not null;)
        {
            var page = await office.Get(path);
            seen.AddRange(page.Items.Select(item => item!["reference"]!.GetValue<string>()));
            path = page.Headers.TryGetValue("Link", out var link) ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null!;
        }

        Assert.Equal(expected, string.Join(' ', seen));
    }

    [Theory]
    [InlineData("reference", "-reference")]
    [InlineData("reference", "")]
    [InlineData("", "reference")]
    [InlineData("title.ja", "title.en")]
    public async Task In_an_order_refuses_a_cursor_of_another(string order, string other)
    {
        await office.Unit("A");
        foreach (var reference in new[] { "X-1", "X-2" }) await office.Create("agreements", Office.AnAgreement(reference));
        var cursor = (await office.Get($"agreements?limit=1&sort={order}")).Json!["next"]!.GetValue<string>();
        Assert.Equal(["cursor: cursor.other-order"], (await office.Get($"agreements?limit=1&sort={other}&cursor={cursor}")).Errors);
        Assert.Equal(HttpStatusCode.OK, (await office.Get($"agreements?limit=1&sort={order}&cursor={cursor}")).Status);
    }

    [Theory]
    [InlineData("contry=FR", "contry: filter.unknown")]
    [InlineData("country=Atlantis", "country: value.unknown-code")]
    [InlineData("country.from=FR", "country.from: filter.not-by-this-field")]
    [InlineData("note=x", "note: filter.not-by-this-field")]
    [InlineData("other_units=1", "other_units: filter.not-by-this-field")]
    [InlineData("country.contains=F", "country.contains: filter.not-by-this-field")]
    [InlineData("title.begins=x", "title.begins: filter.unknown")]
    [InlineData("note.has=maybe", "note.has: value.not-yes-or-no")]
    [InlineData("signed_on.from=yesterday", "signed_on.from: value.not-a-day")]
    [InlineData("unit=nowhere", "unit: reference.unresolved")]
    [InlineData("limit=501", "limit: limit.out-of-range")]
    [InlineData("limit=0", "limit: limit.out-of-range")]
    [InlineData("cursor=x", "cursor: cursor.unreadable")]
    [InlineData("sort=reference&cursor=W10", "cursor: cursor.unreadable")]
    [InlineData("sort=reference&cursor=WyJyZWZlcmVuY2UiLCJ4Iiw1XQ", "cursor: cursor.unreadable")]
    [InlineData("sort=unit", "sort: sort.unknown")]
    [InlineData("sort=state.ja", "sort: sort.unknown")]
    [InlineData("sort=-nonsense", "sort: sort.unknown")]
    [InlineData("withdrawn=perhaps", "withdrawn: value.not-yes-or-no")]
    public async Task Is_refused_where_a_condition_cannot_be_read(string query, string error)
    {
        var reply = await office.Get("agreements?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal([error], reply.Errors);
    }

    [Theory]
    [InlineData("GET", "agreement", 404, "api.no-such-type")]
    [InlineData("GET", "agreements/1", 404, "record.not-found")]
    [InlineData("GET", "agreements/one", 404, "api.no-such-address")]
    [InlineData("GET", "agreements/1/2/3", 404, "api.no-such-address")]
    [InlineData("GET", "codes/nothing", 404, "codes.no-such-list")]
    [InlineData("GET", "search", 400, "search.no-words")]
    [InlineData("DELETE", "agreements", 405, "api.wrong-method")]
    [InlineData("POST", "agreements/1", 405, "api.wrong-method")]
    public async Task That_are_not_there_is_answered_as_a_problem(string method, string path, int status, string code)
    {
        var reply = await office.Send(new HttpMethod(method), path);
        Assert.Equal((status, code), ((int)reply.Status, reply.Code));
        if (status == 405) Assert.Contains("GET", reply.Headers["Allow"]);
    }

    [Fact]
    public async Task By_HEAD_answers_without_a_body()
    {
        var unit = await office.Unit("A1");
        var head = await office.Send(HttpMethod.Head, $"org-units/{unit.Id}");
        Assert.Equal((HttpStatusCode.OK, 0, unit.Tag), (head.Status, head.Bytes.Length, head.Tag));
    }

    [Fact]
    public async Task Of_all_types_finds_them_by_words_best_first()
    {
        var unit = await office.Unit("A1");
        var agreement = await office.Create("agreements", Office.AnAgreement("A1-7"));
        var hits = (await office.Get("search?q=A1")).Items;
        Assert.Equal([unit.Id, agreement.Id], hits.Select(hit => hit!["id"]!.GetValue<long>()).Order());
        Assert.Equal("学部A1", hits.Single(hit => hit!["type"]!.GetValue<string>() == "org_unit")!["caption"]!["ja"]!.GetValue<string>());
        Assert.Equal(agreement.Id, (await office.Get("search?q=A1&type=agreements")).Items.Single()!["id"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("フランス", "FR")]
    [InlineData("germ", "DE")]
    [InlineData("jp", "JP")]
    public async Task Of_a_code_list_finds_codes_by_their_words(string words, string first) =>
        Assert.Equal(first, (await office.Get("codes/countries?q=" + Uri.EscapeDataString(words))).Items[0]!["value"]!.GetValue<string>());

    [Fact]
    public async Task Sent_back_as_they_came_changes_nothing()
    {
        var unit = await office.Unit("A1");
        var agreement = Office.AnAgreement("X-1", unit.Id);
        agreement["title"] = new JsonObject { ["ja"] = "左 || 右", ["en"] = null };
        agreement["other_units"] = JsonNode.Parse($$"""[{"unit": {{unit.Id}}}]""");
        agreement["note"] = "a\nb \"quoted\" \\ 𠮷";
        var organisation = JsonNode.Parse("""
            {"name":{"en":"A | B; C"},"kind":"education","status":"active","country":"FR","location":{"latitude":48.8,"longitude":2.3},
             "names":[{"value":"x","language":"fr","kind":"alias"}],"identifiers":[{"scheme":"erasmus","value":"F PARIS001"}]}
            """)!;
        var stay = JsonNode.Parse("""{"reference":"S1","direction":"out","kind":"student","started_on":"2025-09-01","credits":12.5,"nationality":"JP"}""")!;
        string[] all = [unit.Headers["Location"], .. (await Task.WhenAll(office.Create("agreements", agreement), office.Create("organisations", organisation), office.Create("mobility-periods", stay))).Select(reply => reply.Headers["Location"])];
        // what a record links to may be withdrawn later on
        await office.Send(HttpMethod.Delete, all[0], match: unit.Tag);
        foreach (var path in all[1..])
        {
            var read = await office.Get(path);
            var put = await office.Send(HttpMethod.Put, path, read.Json, read.Tag);
            Assert.True(put.Status == HttpStatusCode.OK, put.Json?.ToJsonString());
            Assert.Equal(read.Json!.ToJsonString(), put.Json!.ToJsonString());
            var patched = await office.Send(HttpMethod.Patch, path, read.Json, read.Tag);
            Assert.Equal(read.Json!.ToJsonString(), patched.Json!.ToJsonString());
            Assert.Single((await office.Get(path + "/history")).Items);
        }
    }
}

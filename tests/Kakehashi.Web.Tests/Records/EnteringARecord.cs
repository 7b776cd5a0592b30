using System.Net;
using AngleSharp.Dom;

namespace Kakehashi.Web.Tests.Records;

public sealed class EnteringARecord(RecordSite site)
{
    [Fact]
    public async Task Shows_it_with_labels_in_both_languages_and_its_history()
    {
        var number = await site.AddUnit(RecordSite.Code(), "文学部", "Faculty of Arts", "faculty");
        var (_, ja) = await site.Get($"/ja/org-units/{number}");
        Assert.Equal("文学部", ja.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("学部", Value(ja, "種別"));
        Assert.Contains("登録", ja.QuerySelector(".timeline")!.TextContent);
        var (_, en) = await site.Get($"/en/org-units/{number}");
        Assert.Equal("Faculty", Value(en, "Kind"));
        Assert.Contains("tester", en.QuerySelector(".timeline")!.TextContent);
    }

    [Fact]
    public async Task With_nothing_entered_names_all_that_is_required_at_once()
    {
        using var answer = await site.Send("/en/org-units/new");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Website.Parse(answer);
        Assert.Equal(3, page.QuerySelectorAll("form [role=alert] li").Length);
        Assert.All(page.QuerySelectorAll("form [role=alert] a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")!.Split('#')[1])));
    }

    [Fact]
    public async Task That_is_wrong_keeps_what_was_typed()
    {
        using var answer = await site.Send("/ja/org-units/new", ("unit_code", "X<1>"), ("name.ja", "名称"), ("kind", "faculty"), ("opened_on", "ことし"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Website.Parse(answer);
        Assert.Equal("X<1>", page.QuerySelector("[name=unit_code]")!.GetAttribute("value"));
        Assert.Equal("ことし", page.QuerySelector("[name=opened_on]")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("[name=opened_on]")!.GetAttribute("aria-invalid"));
        Assert.Equal("faculty", page.QuerySelector("[name=kind] option[selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("2026-04-01")]
    [InlineData("2026/4/1")]
    [InlineData("令和8年4月1日")]
    [InlineData("R8.4.1")]
    public async Task Takes_a_day_as_offices_write_it(string written)
    {
        using var answer = await site.Send("/ja/org-units/new", ("unit_code", RecordSite.Code()), ("name.ja", "新しい課"), ("kind", "department"), ("opened_on", written));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var (_, page) = await site.Get(answer.Headers.Location!.OriginalString);
        Assert.Equal("2026年4月1日", Value(page, "設置日"));
    }

    [Theory]
    [InlineData("ja", "例：2026-04-01、R8.4.1")]
    [InlineData("en", "e.g. 2026-04-01")]
    public async Task Shows_how_a_day_is_written_in_the_language_of_the_page(string language, string example)
    {
        var (_, page) = await site.Get($"/{language}/org-units/new");
        var box = page.QuerySelector("[name=opened_on]")!;
        Assert.Null(box.GetAttribute("type"));
        Assert.Contains(box.GetAttribute("aria-describedby")!.Split(' '), id => page.GetElementById(id)!.TextContent == example);
    }

    [Fact]
    public async Task With_the_key_of_another_is_a_problem_at_its_field()
    {
        var code = RecordSite.Code();
        await site.AddUnit(code);
        using var answer = await site.Send("/en/org-units/new", ("unit_code", code), ("name.en", "Twin"), ("kind", "faculty"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Website.Parse(answer);
        Assert.Contains("is used already", page.GetElementById("record-unit_code-problems")!.TextContent);
    }

    [Fact]
    public async Task That_breaks_a_rule_between_fields_says_so()
    {
        using var answer = await site.Send("/en/org-units/new", ("unit_code", RecordSite.Code()), ("name.en", "Short-lived"), ("kind", "centre"), ("opened_on", "2020-04-01"), ("closed_on", "2019-03-31"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("closes before it opens", (await Website.Parse(answer)).GetElementById("record-closed_on-problems")!.TextContent);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("code")]
    public async Task Finds_the_record_that_a_typed_text_means_without_script(string by)
    {
        var code = RecordSite.Code();
        var parent = await site.AddUnit(code, $"上位{code}", $"Parent {code}");
        using var answer = await site.Send("/en/org-units/new", ("unit_code", RecordSite.Code()), ("name.en", "Child"), ("kind", "department"), ("parent.text", by == "name" ? $"Parent {code}" : code));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var (_, page) = await site.Get(answer.Headers.Location!.OriginalString);
        Assert.Equal($"org-units/{parent}", page.QuerySelector(".details a")!.GetAttribute("href"));
        var (_, of) = await site.Get($"/en/org-units/{parent}");
        Assert.Contains(of.QuerySelectorAll(".references a"), link => link.GetAttribute("href") == $"org-units?parent={parent}");
    }

    [Fact]
    public async Task With_a_ROR_ID_that_is_none_says_what_one_looks_like()
    {
        using var refused = await site.Send("/ja/organisations/new", ("name.ja", "大学"), ("kind", "education"), ("status", "active"), ("identifiers.0.scheme", "ror"), ("identifiers.0.value", "https://ror.org/nonsense"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("例：https://ror.org/01dq60k83", (await Website.Parse(refused)).QuerySelector("form [role=alert]")!.TextContent);
    }

    [Fact]
    public async Task With_parts_adds_and_removes_rows_without_script()
    {
        using var added = await site.Send("/en/organisations/new", ("name.en", "Test University"), ("add", "identifiers"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, added.StatusCode);
        var page = await Website.Parse(added);
        Assert.Empty(page.QuerySelectorAll("form [role=alert]"));
        Assert.Equal("Test University", page.QuerySelector("[name='name.en']")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[name='identifiers.0.value']"));
        var key = RecordSite.Code();
        using var saved = await site.Send("/en/organisations/new", page, ("name.en", "Test University"), ("kind", "education"), ("status", "active"), ("identifiers.0.scheme", "local"), ("identifiers.0.value", key), ("country.text", "ドイツ"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var (_, record) = await site.Get(saved.Headers.Location!.OriginalString);
        Assert.Contains(key, record.QuerySelector(".data-table")!.TextContent);
        Assert.Equal("Germany", Value(record, "Country or region"));
        Assert.Contains("Japanese is missing", record.QuerySelector(".details")!.TextContent);
    }

    [Fact]
    public async Task While_another_does_shows_both_and_keeps_mine()
    {
        var number = await site.AddUnit(RecordSite.Code(), "元の名称", "Old name");
        var path = $"/en/org-units/{number}/edit";
        var (_, mine) = await site.Get(path);
        using (var theirs = await site.Send(path, ("name.en", "Their name"), ("opened_on", "2001-04-01"))) Assert.Equal(HttpStatusCode.SeeOther, theirs.StatusCode);
        using var answer = await site.Send(path, mine, ("name.en", "My name"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Website.Parse(answer);
        Assert.Equal("My name", page.QuerySelector("[name='name.en']")!.GetAttribute("value"));
        Assert.Equal("2001-04-01", page.QuerySelector("[name=opened_on]")!.GetAttribute("value"));
        Assert.Contains("Their name", page.QuerySelector(".conflicts")!.TextContent);
        using var again = await site.Send(path, page);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        var (_, record) = await site.Get($"/en/org-units/{number}");
        Assert.Equal("My name", record.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("Their name", record.QuerySelector(".changes del")!.TextContent);
    }

    [Fact]
    public async Task That_the_browser_kept_shows_it_again_saves_nothing_and_overwrites_nobody()
    {
        var number = await site.AddUnit(RecordSite.Code(), en: "As it was");
        var path = $"/en/org-units/{number}/edit";
        var (_, kept) = await site.Get(path);
        using (var theirs = await site.Send(path, ("opened_on", "2001-04-01"))) Assert.Equal(HttpStatusCode.SeeOther, theirs.StatusCode);
        using var answer = await site.Send(path, kept, ("name.en", "Kept name"), ("kept", "kept"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Website.Parse(answer);
        Assert.Equal("Kept name", page.QuerySelector("[name='name.en']")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("form [role=alert]"));
        Assert.Equal("As it was", (await site.Get($"/en/org-units/{number}")).Page.QuerySelector("h1")!.TextContent.Trim());
        using var saved = await site.Send(path, page);
        Assert.Equal(HttpStatusCode.Conflict, saved.StatusCode);
        Assert.Equal("2001-04-01", (await Website.Parse(saved)).QuerySelector("[name=opened_on]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task And_withdrawing_it_takes_it_out_of_lists_until_it_is_restored()
    {
        var code = RecordSite.Code();
        var number = await site.AddUnit(code);
        using (var withdrawn = await site.Send($"/en/org-units/{number}/withdraw")) Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        Assert.DoesNotContain(code, (await site.Get($"/en/org-units?q={code}")).Page.QuerySelector("main")!.TextContent.Replace($"“{code}”", "", StringComparison.Ordinal));
        Assert.Contains(code, (await site.Get("/en/org-units?withdrawn=true")).Page.QuerySelector("main")!.TextContent);
        using (var restored = await site.Send($"/en/org-units/{number}/restore")) Assert.Equal(HttpStatusCode.SeeOther, restored.StatusCode);
        Assert.NotNull((await site.Get($"/en/org-units?q={code}")).Page.QuerySelector($"a[href='org-units/{number}']"));
    }

    private static string Value(IDocument page, string label) =>
        page.QuerySelectorAll(".details dt").First(term => term.TextContent == label).NextElementSibling!.TextContent.Trim();
}

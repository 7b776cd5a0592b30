using System.Net;

namespace Kakehashi.Web.Tests.Records;

public sealed class ErasingPersonalData(RecordSite site)
{
    [Fact]
    public async Task Shows_what_is_erased_and_what_is_not_reached()
    {
        var (person, code) = (RecordSite.Code() + "P", RecordSite.Code());
        var (one, other) = (await AddStay(code + "a", person), await AddStay(code + "b", person));
        var (_, record) = await site.Get($"/ja/{one}");
        Assert.NotNull(record.QuerySelector($"a[href='{one}/erase']"));
        var (_, page) = await site.Get($"/ja/{one}/erase");
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("本人の番号", text);
        Assert.Contains("バックアップ", text);
        Assert.DoesNotContain(person, page.DocumentElement.OuterHtml);
        var also = page.QuerySelector("input[name=also]")!;
        Assert.True(also.HasAttribute("checked"));
        Assert.Equal(other.Split('/')[1], also.GetAttribute("value"));
    }

    [Fact]
    public async Task Without_a_reason_asks_for_it_and_keeps_what_was_ticked()
    {
        var (person, code) = (RecordSite.Code() + "P", RecordSite.Code());
        var one = await AddStay(code + "a", person);
        await AddStay(code + "b", person);
        var (_, page) = await site.Get($"/en/{one}/erase");
        page.QuerySelector("input[name=also]")!.RemoveAttribute("checked");
        using var answer = await site.Send($"/en/{one}/erase", page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await Website.Parse(answer);
        Assert.Contains("Say why", again.GetElementById("erase-reason-problems")!.TextContent);
        Assert.False(again.QuerySelector("input[name=also]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Says_so_in_the_history_of_every_record_that_was_ticked()
    {
        var (person, code) = (RecordSite.Code() + "P", RecordSite.Code());
        var (one, other) = (await AddStay(code + "a", person), await AddStay(code + "b", person));
        using (var edited = await site.Send($"/en/{one}/edit", ("person_key", person + "2"))) Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        using (var edited = await site.Send($"/en/{one}/edit", ("person_key", person))) Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        using (var erased = await site.Send($"/en/{one}/erase", ("reason", "Request <1>"))) Assert.Equal(HttpStatusCode.SeeOther, erased.StatusCode);
        var (_, ja) = await site.Get($"/ja/{one}");
        Assert.Contains("個人情報を消去しました", ja.QuerySelector("main")!.TextContent);
        foreach (var record in new[] { one, other })
        {
            var (_, page) = await site.Get($"/en/{record}");
            var latest = page.QuerySelector(".timeline li")!.TextContent;
            Assert.Contains("Personal data erased", latest);
            Assert.Contains("Reason: Request <1>", latest);
            Assert.Contains("Erased: Person's number", latest);
            Assert.DoesNotContain(person, page.DocumentElement.OuterHtml);
        }

        var (_, en) = await site.Get($"/en/{one}");
        Assert.Equal(4, en.QuerySelectorAll(".changes .erased").Length);
        Assert.Contains("There is no personal data to erase", (await site.Get($"/en/{one}/erase")).Page.QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("ja", "個人情報消去証明書", "本人の番号")]
    [InlineData("en", "Certificate of erasure", "Person's number")]
    public async Task Ends_with_a_certificate_that_tells_no_value_and_can_be_found_again(string language, string title, string field)
    {
        var (person, code) = (RecordSite.Code() + "P", RecordSite.Code());
        var (one, _) = (await AddStay(code + "a", person), await AddStay(code + "b", person));
        using var erased = await site.Send($"/{language}/{one}/erase", ("reason", "Request <2>"));
        var address = new Uri(site.Client.BaseAddress!, erased.Headers.Location!).AbsolutePath;
        Assert.StartsWith($"/{language}/erasures/", address, StringComparison.Ordinal);
        var (_, page) = await site.Get(address);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains("Request <2>", text, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", page.QuerySelector(".hash")!.TextContent);
        var row = Assert.Single(page.QuerySelectorAll("#erased tbody tr"));
        Assert.Equal([field, "2", "2"], row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.DoesNotContain(person, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var (_, record) = await site.Get($"/{language}/{one}");
        Assert.NotNull(record.QuerySelector($"a[href='{address[4..]}']"));
    }

    [Fact]
    public async Task Stands_in_the_list_of_all_erasures_with_the_way_to_its_certificate()
    {
        var (person, code) = (RecordSite.Code() + "P", RecordSite.Code());
        var one = await AddStay(code, person);
        using var erased = await site.Send($"/en/{one}/erase", ("reason", $"Request {code}"));
        var certificate = new Uri(site.Client.BaseAddress!, erased.Headers.Location!).AbsolutePath;
        var (_, page) = await site.Get("/en/erasures");
        var row = Assert.Single(page.QuerySelectorAll("#erasures tbody tr"), row => row.TextContent.Contains($"Request {code}", StringComparison.Ordinal));
        Assert.Equal(certificate[4..], row.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain(person, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".sidenav a[href='erasures']"));
        // before any of them there is none
        Assert.Contains("Nothing has been erased", (await site.Get("/en/erasures?before=1")).Page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Is_not_undone_by_a_form_that_was_opened_before()
    {
        var person = RecordSite.Code() + "P";
        var stay = await AddStay(RecordSite.Code(), person);
        var (_, form) = await site.Get($"/en/{stay}/edit");
        using (var erased = await site.Send($"/en/{stay}/erase", ("reason", "asked for"))) Assert.Equal(HttpStatusCode.SeeOther, erased.StatusCode);
        using var answer = await site.Send($"/en/{stay}/edit", form, ("programme", "Summer school"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Website.Parse(answer);
        Assert.DoesNotContain(person, page.QuerySelector("form")!.OuterHtml);
        using var again = await site.Send($"/en/{stay}/edit", page);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        var (_, record) = await site.Get($"/en/{stay}");
        Assert.Contains("Summer school", record.QuerySelector("main")!.TextContent);
        Assert.Contains("There is no personal data to erase", (await site.Get($"/en/{stay}/erase")).Page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Is_not_there_where_nothing_is_personal()
    {
        var unit = await site.AddUnit(RecordSite.Code());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get($"/en/org-units/{unit}/erase")).Status);
        Assert.Null((await site.Get($"/en/org-units/{unit}")).Page.QuerySelector($"a[href='org-units/{unit}/erase']"));
    }

    [Fact]
    public async Task Of_a_long_history_shows_page_by_page()
    {
        var unit = await site.AddUnit(RecordSite.Code());
        for (var i = 0; i < 101; i++)
            using (var edited = await site.Send($"/en/org-units/{unit}/edit", ("name.en", $"Name {i}"))) Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        var (_, first) = await site.Get($"/en/org-units/{unit}");
        Assert.Equal(100, first.QuerySelectorAll(".timeline > li").Length);
        Assert.Equal($"org-units/{unit}?history=2", first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
        var (_, last) = await site.Get($"/en/org-units/{unit}?history=2");
        Assert.Equal(2, last.QuerySelectorAll(".timeline > li").Length);
        Assert.Contains("Added", last.QuerySelector(".timeline")!.TextContent);
        Assert.Equal($"org-units/{unit}", last.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href"));
    }

    /// <summary>Enters a stay; its address without the language.</summary>
    private async Task<string> AddStay(string reference, string person)
    {
        using var answer = await site.Send("/en/mobility-periods/new", ("reference", reference), ("direction", "in"), ("kind", "student"), ("person_key", person), ("started_on", "2025-04-01"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return new Uri(site.Client.BaseAddress!, answer.Headers.Location!).AbsolutePath["/en/".Length..];
    }
}

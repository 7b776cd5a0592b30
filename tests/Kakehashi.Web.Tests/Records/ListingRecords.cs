using System.Net;

namespace Kakehashi.Web.Tests.Records;

public sealed class ListingRecords(RecordSite site)
{
    [Fact]
    public async Task Keeps_conditions_words_and_order_in_the_address()
    {
        var code = RecordSite.Code();
        var faculty = await site.AddUnit(code + "a", $"学部{code}", $"Faculty {code}", "faculty");
        var centre = await site.AddUnit(code + "b", $"センター{code}", $"Centre {code}", "centre");
        var (_, page) = await site.Get($"/en/org-units?kind=faculty&kind=institute&sort=-unit_code");
        Assert.NotNull(page.QuerySelector($"a[href='org-units/{faculty}']"));
        Assert.Null(page.QuerySelector($"a[href='org-units/{centre}']"));
        Assert.Contains(page.QuerySelectorAll(".chip"), chip => chip.TextContent.Contains("Kind: Faculty", StringComparison.Ordinal) && chip.GetAttribute("href") == "org-units?kind=institute&sort=-unit_code");
        Assert.Equal("descending", page.QuerySelectorAll("th[aria-sort]").Single(head => head.GetAttribute("aria-sort") is { Length: > 0 }).GetAttribute("aria-sort"));
        Assert.Equal("org-units/export.csv?kind=faculty&kind=institute&sort=-unit_code", page.QuerySelector("a[href*='export.csv']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task With_empty_inputs_leads_to_a_tidy_address()
    {
        using var answer = await site.Client.GetAsync(new Uri("/ja/org-units?q=&kind=faculty&parent=&parent.text=", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith("/ja/org-units?kind=faculty", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task With_empty_inputs_leads_to_an_address_that_still_has_what_is_not_known()
    {
        using var answer = await site.Client.GetAsync(new Uri("/ja/org-units?q=&nonsense=1", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith("/ja/org-units?nonsense=1", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/en/agreements?withdrawn=true&state=In force&type=協定書&country=ドイツ&renews_by_itself=yes&signed_on=R8.4.1", "State: In force|Partner's country: Germany|Renews by itself: Yes|Signed on: 2026-04-01")]
    [InlineData("/ja/agreements?withdrawn=true&state=in_force&state=有効&country=Germany&renews_by_itself=いいえ&signed_on=2026/4/1", "状態: 有効|相手国・地域: ドイツ|自動更新: いいえ|締結日: 2026-04-01")]
    public async Task At_an_address_written_by_hand_names_the_conditions_as_people_do(string path, string chips)
    {
        var (_, page) = await site.Get(path);
        Assert.Equal(chips.Split('|').Order(StringComparer.Ordinal), page.QuerySelectorAll(".chip span:first-child").Select(chip => chip.TextContent).Order(StringComparer.Ordinal));
        Assert.True(page.QuerySelector("[name=state][value=in_force]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task At_an_address_written_by_hand_finds_a_linked_record_by_its_key()
    {
        var code = RecordSite.Code();
        var number = await site.AddUnit(code, $"上位{code}", $"Parent {code}");
        using var answer = await site.Client.GetAsync(new Uri($"/en/org-units?parent={code}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith($"/en/org-units?parent={number}", answer.Headers.Location!.OriginalString);
        var (_, page) = await site.Get($"/en/org-units?parent={number}");
        Assert.Equal($"Part of: Parent {code}", page.QuerySelector(".chip span")!.TextContent);
    }

    [Theory]
    [InlineData("expires_on.from", "Expires on from")]
    [InlineData("expires_on.to", "Expires on to")]
    public async Task By_a_day_offers_a_calendar_as_forms_do(string name, string label)
    {
        await site.AddUnit(RecordSite.Code());
        var (_, page) = await site.Get("/en/agreements?withdrawn=true");
        var box = page.QuerySelector($"kk-day > [name='{name}']")!;
        Assert.Equal((label, "change"), (box.GetAttribute("aria-label"), box.GetAttribute("data-autosubmit")));
        Assert.NotNull(page.GetElementById(box.GetAttribute("aria-describedby")!));
        Assert.NotNull(box.ParentElement!.QuerySelector("input[type=date]:not([name])"));
        Assert.NotNull(page.GetElementById(box.ParentElement.QuerySelector("button")!.GetAttribute("aria-describedby")!));
    }

    [Fact]
    public async Task From_a_day_written_in_a_Japanese_era_filters_by_it()
    {
        var (_, page) = await site.Get("/ja/agreements?withdrawn=true&expires_on.from=" + Uri.EscapeDataString("令和8年4月1日"));
        Assert.Equal("満了日: 2026-04-01 以降", page.QuerySelector(".chip span")!.TextContent);
        Assert.Equal("2026-04-01", page.QuerySelector("[name='expires_on.from']")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector(".alert"));
    }

    [Theory]
    [InlineData("/ja/agreements?withdrawn=true&expires_on.from=ことし", "「ことし」は日付として読めない", "この条件は使っていません。")]
    [InlineData("/en/agreements?withdrawn=true&expires_on.from=ことし", "“ことし” is not a day", "This condition is not in use.")]
    public async Task From_a_day_that_cannot_be_read_says_so_and_keeps_what_was_typed(string path, string problem, string consequence)
    {
        var (_, page) = await site.Get(path);
        var alert = page.QuerySelectorAll(".alert").Single().TextContent;
        Assert.Contains(problem, alert);
        Assert.Contains(consequence, alert);
        Assert.Equal("ことし", page.QuerySelector("[name='expires_on.from']")!.GetAttribute("value"));
        Assert.True(page.QuerySelector(".filter-panel")!.HasAttribute("open"));
    }

    [Theory]
    [InlineData("/en/org-units?withdrawn=true&nonsense=1", "This list has no condition called “nonsense”. This condition is not in use.")]
    [InlineData("/ja/org-units?withdrawn=true&nonsense=1", "この一覧に「nonsense」という条件はありません。この条件は使っていません。")]
    [InlineData("/en/org-units?withdrawn=true&kidn=faculty", "Did you mean “kind”?")]
    [InlineData("/en/org-units?withdrawn=true&name=Faculty", "Did you mean “name.contains”?")]
    [InlineData("/en/org-units?withdrawn=true&kind=nonsense", "This condition is not in use.")]
    [InlineData("/ja/org-units?withdrawn=true&kind=nonsense", "この条件は使っていません。")]
    [InlineData("/en/org-units?withdrawn=true&parent.has=maybe", "Write true or false.")]
    [InlineData("/en/org-units?withdrawn=true&sort=-evil", "This list cannot be sorted by “-evil”.")]
    [InlineData("/ja/org-units?withdrawn=true&sort=-evil", "「-evil」の順には並べられません。")]
    public async Task Says_which_part_of_the_address_is_not_in_use(string path, string words)
    {
        var (_, page) = await site.Get(path);
        Assert.Contains(words, page.QuerySelectorAll(".alert").Single().TextContent);
    }

    [Theory]
    [InlineData("/en/org-units?withdrawn=true&utm_source=mail&utm_campaign=x&fbclid=1&_=17&filters=open&page=1")]
    [InlineData("/en/org-units?withdrawn=true&sort=-unit_code&Kind=faculty")]
    public async Task Does_not_complain_about_what_belongs_there_or_came_with_a_link(string path)
    {
        var (_, page) = await site.Get(path);
        Assert.Empty(page.QuerySelectorAll(".alert"));
    }

    [Fact]
    public async Task By_a_piece_of_a_text_or_by_whether_there_is_a_value_as_the_API_does()
    {
        var code = RecordSite.Code();
        var found = await site.AddUnit(code + "a", $"断片{code}", $"Piece {code}");
        var other = await site.AddUnit(code + "b", $"別{code}", $"Other {code}");
        var (_, page) = await site.Get($"/en/org-units?name.contains=piece {code}&parent.has=false&sort=unit_code");
        Assert.NotNull(page.QuerySelector($"a[href='org-units/{found}']"));
        Assert.Null(page.QuerySelector($"a[href='org-units/{other}']"));
        Assert.Equal([$"Name: contains “piece {code}”", "Part of: not entered"], page.QuerySelectorAll(".chip span:first-child").Select(chip => chip.TextContent).Order(StringComparer.Ordinal));
        Assert.Contains("name.contains=", page.QuerySelector("a[href*='export.csv']")!.GetAttribute("href"));
        // an empty value says nothing here, since empty boxes are sent too: the address is tidied up
        using var tidied = await site.Client.GetAsync(new Uri("/en/org-units?parent=-&kind=", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, tidied.StatusCode);
        Assert.Equal(["Part of: not entered"], (await site.Get("/en/org-units?parent=-")).Page.QuerySelectorAll(".chip span:first-child").Select(chip => chip.TextContent));
    }

    [Theory]
    [InlineData("/ja/student-headcounts", "まだ登録されていません")]
    [InlineData("/en/student-headcounts", "No ")]
    [InlineData("/en/org-units?q=nothing-at-all-of-this-name", "Nothing matches")]
    [InlineData("/en/org-units?kind=nonsense&opened_on.from=ever&page=-3&sort=evil", "")]
    public async Task That_shows_nothing_says_why(string path, string words)
    {
        var (status, page) = await site.Get(path);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(words, page.QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("/en/no-such-records")]
    [InlineData("/en/org-units/999999999")]
    [InlineData("/en/org-units/999999999/edit")]
    [InlineData("/en/no-such-records/new")]
    [InlineData("/en/imports/999999999")]
    public async Task That_are_not_there_is_404(string path)
    {
        var (status, page) = await site.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("Page not found", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Finds_words_of_two_characters_in_every_type_and_marks_them()
    {
        var code = RecordSite.Code();
        var number = await site.AddUnit(code, "金属材料研究所", "Institute for Materials Research", "institute");
        var (_, page) = await site.Get("/ja/search?q=材料");
        Assert.NotNull(page.QuerySelector($".hits a[href='org-units/{number}']"));
        Assert.Contains(page.QuerySelectorAll(".hits mark"), mark => mark.TextContent == "材料");
        var (_, keyed) = await site.Get($"/en/search?q={code}");
        Assert.NotNull(keyed.QuerySelector($".hits a[href='org-units/{number}']"));
    }

    [Fact]
    public async Task Suggests_records_and_codes_by_either_language()
    {
        var number = await site.AddUnit(RecordSite.Code(), "流体科学研究所", "Institute of Fluid Science", "institute");
        Assert.Contains($"\"value\":\"{number}\"", await Text("/en/org-units/options?q=流体"));
        Assert.Contains($"\"value\":\"{number}\"", await Text("/ja/org-units/options?q=fluid"));
        Assert.Contains("\"value\":\"DE\"", await Text("/ja/codes/countries/options?q=germ"));
    }

    private async Task<string> Text(string path) => await site.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}

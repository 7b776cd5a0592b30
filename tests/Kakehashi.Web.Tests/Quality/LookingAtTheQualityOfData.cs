using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Quality;

/// <summary>
/// Engineering has an agreement past its end, and one with a title in Japanese alone; of its two departments only Physics
/// says that it has handed in headcounts. A partner has a country that no list has.
/// </summary>
public sealed class AnOfficeWithGaps : Observatory
{
    public long Past { get; private set; }

    public long Physics { get; private set; }

    public long Chemistry { get; private set; }

    protected override void EnterMore(ChangeSession session)
    {
        Physics = Create(session, "org_unit", ("unit_code", "EP"), ("name", new Bilingual("物理学科", "Department of Physics")), ("kind", "department"), ("parent", Engineering));
        Chemistry = Create(session, "org_unit", ("unit_code", "EC"), ("name", new Bilingual("化学科", "Department of Chemistry")), ("kind", "department"), ("parent", Engineering));
        Create(session, "coverage", ("fact", "student_headcount"), ("unit", Physics), ("period", "FY2025"), ("submitted", true));
        Create(session, "organisation", ("name", new Bilingual("どこかの大学", "Somewhere")), ("country", "ZZ"));
        Stayed(session, "RESEARCHER", "researcher", null);
        Stayed(session, "OVER", "student", new DateOnly(2024, 12, 1));
        Past = Agreement(session, "PAST", new Bilingual("終わった協定", "Over"), new DateOnly(2020, 3, 31));
        Agreement(session, "JA", new Bilingual("日本語だけの協定", null), new DateOnly(2099, 3, 31));
    }

    private void Stayed(ChangeSession session, string reference, string kind, DateOnly? end) => Create(
        session, "mobility_period", ("reference", reference), ("direction", "in"), ("kind", kind), ("home_country", "FR"), ("unit", Engineering),
        ("started_on", new DateOnly(2024, 9, 1)), ("ended_on", end));

    private long Agreement(ChangeSession session, string reference, Bilingual title, DateOnly end) => Create(
        session, "agreement", ("reference", reference), ("title", title), ("type", "academic"), ("level", "department"), ("state", "in_force"),
        ("unit", Engineering), ("effective_from", new DateOnly(2015, 4, 1)), ("expires_on", end), ("country", "FR"));
}

public sealed class LookingAtTheQualityOfData(AnOfficeWithGaps office) : IClassFixture<AnOfficeWithGaps>
{
    [Theory]
    [InlineData("ja", "データの品質", "工学部")]
    [InlineData("en", "Quality of data", "Faculty of Engineering")]
    public async Task Shows_each_part_by_itself_with_a_way_to_the_records(string language, string title, string unit)
    {
        var page = await office.Page($"/{language}/quality?period=FY2024");
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("#filled-mobility tbody a[href^='quality/records?']"));
        Assert.Contains(unit, page.GetElementById("filled-mobility")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("#timeliness tbody tr").Length);
        Assert.NotNull(page.QuerySelector($"#checks a[href='quality/agreement.past-its-end?unit={office.Engineering}']"));
    }

    [Fact]
    public async Task Leads_to_the_very_records_and_to_their_forms()
    {
        var page = await office.Page($"/en/quality/agreement.past-its-end?unit={office.Engineering}");
        var row = Assert.Single(page.QuerySelectorAll("#records tbody tr"));
        Assert.NotNull(row.QuerySelector($"a[href='agreements/{office.Past}/edit']"));
    }

    [Theory]
    [InlineData("FY2018", "1")]
    [InlineData("FY2024", "0")]
    public async Task Counts_a_record_in_the_years_that_its_days_touch_and_in_all(string year, string count)
    {
        var page = await office.Page($"/en/quality?period={year}");
        var row = page.QuerySelectorAll("#checks tbody tr").Single(one => one.QuerySelector($"a[href='quality/agreement.past-its-end?unit={office.Engineering}']") is not null);
        Assert.Equal([count, "1"], row.QuerySelectorAll("td.number").Select(cell => cell.TextContent.Trim()));
        var records = await office.Page($"/en/quality/agreement.past-its-end?unit={office.Engineering}&period={year}");
        Assert.Equal(count, $"{records.QuerySelectorAll("#records tbody tr[data-href], #records tbody tr:has(a)").Length}");
    }

    [Fact]
    public async Task Finds_texts_in_one_language()
    {
        var page = await office.Page($"/ja/quality/agreement.one-sided-title?unit={office.Engineering}");
        Assert.Contains("日本語だけの協定", Assert.Single(page.QuerySelectorAll("#records tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_as_many_records_without_a_value_as_the_share_leaves_out()
    {
        var page = await office.Page("/en/quality?period=FY2024");
        var link = page.QuerySelectorAll("#filled-mobility tbody a").First(one => one.TextContent == "0.0%").GetAttribute("href")!;
        var records = await office.Page($"/en/{link}");
        Assert.Equal(50, records.QuerySelectorAll("#records tbody tr").Length);
        var next = records.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.NotEmpty((await office.Page($"/en/{next}")).QuerySelectorAll("#records tbody tr"));
        Assert.Equal("57 records", records.QuerySelector(".pager-count")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("level")]
    [InlineData("credits")]
    public async Task Misses_a_value_only_where_it_is_asked_for(string column)
    {
        var page = await office.Page($"/en/quality/records?type=mobility&unit={office.Engineering}&period=FY2024&without={column}");
        Assert.Contains("2024-09-01", Assert.Single(page.QuerySelectorAll("#records tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_not_even_the_number_of_records_to_whoever_does_not_see_the_unit()
    {
        using var client = await office.ClientOf(new NewGrant(Role.Contributor, office.Physics));
        using var answer = await client.GetAsync(new Uri($"/en/quality/records?type=mobility&unit={office.Engineering}&period=FY2024", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("59", (await Website.Parse(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_somebody_of_one_unit_nothing_of_the_others()
    {
        using var client = await office.ClientOf(new NewGrant(Role.Contributor, office.Engineering));
        using var answer = await client.GetAsync(new Uri("/en/quality?period=FY2024", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = (await Website.Parse(answer)).QuerySelector("main")!.TextContent;
        Assert.Contains("Faculty of Engineering", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Faculty of Arts", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_what_waits_on_the_home_page_of_who_keeps_a_unit()
    {
        using var client = await office.ClientOf(new NewGrant(Role.Contributor, office.Engineering));
        using var answer = await client.GetAsync(new Uri("/ja/", UriKind.Relative), TestContext.Current.CancellationToken);
        var waiting = (await Website.Parse(answer)).QuerySelector(".waiting")!;
        Assert.NotNull(waiting.QuerySelector("a[href='quality']"));
        Assert.Contains("対応が必要なこと", waiting.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_nobody_of_a_unit_to_mend_what_is_shared()
    {
        using var client = await office.ClientOf(new NewGrant(Role.Contributor, office.Physics));
        using var answer = await client.GetAsync(new Uri("/ja/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Null((await Website.Parse(answer)).QuerySelector(".waiting a[href='quality']"));
    }

    [Fact]
    public async Task Tells_a_viewer_calmly_that_nothing_waits()
    {
        using var client = await office.ClientOf(new NewGrant(Role.Viewer, office.Engineering));
        using var answer = await client.GetAsync(new Uri("/en/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Nothing is waiting for you.", (await Website.Parse(answer)).QuerySelector(".waiting")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begins_with_a_summary_whose_figures_open_the_part_of_the_unit()
    {
        var page = await office.Page("/en/quality?period=FY2024");
        Assert.Empty(page.QuerySelectorAll("details.fold[open]"));
        var link = page.QuerySelector($"#summary a[href='quality?period=FY2024&unit={office.Engineering}&part=checks#checks']")!;
        Assert.Equal("1", link.TextContent);
        var part = await office.Page("/en/" + link.GetAttribute("href"));
        Assert.Equal("part-checks", Assert.Single(part.QuerySelectorAll("details.fold[open]")).Id);
        Assert.Equal(2, part.QuerySelectorAll("#summary tbody tr").Length);
        Assert.NotEmpty(part.QuerySelectorAll("#checks tbody tr"));
        Assert.All(part.QuerySelectorAll("#checks tbody tr"), row => Assert.Contains("Faculty of Engineering", row.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opens_every_part_where_that_is_asked_for() =>
        Assert.Equal(4, (await office.Page("/ja/quality?period=FY2024&part=all")).QuerySelectorAll("details.fold[open]").Length);

    [Fact]
    public async Task Shows_the_code_that_no_list_has()
    {
        var records = await office.Page("/en/quality/organisation.unknown-country");
        Assert.Contains("ZZ", Assert.Single(records.QuerySelectorAll("#records tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.NotNull((await office.Page("/en/quality?unit=none&part=checks")).QuerySelector("#checks a[href='quality/organisation.unknown-country?unit=']"));
    }

    [Fact]
    public async Task Counts_what_was_taken_over_by_itself_and_never_as_late()
    {
        var page = await office.Page($"/en/quality?period=FY2024&unit={office.Engineering}");
        var row = Assert.Single(page.QuerySelectorAll("#entered tbody tr"), one => one.TextContent.Contains("Mobility", StringComparison.Ordinal));
        var link = Assert.Single(row.QuerySelectorAll("a"));
        Assert.Equal("59", link.TextContent);
        Assert.Equal(50, (await office.Page("/en/" + link.GetAttribute("href"))).QuerySelectorAll("#records tbody tr").Length);
    }

    [Fact]
    public async Task Says_what_a_unit_leaves_unsaid_and_leads_to_the_form_to_say_it()
    {
        var page = await office.Page("/en/quality?period=FY2025&part=timeliness");
        var row = page.QuerySelector("#timeliness tbody tr")!;
        Assert.Contains("Department of Chemistry", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not stated", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("#timeliness tbody tr").Length);
        var href = row.QuerySelector("a")!.GetAttribute("href")!;
        var form = await office.Page("/en/" + href);
        Assert.Equal("student_headcount", form.QuerySelector("[name=fact]")!.GetAttribute("value"));
        Assert.Equal("Department of Chemistry", form.QuerySelector("[name='unit.text']")!.GetAttribute("value"));
        Assert.NotNull((await office.Page($"/en/units/{office.Chemistry}")).QuerySelector($"#unstated a[href='{href}']"));
        Assert.Null((await office.Page($"/en/units/{office.Physics}")).GetElementById("unstated"));
    }
}

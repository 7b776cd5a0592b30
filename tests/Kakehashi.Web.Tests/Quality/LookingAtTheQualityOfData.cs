using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Indicators;

namespace Kakehashi.Web.Tests.Quality;

/// <summary>Engineering has an agreement past its end, and one with a title in Japanese alone.</summary>
public sealed class AnOfficeWithGaps : Observatory
{
    public long Past { get; private set; }

    protected override void EnterMore(ChangeSession session)
    {
        Past = Agreement(session, "PAST", new Bilingual("終わった協定", "Over"), new DateOnly(2020, 3, 31));
        Agreement(session, "JA", new Bilingual("日本語だけの協定", null), new DateOnly(2099, 3, 31));
    }

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
    public async Task Tells_a_viewer_calmly_that_nothing_waits()
    {
        using var client = await office.ClientOf(new NewGrant(Role.Viewer, office.Engineering));
        using var answer = await client.GetAsync(new Uri("/en/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Nothing is waiting for you.", (await Website.Parse(answer)).QuerySelector(".waiting")!.TextContent, StringComparison.Ordinal);
    }
}

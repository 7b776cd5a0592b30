using System.Net;
using Kakehashi.Access.People;

namespace Kakehashi.Web.Tests.Places;

public sealed class LookingAtACountry(Atlas atlas) : IClassFixture<Atlas>
{
    [Theory]
    [InlineData("ja", "フランス", "双方向の留学を倍増する", "協定を実績のあるものに絞る", "1年以内", "リヨン架空大学")]
    [InlineData("en", "France", "Twice as much exchange both ways", "Fewer agreements, all of them in use", "Within a year", "Invented University of Lyon")]
    public async Task Shows_people_agreements_plans_and_partners(string language, string name, string plan, string ofRegion, string soon, string partner)
    {
        var page = await atlas.Page($"/{language}/countries/FR");
        Assert.Contains(name, page.QuerySelector("h1")!.TextContent);
        Assert.Contains("60", page.QuerySelector(".key-figure")!.TextContent);
        Assert.NotNull(page.QuerySelector("kk-chart"));
        var plans = page.QuerySelectorAll(".plan").Select(one => one.TextContent).ToList();
        Assert.Contains(plan, plans[0]);
        Assert.Contains(ofRegion, plans[1]);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains(soon, text);
        Assert.Contains(partner, text);
        Assert.DoesNotContain("AG-3", text);
    }

    [Fact]
    public async Task Leads_to_the_records_behind_each_figure_and_to_all_agreements()
    {
        var page = await atlas.Page("/en/countries/FR");
        var records = page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(href => href.StartsWith("indicators/FL-01/records", StringComparison.Ordinal));
        Assert.Contains("60 records", (await atlas.Page("/en/" + records)).Body!.TextContent);
        var list = page.QuerySelectorAll(".card-more a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2, (await atlas.Page("/en/" + list[0])).QuerySelectorAll("tbody tr").Length);
        Assert.Single((await atlas.Page("/en/" + list[1])).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Hides_who_knows_the_place_until_somebody_who_may_see_it_asks()
    {
        var page = await atlas.Page("/ja/countries/FR");
        Assert.DoesNotContain(Atlas.Person, page.DocumentElement.OuterHtml);
        Assert.Contains("個人情報を表示", page.QuerySelector("main")!.TextContent);
        using var viewer = await atlas.ClientOf(new NewGrant(Role.Viewer, null));
        var seen = await viewer.GetStringAsync("/ja/countries/FR", TestContext.Current.CancellationToken);
        Assert.Contains("K-1", seen);
        Assert.DoesNotContain(Atlas.Person, seen);
        Assert.DoesNotContain("hanako@", seen);
        Assert.DoesNotContain("個人情報を表示", seen);
    }

    [Theory]
    [InlineData("ja", "まだ数値がありません", "計画はまだありません", "有効な協定はありません", "まだ登録されていません")]
    [InlineData("en", "No figures yet", "No plan yet", "No agreement in force", "Nobody yet")]
    public async Task Says_of_a_country_with_nothing_what_there_could_be(string language, params string[] words)
    {
        var page = await atlas.Page($"/{language}/countries/TV");
        Assert.All(words, word => Assert.Contains(word, page.QuerySelector("main")!.TextContent));
    }

    [Theory]
    [InlineData("countries/ZZ")]
    [InlineData("countries/fr")]
    [InlineData("regions/999")]
    [InlineData("countries/ZZ/figures.csv")]
    [InlineData("regions/999/figures.csv")]
    public async Task Is_not_found_by_a_code_that_is_in_no_list(string path)
    {
        using var answer = await atlas.Client.GetAsync("/en/" + path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("ja", "西ヨーロッパ", "ヨーロッパ", "フランス")]
    [InlineData("en", "Western Europe", "Europe", "France")]
    public async Task Is_part_of_a_region_that_has_a_page_too(string language, string region, string wider, string country)
    {
        var page = await atlas.Page($"/{language}/regions/155");
        Assert.Contains(region, page.QuerySelector("h1")!.TextContent);
        Assert.Contains("100", page.QuerySelector(".key-figure")!.TextContent);
        Assert.Contains(country, page.QuerySelector("main")!.TextContent);
        var whole = await atlas.Page($"/{language}/regions/150");
        Assert.Contains(wider, whole.QuerySelector("h1")!.TextContent);
        Assert.Contains(region, whole.QuerySelector("#flows-in-table")!.TextContent);
        Assert.Contains(country, whole.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Can_be_taken_away_as_a_file()
    {
        Assert.Contains(",FY2024,France,60,people,", await atlas.Text("/en/countries/FR/figures.csv"));
        Assert.Contains(",FY2024,Western Europe,100,people,", await atlas.Text("/en/regions/150/figures.csv"));
    }
}

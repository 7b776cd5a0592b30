using System.Net;
using Kakehashi.Access.People;

namespace Kakehashi.Web.Tests.Places;

public sealed class LookingAtAUnit(Atlas atlas) : IClassFixture<Atlas>
{
    [Theory]
    [InlineData("ja", "工学部", "海外からの受入者数", "有効な協定", "すべて提出済み")]
    [InlineData("en", "Faculty of Engineering", "Incoming students and researchers", "Agreements in force", "has been handed in")]
    public async Task Shows_its_figures_agreements_and_what_it_handed_in(string language, string name, params string[] words)
    {
        var byNumber = await atlas.Page($"/{language}/units/{atlas.Engineering}");
        var byCode = await atlas.Page($"/{language}/units/E");
        foreach (var page in new[] { byNumber, byCode })
        {
            Assert.Contains(name, page.QuerySelector("h1")!.TextContent);
            Assert.All(words, word => Assert.Contains(word, page.QuerySelector("main")!.TextContent));
        }

        var records = byNumber.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(href => href.StartsWith("indicators/FL-01/records", StringComparison.Ordinal));
        Assert.Contains("57 records", (await atlas.Page("/en/" + records)).Body!.TextContent);
    }

    [Theory]
    [InlineData("ja", "文学部", "2024年度：2件中1件が提出済み")]
    [InlineData("en", "Faculty of Arts", "FY2024: 1 of 2 reports handed in")]
    public async Task Of_the_university_shows_the_units_within_and_who_still_has_to_hand_in(string language, string late, string count)
    {
        var page = await atlas.Page($"/{language}/units/U");
        Assert.Equal(2, page.QuerySelectorAll(".multiples > li").Length);
        Assert.Contains(page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains(late, StringComparison.Ordinal) && row.TextContent.Contains("2024", StringComparison.Ordinal));
        Assert.Contains(count, page.QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("ja", "派遣の説明会を開く", "期日を過ぎた施策の工程")]
    [InlineData("en", "Hold a briefing on going abroad", "Milestones past their day")]
    public async Task Shows_what_it_is_to_do_and_who_may_change_that_is_told_when_its_day_has_passed(string language, string milestone, string waits)
    {
        Assert.Contains(milestone, (await atlas.Page($"/{language}/units/E")).QuerySelector("#milestones")!.TextContent);
        Assert.Contains(milestone, await atlas.Text($"/{language}/units/U?table=milestones&as=csv"));
        foreach (var (role, isTold) in new[] { (Role.Strategist, true), (Role.Contributor, true), (Role.Viewer, false) })
        {
            using var client = await atlas.ClientOf(new NewGrant(role, null));
            var home = await Website.Parse(await client.GetAsync($"/{language}/", TestContext.Current.CancellationToken));
            Assert.Equal(isTold, home.QuerySelector("main")!.TextContent.Contains(waits, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Is_one_click_away_for_who_works_there()
    {
        using var clerk = await atlas.ClientOf(new NewGrant(Role.Contributor, atlas.Engineering));
        var home = await clerk.GetStringAsync("/en/", TestContext.Current.CancellationToken);
        Assert.Contains($"href=\"units/{atlas.Engineering}\"", home);
        Assert.DoesNotContain("My department", await atlas.Text("/en/"));
        Assert.Contains($"units/{atlas.Engineering}", await atlas.Text($"/en/org-units/{atlas.Engineering}"));
    }

    [Theory]
    [InlineData("units/nobody")]
    [InlineData("units/999999")]
    public async Task Is_not_found_by_what_no_unit_is_called(string path)
    {
        using var answer = await atlas.Client.GetAsync("/en/" + path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("ja", "有効", "満了", "工学部", "公開データ")]
    [InlineData("en", "In force", "Expired", "Faculty of Engineering", "Open data")]
    public async Task Stands_on_the_page_of_its_partner_beside_agreements_and_open_data(string language, params string[] words)
    {
        var page = await atlas.Page($"/{language}/organisations/{atlas.Partner}");
        Assert.All(words, word => Assert.Contains(word, page.QuerySelector("main")!.TextContent));
        Assert.NotNull(page.QuerySelector("a[href='https://ror.org/01dq60k83']"));
        Assert.NotNull(page.QuerySelector("a[href='countries/FR']"));
        // who has to do with it, what is planned for its country, and who knows that
        Assert.Contains(language == "ja" ? "工学部" : "Faculty of Engineering", page.QuerySelector("#units")!.TextContent);
        Assert.Contains(language == "ja" ? "双方向の留学を倍増する" : "Twice as much exchange both ways", page.QuerySelector("main")!.TextContent);
        Assert.Contains("K-1", page.QuerySelector("#people")!.TextContent);
        Assert.Contains("AG-01,", await atlas.Text($"/en/partners/{atlas.Partner}/figures.csv"));
        using var answer = await atlas.Client.GetAsync("/en/partners/999999/figures.csv", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("ja", "ターゲット 1", "施策の状態")]
    [InlineData("en", "Target 1", "How the actions stand")]
    public async Task Follows_a_part_of_the_strategy_on_a_page_of_its_own(string language, string label, string heading)
    {
        var page = await atlas.Page($"/{language}/strategy/T1");
        Assert.Contains(label.Replace(" ", "", StringComparison.Ordinal), page.QuerySelector("main")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains(heading, page.QuerySelector("main")!.TextContent);
        Assert.NotNull(page.QuerySelector("a[href='strategy/T1.5']"));
        using var answer = await atlas.Client.GetAsync($"/{language}/strategy/T9", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

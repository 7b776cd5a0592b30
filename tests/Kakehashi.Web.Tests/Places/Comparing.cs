using System.Net;
using AngleSharp.Dom;

namespace Kakehashi.Web.Tests.Places;

public sealed class Comparing(Atlas atlas) : IClassFixture<Atlas>
{
    [Theory]
    [InlineData("ja", "フランス", "ドイツ")]
    [InlineData("en", "France", "Germany")]
    public async Task Countries_shows_values_differences_and_charts(string language, string first, string second)
    {
        var page = await atlas.Page($"/{language}/compare?of=countries&item=FR&item=DE&indicator=FL-01&period=FY2024");
        var table = page.QuerySelector(".data-table")!;
        Assert.Equal([first, second], table.QuerySelectorAll("thead th").Skip(1).Select(cell => cell.TextContent.Trim()));
        var cells = table.QuerySelector("tbody tr")!.QuerySelectorAll("td").Select(Text).ToList();
        Assert.StartsWith("60", cells[0], StringComparison.Ordinal);
        Assert.StartsWith("40", cells[1], StringComparison.Ordinal);
        Assert.Contains("−20", cells[1]);
        Assert.Contains("−33.3%", cells[1]);
        Assert.NotNull(page.QuerySelector("#compare-FL-01-table"));
        Assert.Contains("40 records", (await atlas.Page("/en/" + table.QuerySelectorAll("td a")[1].GetAttribute("href"))).Body!.TextContent);
    }

    [Fact]
    public async Task Periods_shows_what_has_changed()
    {
        var page = await atlas.Page("/en/compare?of=periods&item=FY2023&item=FY2024&indicator=FL-01&indicator=FL-03");
        var rows = page.QuerySelector(".data-table tbody")!.QuerySelectorAll("tr").Select(Text).ToList();
        Assert.Contains("100", rows[0]);
        Assert.Contains("+14 (+14.0%)", rows[0]);
        Assert.Contains("14.0%", rows[1]);
    }

    [Fact]
    public async Task Says_what_is_suppressed_and_what_nobody_has_reported()
    {
        var page = await atlas.Page("/en/compare?of=countries&item=FR&item=LA&item=TV&indicator=FL-01&period=FY2024");
        var cells = page.QuerySelector(".data-table tbody tr")!.QuerySelectorAll("td").Select(Text).ToList();
        Assert.Equal("Suppressed", cells[1]);
        Assert.Equal("Not reported", cells[2]);
        Assert.DoesNotContain(",Laos,2,", await atlas.Text("/en/compare/figures.csv?of=countries&item=FR&item=LA&indicator=FL-01&period=FY2024"));
    }

    [Fact]
    public async Task Takes_names_for_keys_and_has_one_address_for_one_comparison()
    {
        foreach (var (typed, address) in new[]
        {
            ("of=countries&item=france&item=%E3%83%89%E3%82%A4%E3%83%84&item=&item=nowhere", "of=countries&item=FR&item=DE"),
            ("of=partners&item=Invented+University+of+Lyon", $"of=partners&item={atlas.Partner}"),
            ($"of=units&item={atlas.Engineering}&item=999999&indicator=XX-99&indicator=FL-01", $"of=units&item={atlas.Engineering}&indicator=FL-01"),
        })
        {
            using var answer = await atlas.Client.GetAsync("/en/compare?" + typed, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.EndsWith("/en/compare?" + address, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
            using var there = await atlas.Client.GetAsync("/en/compare?" + address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        }
    }

    [Theory]
    [InlineData("ja", "比べるものを選んでください")]
    [InlineData("en", "Choose what to compare")]
    public async Task Nothing_yet_asks_what_to_choose(string language, string words)
    {
        foreach (var of in new[] { "?of=periods", "?of=units", "?of=countries", "?of=partners" })
            Assert.Contains(words, (await atlas.Page($"/{language}/compare{of}")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Asked_nothing_shows_the_last_two_years_that_are_over()
    {
        using var answer = await atlas.Client.GetAsync("/en/compare", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Matches(@"/en/compare\?of=periods&item=FY\d{4}&item=FY\d{4}$", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Can_be_taken_away_as_a_file()
    {
        Assert.Contains("FL-01,Incoming students and researchers,FY2024,Faculty of Engineering,57,", await atlas.Text($"/en/compare/figures.csv?of=units&item={atlas.Engineering}&indicator=FL-01&period=FY2024"));
        using var workbook = await atlas.Client.GetAsync("/ja/compare/figures.xlsx?of=periods&item=FY2024", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
    }

    private static string Text(IElement element) => System.Text.RegularExpressions.Regex.Replace(element.TextContent, @"\s+", " ").Trim();
}

using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace Kakehashi.Web.Tests.Places;

public sealed class LookingAtTheWorld(Atlas atlas) : IClassFixture<Atlas>
{
    [Theory]
    [InlineData("ja", "世界", "フランス", "西ヨーロッパ")]
    [InlineData("en", "The world", "France", "Western Europe")]
    public async Task Shows_countries_and_regions_of_a_year_each_with_its_page(string language, string title, string country, string region)
    {
        var page = await atlas.Page($"/{language}/world?year=FY2024");
        Assert.Contains(title, page.QuerySelector("h1")!.TextContent);
        var row = Row(page, country);
        Assert.Equal("60", row.Children[1].TextContent.Trim());
        Assert.Equal("countries/FR", row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Equal("regions/155", Row(page, region).QuerySelector("th a")!.GetAttribute("href"));
        Assert.Equal("100", Row(page, region).Children[1].TextContent.Trim());
    }

    [Fact]
    public async Task Goes_by_the_year_of_the_address()
    {
        var page = await atlas.Page("/en/world?year=FY2023");
        Assert.Equal("100", Row(page, "France").Children[1].TextContent.Trim());
        Assert.DoesNotContain(page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("Germany", StringComparison.Ordinal));
        Assert.Equal("FY2023", page.QuerySelector("select[name=year] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Leads_from_a_number_to_its_records_in_one_click()
    {
        var page = await atlas.Page("/en/world?year=FY2024");
        var records = await atlas.Page("/en/" + Row(page, "Germany").Children[1].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("40 records", records.Body!.TextContent);
    }

    [Theory]
    [InlineData("in", "Germany", "France")]
    [InlineData("-in", "France", "Germany")]
    [InlineData("name", "France", "Germany")]
    public async Task Is_sorted_as_the_address_says(string sort, string first, string second)
    {
        var names = (await atlas.Page($"/en/world?year=FY2024&sort={sort}")).QuerySelector("turbo-frame table")!.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.True(names.IndexOf(first) < names.IndexOf(second), string.Join(", ", names));
    }

    [Fact]
    public async Task Gives_the_map_all_years_at_once_and_nothing_that_is_suppressed()
    {
        var page = await atlas.Page("/en/world");
        var data = JsonDocument.Parse(page.QuerySelector("kk-world script")!.TextContent).RootElement;
        var years = data.GetProperty("years").EnumerateArray().Select(year => year.GetProperty("key").GetString()).ToList();
        var at = years.IndexOf("FY2024");
        Assert.True(years.IndexOf("FY2023") == at - 1 && at > 0);
        Assert.Equal("60", Value("FR", at));
        Assert.Equal("100", Value("FR", at - 1));
        Assert.Equal(["s", "s"], new[] { Value("LA", at), Value("KR", at) });

        string Value(string country, int year) => data.GetProperty("places").EnumerateArray().Single(place => place.GetProperty("code").GetString() == country)
            .GetProperty("values")[0][year].ToString();
    }

    [Fact]
    public async Task Can_be_taken_away_as_a_file_with_what_has_to_be_said_beside_each_number()
    {
        var csv = await atlas.Text("/en/world/figures.csv");
        Assert.Contains(csv.Split("\r\n"), line => line.StartsWith("FL-01,", StringComparison.Ordinal) && line.Contains(",FY2024,France,60,people,", StringComparison.Ordinal));
        Assert.Contains(csv.Split("\r\n"), line => line.Contains(",FY2024,Laos,,people,Suppressed,", StringComparison.Ordinal));
        using var workbook = await atlas.Client.GetAsync("/ja/world/figures.xlsx", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
    }

    private static IElement Row(IDocument page, string name) => page.QuerySelectorAll("turbo-frame tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == name);
}

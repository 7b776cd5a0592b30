using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kakehashi.Analytics.Evaluation;

namespace Kakehashi.Web.Tests.Indicators;

public sealed partial class LookingAtAnIndicator(Observatory observatory) : IClassFixture<Observatory>
{
    [Theory]
    [InlineData("ja", "海外からの受入者数(学生・研究者)", "114")]
    [InlineData("en", "Incoming students and researchers", "114")]
    public async Task Begins_in_the_list_with_the_latest_value_and_its_change(string language, string name, string value)
    {
        var page = await observatory.Page($"/{language}/indicators");
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains(name, StringComparison.Ordinal));
        Assert.Contains(value, row.TextContent);
        Assert.Contains("+14", row.TextContent);
        Assert.NotNull(row.QuerySelector("svg.spark rect.spark-latest"));
    }

    [Fact]
    public async Task Tells_what_was_reported_as_none_from_what_was_not_reported()
    {
        var page = await observatory.Page("/en/indicators/FL-01");
        var rows = page.QuerySelectorAll("#series-table tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Equal(["FY2022 0", "FY2023 100", "FY2024 114"], rows);
        Assert.Contains("1 of 2 units", page.Body!.TextContent);
        var none = await observatory.Page("/en/indicators/SF-02");
        Assert.Contains("Nothing to count yet", none.Body!.TextContent);
    }

    [Theory]
    [InlineData("ja", "フランス", "ラオス", "秘匿")]
    [InlineData("en", "France", "Lao", "Suppressed")]
    public async Task Names_what_it_is_broken_down_by_and_hides_what_is_too_small(string language, string large, string small, string suppressed)
    {
        var page = await observatory.Page($"/{language}/indicators/FL-01?by=country&period=FY2024");
        var rows = page.QuerySelectorAll("#across-table tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains(rows, row => row.Contains(large, StringComparison.Ordinal) && row.Contains("60", StringComparison.Ordinal));
        Assert.Contains(suppressed, Assert.Single(rows, row => row.Contains(small, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Never_lets_a_suppressed_number_be_worked_out_from_the_others()
    {
        foreach (var text in new[] { await observatory.Text("/en/indicators/FL-01?by=country&period=FY2024"), await observatory.Text("/en/indicators/FL-01/figures.csv?by=country&period=FY2024") })
            Assert.DoesNotContain("key=LA", text);
        var csv = await observatory.Text("/en/indicators/FL-01/figures.csv?by=country&period=FY2024");
        var shown = csv.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        // 114 in all; 60 and 40 are shown, so that 12 and 2 are told together only
        Assert.Equal(["", "", "40", "60"], shown.Select(cells => cells[4]).Order(StringComparer.Ordinal));
        Assert.All(shown.Where(cells => cells[4].Length == 0), cells => Assert.Equal("Suppressed", cells[6]));
        Assert.All(shown.Where(cells => cells[4].Length == 0), cells => Assert.All(cells[7..10], Assert.Empty));
    }

    [Fact]
    public async Task Never_lets_a_suppressed_number_be_worked_out_from_an_indicator_that_is_made_from_it()
    {
        // the growth of FL-01 shows the numbers of both years
        var csv = await observatory.Text("/en/indicators/FL-03/figures.csv?by=country&period=FY2024");
        Assert.Contains(",60,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",12,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_to_the_records_in_two_clicks()
    {
        var page = await observatory.Page("/en/indicators/FL-01?by=country&period=FY2024");
        var link = page.QuerySelectorAll("td a").Select(a => a.GetAttribute("href")!).Single(href => href.Contains("key=DE", StringComparison.Ordinal));
        var records = await observatory.Page("/en/" + link);
        Assert.Contains("40 records", records.Body!.TextContent);
        Assert.Contains("Germany", records.QuerySelector(".lead")!.TextContent);
        var first = records.QuerySelector("tbody th a")!.GetAttribute("href")!;
        Assert.Matches(RecordAddress(), first);
    }

    [Theory]
    [InlineData("ja", "LA", "秘匿", "少人数のため")]
    [InlineData("en", "LA", "Suppressed", "so few persons")]
    [InlineData("en", "KR", "Suppressed", "so few persons")]
    public async Task Keeps_the_records_of_what_it_hides_from_an_address_typed_by_hand(string language, string country, string name, string reason)
    {
        foreach (var part in new[] { "", "&part=denominator", "&after=1" })
        {
            var page = await observatory.Page($"/{language}/indicators/FL-01/records?period=FY2024&by=country&key={country}{part}");
            Assert.Null(page.QuerySelector("table"));
            Assert.Equal(name, page.QuerySelector(".empty-heading")?.TextContent.Trim());
            Assert.Contains(reason, page.QuerySelector("main")!.TextContent);
        }

        Assert.Equal(60, await Records(new("FL-01", Kernel.Period.Fiscal(2024)) { Keys = new Dictionary<string, string?> { ["country"] = "FR" } }));
        Assert.Null(await Records(new("FL-01", Kernel.Period.Fiscal(2024)) { Keys = new Dictionary<string, string?> { ["country"] = country } }));
    }

    private async Task<long?> Records(RecordQuery query)
    {
        var found = await observatory.Workspace.Figures.RecordsAsync(query, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        if (!found.IsDone) Assert.Equal("indicator.suppressed", found.Refusal.Code);
        return found.Value?.Total;
    }

    [Fact]
    public async Task Pages_through_many_records()
    {
        var first = await observatory.Page("/ja/indicators/FL-01/records?period=FY2024");
        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        var second = await observatory.Page("/ja/" + first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        var third = await observatory.Page("/ja/" + second.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(14, third.QuerySelectorAll("tbody tr").Length);
        Assert.Null(third.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Can_be_limited_to_a_unit_and_to_some_years()
    {
        var page = await observatory.Page($"/en/indicators/FL-01?unit={observatory.Engineering}&from=FY2023&to=FY2023");
        var row = Assert.Single(page.QuerySelectorAll("#series-table tbody tr"));
        Assert.Contains("100", row.TextContent);
        Assert.Contains("Faculty of Engineering", page.QuerySelector(".figure-lead")!.TextContent);
    }

    [Fact]
    public async Task Comes_as_a_workbook_too_and_not_at_all_where_there_is_none()
    {
        using var workbook = await observatory.Client.GetAsync("/ja/indicators/FL-01/figures.xlsx", TestContext.Current.CancellationToken);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType!.MediaType);
        var bytes = await workbook.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(byte)'P', (byte)'K'], bytes[..2]);
        foreach (var path in new[] { "/ja/indicators/XX-99", "/ja/indicators/XX-99/figures.csv", "/ja/indicators/XX-99/records?period=FY2024", "/ja/indicators/FL-01/records" })
        {
            using var answer = await observatory.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Shows_on_the_home_page_with_a_map_that_switches_between_coming_and_going()
    {
        var page = await observatory.Page("/en/");
        Assert.Contains("114", page.QuerySelector(".key-figure")!.TextContent);
        Assert.NotNull(page.QuerySelector("kk-map"));
        Assert.Contains("France", page.QuerySelector("#flows-table")!.TextContent);
        Assert.Contains("Japan", page.QuerySelector("#flows-table")!.TextContent);
        Assert.DoesNotContain("France", (await observatory.Page("/en/?flow=out")).Body!.TextContent);
    }

    [Fact]
    public async Task Shows_each_value_of_a_dimension_over_the_years()
    {
        var page = await observatory.Page("/en/indicators/FL-01?by=country&period=FY2024");
        var rows = page.QuerySelectorAll("#courses tbody tr");
        var head = page.QuerySelectorAll("#courses thead th").Select(cell => cell.TextContent.Trim()).ToList();
        var (before, now) = (head.IndexOf("FY2023"), head.IndexOf("FY2024"));
        string[] Of(string country) => [.. new[] { before, now }.Select(at => rows.Single(row => row.Children[0].TextContent.Trim() == country).Children[at].TextContent.Trim())];
        Assert.Equal(["100", "60"], Of("France"));
        Assert.Equal("Suppressed", Of("Laos")[1]);
        Assert.Equal(4, page.QuerySelectorAll(".multiples > li").Length);
    }

    [Fact]
    public async Task Draws_rates_by_country_on_a_map_and_never_counts()
    {
        Assert.Null((await observatory.Page("/en/indicators/FL-01?by=country&period=FY2024")).QuerySelector("kk-map"));
        var rates = await observatory.Page("/en/indicators/FL-03?by=country&period=FY2024");
        var map = rates.QuerySelector("kk-map#places")!.TextContent;
        Assert.Contains("\"normalised\":true", map, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"FR\"", map, StringComparison.Ordinal);
        Assert.Contains("France", rates.QuerySelector("#places-table")!.TextContent);
        Assert.Null((await observatory.Page("/en/indicators/FL-03?by=kind&period=FY2024")).QuerySelector("kk-map"));
    }

    [Fact]
    public async Task Begins_a_target_with_what_is_known_of_the_indicator()
    {
        var page = await observatory.Page("/en/indicators/FL-01");
        var address = page.QuerySelector("a[href^='targets/new']")!.GetAttribute("href")!;
        var form = await observatory.Page("/en/" + address);
        string? Of(string field) => form.QuerySelector($"[name={field}]")!.GetAttribute("value");
        Assert.Equal(("FL-01", "FY2024", "114"), (Of("indicator"), Of("baseline_period"), Of("baseline_value")));
    }

    [Theory]
    [InlineData("ja", "ドイツ", "countries/DE")]
    [InlineData("en", "germany", "countries/DE")]
    [InlineData("ja", "米国", "countries/US")]
    [InlineData("en", "Western Europe", "regions/155")]
    [InlineData("en", "fl-01", "indicators/FL-01")]
    [InlineData("ja", "P1.3", "strategy/P1.3")]
    public async Task Is_found_by_a_search_as_countries_and_actions_are(string language, string words, string page)
    {
        var found = await observatory.Page($"/{language}/search?q={Uri.EscapeDataString(words)}");
        Assert.Equal(page, found.QuerySelector(".hits a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("ja", "欠けている値")]
    [InlineData("en", "values missing")]
    public async Task Says_what_the_records_behind_it_lack_and_has_a_link_that_lasts(string language, string said)
    {
        var page = await observatory.Page($"/{language}/indicators/FL-01");
        Assert.Contains(said, page.QuerySelector("main")!.TextContent);
        Assert.NotNull(page.QuerySelector("a[href^='quality?period=']"));
        var lasting = page.QuerySelector("a.permalink")!.GetAttribute("href")!;
        Assert.Contains("from=FY", lasting);
        Assert.Contains("to=FY", lasting);
        var again = await observatory.Page($"/{language}/{lasting}");
        Assert.Equal(page.QuerySelector("#by-period")!.TextContent, again.QuerySelector("#by-period")!.TextContent);
    }

    [Fact]
    public async Task Says_in_the_same_way_what_the_evaluator_says()
    {
        var answer = await observatory.Workspace.Figures.AskAsync([new("FL-01", [Kernel.Period.Fiscal(2024)])], TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var figure = Assert.Single(answer.Value!.Cuts[0]);
        Assert.Equal(new Coverage(1, 2), figure.Coverage);
        var csv = await observatory.Text("/en/indicators/FL-01/figures.csv?from=FY2024&to=FY2024");
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $",{figure.Rounded},people,,{figure.Numerator},,{figure.Records},1,2,1,"), csv);
    }

    [GeneratedRegex(@"\Amobility-periods/\d+\z")]
    private static partial Regex RecordAddress();
}

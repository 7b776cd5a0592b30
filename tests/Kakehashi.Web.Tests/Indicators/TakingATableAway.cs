using System.Net;
using System.Text;

namespace Kakehashi.Web.Tests.Indicators;

public sealed class TakingATableAway(AnOfficeThatHasFallenBehind office) : IClassFixture<AnOfficeThatHasFallenBehind>
{
    [Fact]
    public async Task Gives_what_the_page_shows_as_numbers_with_their_units_and_source()
    {
        using var answer = await office.Get("/ja/board?table=actions&as=csv");
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("board-actions.csv", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var lines = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(32, lines.Length);
        Assert.StartsWith("番号,施策,状態,状態の変化,指標,期間,値,単位,値の増減,この時点の想定,単位,担当,出所", lines[0]);
        var line = lines.Single(line => line.StartsWith("T1.5,", StringComparison.Ordinal));
        Assert.Contains(",114,人,14,300,人,", line);
        Assert.Contains("戦略の進捗／/ja/board／", line);
    }

    [Fact]
    public async Task Gives_a_workbook_in_the_language_of_the_page()
    {
        using var answer = await office.Get("/en/indicators/FL-01?from=FY2023&table=by-period&as=xlsx");
        Assert.Equal("indicators-FL-01-by-period.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        using var workbook = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains(workbook.Entries, entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/en/board?table=nothing&as=csv", HttpStatusCode.NotFound)]
    [InlineData("/en/indicators/NONE-1?table=by-period&as=csv", HttpStatusCode.NotFound)]
    [InlineData("/en/board?table=actions&as=exe", HttpStatusCode.OK)]
    public async Task Answers_with_a_page_where_there_is_no_such_table(string path, HttpStatusCode status)
    {
        using var answer = await office.Get(path);
        Assert.Equal((status, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Is_offered_under_each_table_with_what_the_page_was_asked_for()
    {
        var page = await office.Page("/en/indicators/FL-01?from=FY2023&to=FY2024");
        Assert.Contains("/en/indicators/FL-01?from=FY2023&to=FY2024&table=by-period&as=csv", page.QuerySelectorAll(".table-files a").Select(link => link.GetAttribute("href")));
    }
}

using System.Net;

namespace Kakehashi.Web.Tests;

public sealed class AskingForAPage(Website website)
{
    [Theory]
    [InlineData("ja,en;q=0.5", "", "/ja/")]
    [InlineData("en-GB,ja;q=0.8", "", "/en/")]
    [InlineData("fr, ja;q=0.3, en;q=0.2", "", "/ja/")]
    [InlineData("fr", "", "/en/")]
    [InlineData("en", "kakehashi.language=ja", "/ja/")]
    public async Task Without_a_language_leads_to_the_readers_own(string accepted, string cookie, string expected)
    {
        using var answer = await website.Get("/?a=1", ("Accept-Language", accepted), ("Cookie", cookie));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(expected + "?a=1", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/ja/", "ja", "/en/")]
    [InlineData("/en/styleguide?q=%E5%A4%A7", "en", "/ja/styleguide?q=%E5%A4%A7")]
    [InlineData("/ja/nowhere/at/all?a=1", "ja", "/en/nowhere/at/all?a=1")]
    public async Task Is_answered_in_its_language_and_links_to_its_twin(string path, string language, string twin)
    {
        var (_, page) = await website.Page(path);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains(page.QuerySelectorAll("a[hreflang]"), link => link.GetAttribute("href") == twin);
    }

    [Fact]
    public async Task Brings_no_script_or_style_inside_the_page()
    {
        var (status, page) = await website.Page("/ja/styleguide");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(page.QuerySelectorAll("[style], style, [onclick], [onsubmit]"));
        Assert.All(page.QuerySelectorAll("script:not([src])"), script => Assert.Equal("application/json", script.GetAttribute("type")));
    }

    [Fact]
    public async Task Gives_every_element_an_id_of_its_own_and_every_label_its_input()
    {
        var (_, page) = await website.Page("/en/styleguide");
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(page.QuerySelectorAll("label[for]"), label => Assert.NotNull(page.GetElementById(label.GetAttribute("for")!)));
        var described = page.QuerySelectorAll("[aria-describedby]").SelectMany(element => element.GetAttribute("aria-describedby")!.Split(' '));
        Assert.All(described, id => Assert.NotNull(page.GetElementById(id)));
    }

    [Fact]
    public async Task Is_written_in_kana_and_kanji_not_in_numbers()
    {
        using var answer = await website.Get("/ja/");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("架け橋", text);
        Assert.DoesNotContain("&#x67B6;", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("kakehashi.theme=dark", "dark")]
    [InlineData("kakehashi.theme=nonsense", null)]
    [InlineData("", null)]
    public async Task Comes_in_the_colours_of_the_cookie(string cookie, string? theme)
    {
        using var answer = await website.Get("/en/", ("Cookie", cookie));
        Assert.Equal(theme, (await Website.Parse(answer)).DocumentElement.GetAttribute("data-bs-theme"));
    }

    [Fact]
    public async Task By_a_foreign_name_that_points_here_is_turned_away()
    {
        using var answer = await website.Get("/en/", ("Host", "evil.example"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Finds_its_bundle_under_an_address_that_can_be_kept_for_ever()
    {
        var (_, page) = await website.Page("/en/");
        using var answer = await website.Get(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString());
    }
}

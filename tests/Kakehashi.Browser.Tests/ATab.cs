namespace Kakehashi.Browser.Tests;

/// <summary>The tools of the browser tests themselves: a check that cannot fail would let every page pass.</summary>
[Trait("Needs", "browser")]
public sealed class ATab(Chromium chromium)
{
    private const string Good = """
        <!doctype html><html lang="ja"><head><title>協定の一覧</title></head>
        <body><main><h1>協定の一覧</h1><label>検索 <input name="q"></label></main></body></html>
        """;

    [Fact]
    public async Task Opens_an_empty_page_without_complaints()
    {
        await using var tab = await chromium.Open();
        await tab.Page.GotoAsync("about:blank");
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Finds_no_barrier_in_an_accessible_page()
    {
        await using var tab = await chromium.Open();
        await tab.Page.SetContentAsync(Good);
        await tab.HasNoBarriers();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Finds_a_field_without_a_label_and_names_it()
    {
        await using var tab = await chromium.Open();
        await tab.Page.SetContentAsync(Good.Replace("<label>検索 <input name=\"q\"></label>", "<input name=\"q\">", StringComparison.Ordinal));
        var barrier = Assert.Single(await tab.Barriers());
        Assert.StartsWith("critical label:", barrier);
        Assert.Contains("<input name=\"q\">", barrier);
    }

    [Fact]
    public async Task Remembers_what_the_page_complained_about()
    {
        await using var tab = await chromium.Open();
        await tab.Page.SetContentAsync(Good);
        await tab.Page.EvaluateAsync("console.error('broken chart')");
        await tab.Page.EvaluateAsync("setTimeout(() => { throw new Error('broken script') })");
        await tab.Page.WaitForTimeoutAsync(100);
        Assert.Contains(tab.Complaints, complaint => complaint.StartsWith("error: broken chart", StringComparison.Ordinal));
        Assert.Contains(tab.Complaints, complaint => complaint.Contains("broken script", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Speaks_the_language_it_is_opened_in()
    {
        await using var tab = await chromium.Open("en-US");
        Assert.Equal("en-US", await tab.Page.EvaluateAsync<string>("navigator.language"));
    }
}

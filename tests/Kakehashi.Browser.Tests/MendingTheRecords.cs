using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>As a clerk does it: from the summary of what the records lack to the records themselves.</summary>
[Trait("Needs", "browser")]
public sealed class MendingTheRecords(Chromium chromium, YearsOfStays years) : IClassFixture<YearsOfStays>
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Leads_from_a_figure_of_the_summary_by_the_opened_table_to_the_records(string language)
    {
        await using var tab = await Opened(language);
        var page = tab.Page;
        Assert.Equal(0, await page.Locator("details.fold[open]").CountAsync());
        await tab.HasNoBarriers();

        await page.Locator("#summary td a[href*='part-filled']").First.ClickAsync();
        await Assertions.Expect(page.Locator("#part-filled[open]")).ToBeInViewportAsync();
        Assert.Equal(1, await page.Locator("details.fold[open]").CountAsync());
        await tab.HasNoBarriers();
        await page.Locator("#part-filled td a[href*='without=']").First.ClickAsync();
        await page.WaitForURLAsync("**/quality/records?**");
        // the address changes before the page does: a link that only the records have
        await page.Locator("main table tbody tr a[href^='mobility-periods/']").First.ClickAsync();
        await page.WaitForURLAsync("**/mobility-periods/*");
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Folds_by_the_keyboard_and_opens_all_at_once()
    {
        await using var tab = await Opened("en");
        var page = tab.Page;
        await page.Locator("#part-checks > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#part-checks[open]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(0, await page.Locator("details.fold[open]").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Open all tables" }).ClickAsync();
        await Assertions.Expect(page.Locator("details.fold[open]")).ToHaveCountAsync(4);
        tab.HasNoComplaints();
    }

    private async Task<Tab> Opened(string language)
    {
        var tab = await chromium.Open(language == "ja" ? "ja-JP" : "en-GB");
        var address = await years.Address(tab, $"/{language}/quality?period=FY2023");
        // the figures are being worked out when the program has just started
        for (var i = 0; i < 60; i++)
        {
            await tab.Page.GotoAsync(address);
            if (await tab.Page.Locator("#summary").CountAsync() > 0) break;
            await tab.Page.WaitForTimeoutAsync(500);
        }

        return tab;
    }
}

using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Stays of three years in two faculties.</summary>
public sealed class TwoFaculties : OwnProgram
{
    protected override void Enter(Workspace workspace, ChangeSession change)
    {
        foreach (var (code, name, each) in new[] { ("E", new Bilingual("工学部", "Engineering"), 10), ("A", new Bilingual("文学部", "Arts and Letters"), 4) })
        {
            var unit = Create(workspace, change, "org_unit", ("unit_code", code), ("name", name), ("kind", "faculty"));
            foreach (var year in new[] { 2022, 2023, 2024 })
            {
                Create(workspace, change, "coverage", ("fact", "mobility"), ("unit", unit), ("period", string.Create(CultureInfo.InvariantCulture, $"FY{year}")), ("submitted", true));
                for (var i = 0; i < each * (year - 2020); i++)
                    Create(workspace, change, "mobility_period", ("reference", string.Create(CultureInfo.InvariantCulture, $"{code}-{year}-{i}")), ("direction", "in"), ("kind", "student"), ("home_country", "FR"), ("unit", unit), ("started_on", new DateOnly(year, 9, 1)));
            }
        }
    }
}

[Trait("Needs", "browser")]
public sealed class TakingPagesAway(Chromium chromium, TwoFaculties faculties) : IClassFixture<TwoFaculties>
{
    private const string ByUnit = "indicators/FL-01?by=unit";

    [Theory]
    [InlineData("ja", "工学部", "部局別の推移")]
    [InlineData("en", "Engineering", "over the years")]
    public async Task Small_multiples_are_a_picture_with_the_names_and_values_of_the_page(string language, string unit, string title)
    {
        await using var tab = await Open(language);
        var card = tab.Page.Locator(".card:has(> .multiples)");
        var svg = await File.ReadAllTextAsync(await Saved(card.GetByRole(AriaRole.Button, new() { Name = "SVG" })), TestContext.Current.CancellationToken);
        Assert.Contains(unit, svg);
        Assert.Contains(title, svg);
        // what both had in 2024, and a bar of each of the three years
        Assert.Contains(">40", svg);
        Assert.Contains(">16", svg);
        Assert.Equal(6, svg.Split("rx=\"1\"").Length - 1);
        var png = await File.ReadAllBytesAsync(await Saved(card.GetByRole(AriaRole.Button, new() { Name = "PNG" })), TestContext.Current.CancellationToken);
        Assert.Equal("PNG"u8.ToArray(), png[1..4]);
        tab.HasNoComplaints();

        async Task<string> Saved(ILocator button) => await (await tab.Page.RunAndWaitForDownloadAsync(() => button.ClickAsync())).PathAsync();
    }

    [Theory]
    [InlineData("ja", "PDFを作成しています", "中止")]
    [InlineData("en", "Making the PDF", "Cancel")]
    public async Task A_pdf_says_that_it_is_being_made_and_may_be_given_up(string language, string words, string cancel)
    {
        await using var tab = await Open(language);
        var (link, stop) = (tab.Page.GetByRole(AriaRole.Link, new() { Name = "PDF", Exact = true }), tab.Page.GetByRole(AriaRole.Button, new() { Name = cancel, Exact = true }));
        var downloads = 0;
        tab.Page.Download += (_, _) => downloads++;
        await link.ClickAsync();
        await Assertions.Expect(tab.Page.GetByText(words)).ToBeVisibleAsync();
        await stop.PressAsync("Enter");
        await Assertions.Expect(tab.Page.GetByText(words)).ToHaveCountAsync(0);
        await Assertions.Expect(link).ToBeFocusedAsync();
        Assert.Equal(0, downloads);

        var download = await tab.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal("indicators-FL-01.pdf", download.SuggestedFilename);
        Assert.Equal("%PDF"u8.ToArray(), (await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken))[..4]);
        await Assertions.Expect(stop).ToHaveCountAsync(0);
        Assert.Equal(1, downloads);
        tab.HasNoComplaints();
    }

    private async Task<Tab> Open(string language)
    {
        var tab = await chromium.Open(language == "ja" ? "ja-JP" : "en-GB");
        await tab.Page.GotoAsync(await faculties.Address(tab, $"/{language}/{ByUnit}"));
        // a page waits a moment only for its figures
        for (var i = 0; i < 60 && await tab.Page.Locator(".multiples").CountAsync() == 0; i++)
        {
            await tab.Page.WaitForTimeoutAsync(500);
            await tab.Page.ReloadAsync();
        }

        return tab;
    }
}

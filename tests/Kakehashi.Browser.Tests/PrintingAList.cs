using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

[Trait("Needs", "browser")]
public sealed class PrintingAList(Chromium chromium, Office office)
{
    [Theory]
    [InlineData("ja", "時点の表示")]
    [InlineData("en", "As shown at")]
    public async Task Says_when_it_was_and_by_which_conditions_and_cuts_nothing(string language, string words)
    {
        await using var tab = await chromium.Open("en-GB");
        // as wide as A4 between its margins
        await tab.Page.SetViewportSizeAsync(718, 1040);
        await tab.Page.GotoAsync(await office.Address(tab, $"/{language}/org-units?kind=graduate_school"));
        await Assertions.Expect(tab.Page.Locator(".printed-at")).ToBeHiddenAsync();
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(tab.Page.Locator(".printed-at")).ToContainTextAsync(words);
        await Assertions.Expect(tab.Page.Locator(".chip")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".chip-clear")).ToBeHiddenAsync();
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 718 && document.querySelector('.data-table').offsetWidth <= document.querySelector('.table-frame').clientWidth"));
        tab.HasNoComplaints();
    }
}

using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>A partner is entered from its name alone, with no hand off the keyboard: the registry has the rest.</summary>
[Trait("Needs", "browser")]
public sealed class EnteringAPartner(Chromium chromium, PartnersToReconcile partners) : IClassFixture<PartnersToReconcile>
{
    [Fact]
    public async Task Shows_what_the_registry_has_when_the_name_is_left_and_keeps_what_is_being_typed()
    {
        await using var tab = await chromium.Open("en-GB");
        var page = tab.Page;
        await page.GotoAsync(await partners.Address(tab, "/en/organisations/new"));
        await tab.HasNoBarriers();
        await page.Locator("[name='name.en']").FocusAsync();
        await page.Keyboard.TypeAsync("Arken Universty");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".aid-proposal")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator("kk-aid + [role=status]")).ToContainTextAsync("The registry has one that it may be.");
        await Assertions.Expect(page.Locator("[name='name.en']")).ToHaveValueAsync("Arken Universty");
        await Assertions.Expect(page.Locator("[name=kind]")).ToBeFocusedAsync();
        await tab.HasNoBarriers();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Fills_in_the_rest_by_one_press_and_says_so_where_the_focus_is()
    {
        await using var tab = await chromium.Open("en-GB");
        var page = tab.Page;
        await page.GotoAsync(await partners.Address(tab, "/en/organisations/new"));
        await page.Locator("[name='name.en']").FocusAsync();
        await page.Keyboard.TypeAsync("Belmond Universty");
        await page.Locator("button[name=look]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-answer]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-answer]")).ToContainTextAsync("that it may be");
        var fill = page.Locator("button[name=take]").First;
        for (var i = 0; i < 5 && !await fill.EvaluateAsync<bool>("button => button === document.activeElement"); i++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-answer]")).ToContainTextAsync("has been filled in from ROR");
        await Assertions.Expect(page.Locator("[data-answer]")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[name='name.en']")).ToHaveValueAsync("Belmond Universty");
        await Assertions.Expect(page.Locator("[name='country.text']")).ToHaveValueAsync("France");
        await Assertions.Expect(page.Locator("[name='identifiers.0.value']")).ToHaveValueAsync("https://ror.org/0dem00131");
        await tab.HasNoBarriers();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).PressAsync("Enter");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex(@"/en/organisations/\d+$"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("https://ror.org/0dem00131");
    }
}

using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>As a strategist does it, from the keyboard: the office in charge of an action changes, and the version says why.</summary>
[Trait("Needs", "browser")]
public sealed class EditingTheStrategy(Chromium chromium, Office office)
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Keeps_the_draft_through_its_steps_and_ends_with_a_version_that_counts(string language)
    {
        string T(string ja, string en) => language == "ja" ? ja : en;
        await using var tab = await chromium.Open(T("ja-JP", "en-GB"));
        var page = tab.Page;
        var (ja, en) = ($"国際企画課（{language}）", $"International Planning Division ({language})");
        await page.GotoAsync(await office.Address(tab, $"/{language}/strategy/edit"));
        var row = page.Locator("li", new() { Has = page.Locator(".tree-code", new() { HasTextString = "P2.4" }) });
        await Press(row.Locator("button[value^='open.']"));
        await Assertions.Expect(row.Locator("button[value=shut]")).ToBeFocusedAsync();
        await row.Locator("[name$='owner.ja']").FillAsync(ja);
        await row.Locator("[name$='owner.en']").FillAsync(en);

        // another part is opened before: what was typed travels with the draft
        await Press(page.Locator("li", new() { Has = page.Locator(".tree-code", new() { HasTextString = "P2.3" }) }).Locator("button[value^='open.']"));
        await Assertions.Expect(row.Locator("button[value^='open.']")).ToBeVisibleAsync();
        await Press(page.Locator("button[value=preview]"));
        var changes = page.Locator(".card", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = T("変更点", "What changes") }) });
        await Assertions.Expect(changes).ToContainTextAsync(T(ja, en));

        // without a reason nothing is saved, and the reason is where the cursor is sent
        await Press(page.Locator("button[value=save]"));
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync(T("変更の理由", "Say why it is changed"));
        await page.Locator("[name=reason]").FillAsync(T("組織の改編", "The offices were rearranged"));
        await Press(page.Locator("button[value=save]"));
        await page.WaitForURLAsync(address => address.Contains("/strategy/versions", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(T("組織の改編", "The offices were rearranged"));
        await page.GotoAsync(await office.Address(tab, $"/{language}/strategy/P2.4"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(T(ja, en));
        Assert.All(tab.Complaints, complaint => Assert.Contains("422", complaint));

        async Task Press(ILocator button)
        {
            await button.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }
    }
}

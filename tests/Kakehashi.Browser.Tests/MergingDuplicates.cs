using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>One partner that was entered twice, and an agreement with each.</summary>
public sealed class APartnerTwice : OwnProgram
{
    protected override void Enter(Workspace workspace, ChangeSession change)
    {
        foreach (var (name, number) in new[] { (new Bilingual("ハイデルベルク大学", "Heidelberg University"), "A-1"), (new Bilingual(null, "University of Heidelberg"), "A-2") })
        {
            var partner = Create(workspace, change, "organisation", ("name", name), ("kind", "education"), ("status", "active"), ("country", "DE"));
            Create(workspace, change, "agreement", ("reference", number), ("title", new Bilingual("協定", "Agreement")), ("type", "academic"), ("level", "university"), ("state", "in_force"), ("partner", partner));
        }
    }
}

/// <summary>From the list of those that look the same, to one record that has it all and says so.</summary>
[Trait("Needs", "browser")]
public sealed class MergingDuplicates(Chromium chromium, APartnerTwice partners) : IClassFixture<APartnerTwice>
{
    [Fact]
    public async Task Leaves_one_record_whose_history_says_what_came_into_it()
    {
        await using var tab = await chromium.Open("en-GB");
        var page = tab.Page;
        await page.GotoAsync(await partners.Address(tab, "/en/duplicates"));
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await tab.HasNoBarriers();
        await page.Locator("tbody th a").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Are these two the same?");
        await tab.HasNoBarriers();
        await page.Locator("button[value=merge]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/en/duplicates");
        await Assertions.Expect(page.GetByText("No organisations look the same")).ToBeVisibleAsync();
        tab.HasNoComplaints();

        await page.GotoAsync(await partners.Address(tab, "/en/organisations?q=Heidelberg"));
        await page.Locator("tbody th a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Heidelberg University");
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("Another record merged into this one");
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("Added");
        await tab.HasNoBarriers();
        await page.GotoAsync(await partners.Address(tab, "/en/agreements?q=A-2"));
        await page.Locator("tbody th a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("Changed by a merge");
        tab.HasNoComplaints();
    }
}

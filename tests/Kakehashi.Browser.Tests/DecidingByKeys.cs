using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Three partners, and a registry that has something for each.</summary>
public sealed class PartnersToReconcile : OwnProgram
{
    private static readonly string[] Partners = ["Arken University", "Belmond University", "Corven University"], Education = ["education"], Label = ["ror_display", "label"];
    private static readonly string[] Ids = ["0dem00034", "0dem00131", "0dem00228"];

    protected override void Enter(Workspace workspace, ChangeSession change)
    {
        foreach (var name in Partners) Create(workspace, change, "organisation", ("name", new Bilingual(null, name)), ("kind", "education"), ("status", "active"), ("country", "FR"));
        Directory.CreateDirectory(Path.Combine(Data, "registry"));
        File.WriteAllLines(Path.Combine(Data, "registry", "v1.jsonl"), Partners.Zip(Ids, (name, id) => JsonSerializer.Serialize(new
        {
            id = "https://ror.org/" + id,
            status = "active",
            types = Education,
            names = new[] { new { value = name, lang = "en", types = Label } },
            locations = new[] { new { geonames_details = new { country_code = "FR", country_name = "France", name = "Paris", lat = 48.85, lng = 2.35 } } },
        })));
    }
}

/// <summary>Who is who, with no hand off the keyboard.</summary>
[Trait("Needs", "browser")]
public sealed class DecidingByKeys(Chromium chromium, PartnersToReconcile partners) : IClassFixture<PartnersToReconcile>
{
    [Fact]
    public async Task Goes_from_one_partner_to_the_next_with_single_keys_until_nothing_is_open()
    {
        await using var tab = await chromium.Open("en-GB");
        var page = tab.Page;
        await page.GotoAsync(await partners.Address(tab, "/en/registry"));
        await Assertions.Expect(page.Locator("#open tbody tr")).ToHaveCountAsync(3);
        await tab.HasNoBarriers();
        await page.Locator("#open tbody th a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Arken University");
        await tab.HasNoBarriers();

        // later: the next
        await Assertions.Expect(page.Locator("input[name=ror]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Belmond University");
        await Assertions.Expect(page.Locator("input[name=ror]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Corven University");
        await Assertions.Expect(page.GetByText("The ROR ID has been added.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("input[name=ror]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Arken University");

        // a key while somebody writes is a letter
        await page.Locator("input[type=search]").First.FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Arken University");
        await page.Locator("input[name=ror]").First.FocusAsync();
        await page.Keyboard.PressAsync("a");
        await page.WaitForURLAsync("**/en/registry");
        await Assertions.Expect(page.GetByText("There is nothing to decide")).ToBeVisibleAsync();
        tab.HasNoComplaints();
    }
}

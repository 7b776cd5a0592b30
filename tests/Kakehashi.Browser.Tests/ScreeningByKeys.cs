using Kakehashi.Access.People;
using Kakehashi.ExportControl.Keeping;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Codes;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>A list of the university's own, and three organisations that may be on it.</summary>
public sealed class ListedOrganisations : OwnProgram
{
    private static readonly (string Number, string Name, string Country)[] Listed = [("1", "Qaltan Institute of Rocket Engineering", "KZ"), ("2", "Vostrikov Optical Works", "BY"), ("3", "Marrakun Centrifuge Company", "PK")];

    protected override NewGrant[] Grants { get; } = [new(Role.ExportController, null)];

    protected override void Enter(Workspace workspace, ChangeSession change)
    {
        foreach (var (_, name, country) in Listed) Create(workspace, change, "organisation", ("name", new Bilingual(null, name)), ("kind", "company"), ("status", "active"), ("country", country));
        var file = Path.Combine(Data, "own.csv");
        File.WriteAllLines(file, [.. Listed.Select(one => $"{one.Number},機関,{one.Name},,{one.Country},M").Prepend("番号,種別,名称,別名,国・地域,懸念区分")]);
        var added = new ListFolder(Path.Combine(Data, "lists"), workspace.Codes[CodeLists.Countries])
            .Add(ConcernList.Own, [file], new(new(2026, 5, 1), new(2026, 5, 1)));
        Assert.True(added.IsDone);
    }
}

/// <summary>Lists of concern, with no hand off the keyboard.</summary>
[Trait("Needs", "browser")]
public sealed class ScreeningByKeys(Chromium chromium, ListedOrganisations listed) : IClassFixture<ListedOrganisations>
{
    [Fact]
    public async Task Answers_a_name_that_is_looked_up_where_the_focus_is()
    {
        await using var tab = await chromium.Open("en-GB");
        var page = tab.Page;
        await page.GotoAsync(await listed.Address(tab, "/en/screening"));
        await page.Locator("[name=name]").FocusAsync();
        await page.Keyboard.TypeAsync("Vostrikof Optical Works");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#answer .hit")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#answer")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#answer")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#answer .hit-name")).ToHaveTextAsync("Vostrikov Optical Works");
        await Assertions.Expect(page.Locator("[name=name]")).ToHaveValueAsync("Vostrikof Optical Works");
        Assert.EndsWith("/en/screening", page.Url, StringComparison.Ordinal);
        await tab.HasNoBarriers();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Goes_from_case_to_case_with_single_keys()
    {
        await using var tab = await chromium.Open("en-GB");
        var page = tab.Page;
        var rows = page.Locator("table").First.Locator("tbody tr");
        var address = await listed.Address(tab, "/en/screening");
        // the program screens by itself; the page is what it is when it is asked for
        for (var i = 0; i < 40; i++)
        {
            await page.GotoAsync(address);
            if (await rows.CountAsync() == 3) break;
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        await page.Locator("tbody th a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("input[name=pair]").First).ToBeFocusedAsync();
        var first = await page.Locator("h1").TextContentAsync();
        await tab.HasNoBarriers();

        // later: the next
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync(first!);
        await Assertions.Expect(page.Locator("input[name=pair]").First).ToBeFocusedAsync();
        var second = await page.Locator("h1").TextContentAsync();

        // 1 takes the choice away and gives it back; a reason has a key, and X says that they are not the same
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("input[name=pair]").First).Not.ToBeCheckedAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("input[name=pair]").First).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(page.Locator("input[name=because][data-key=f]")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync(second!);
        await Assertions.Expect(page.Locator("input[name=pair]").First).ToBeFocusedAsync();
        var third = await page.Locator("h1").TextContentAsync();

        // a key while somebody writes is a letter
        await page.Locator("#note").FocusAsync();
        await page.Keyboard.TypeAsync("sx same works");
        await Assertions.Expect(page.Locator("#note")).ToHaveValueAsync("sx same works");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(third!);
        await page.Locator("input[name=pair]").First.FocusAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync(third!);
        tab.HasNoComplaints();
    }
}

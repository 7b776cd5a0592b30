using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

[Trait("Needs", "browser")]
public sealed class WorkingWithRecords(Chromium chromium, Office office)
{
    [Fact]
    public async Task A_list_is_filtered_in_place_and_Back_leads_through_it()
    {
        await using var tab = await chromium.Open("en-GB");
        await tab.Page.GotoAsync(await office.Address(tab, "/en/org-units"));
        await tab.Page.GetByText("Conditions", new() { Exact = true }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Faculty", Exact = true }).CheckAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("kind=faculty$"));
        await Assertions.Expect(tab.Page.Locator(".data-table tbody")).Not.ToContainTextAsync("Medicine");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Faculty of Arts and Letters" }).First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("Faculty of Arts and Letters");
        await tab.Page.GoBackAsync();
        await Assertions.Expect(tab.Page.Locator(".chip")).ToContainTextAsync("Kind: Faculty");
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task A_list_is_filtered_by_one_country_after_another_without_a_reload()
    {
        await using var tab = await chromium.Open("en-GB");
        await tab.Page.GotoAsync(await office.Address(tab, "/en/agreements?withdrawn=true&filters=open"));
        var box = tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Country" });
        foreach (var (typed, name) in new[] { ("germ", "Germany"), ("fran", "France"), ("germ", "Germany") })
        {
            await tab.Choose(box, typed, name);
            await Assertions.Expect(box).ToHaveValueAsync("");
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true })).ToBeCheckedAsync();
            await Assertions.Expect(tab.Page.Locator(".chip", new() { HasText = name })).ToBeVisibleAsync();
        }

        await Assertions.Expect(tab.Page.Locator(".chip")).ToHaveCountAsync(2);
        await tab.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Germany", Exact = true }).UncheckAsync();
        await Assertions.Expect(tab.Page.Locator(".chip")).ToHaveCountAsync(1);
        await tab.Page.GoBackAsync();
        await Assertions.Expect(tab.Page.Locator(".chip")).ToHaveCountAsync(2);
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Germany", Exact = true })).ToBeCheckedAsync();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Kana_that_are_still_being_composed_ask_for_nothing()
    {
        await using var tab = await chromium.Open();
        await tab.Page.GotoAsync(await office.Address(tab, "/ja/org-units/new"));
        var asked = new System.Collections.Concurrent.ConcurrentQueue<string>();
        tab.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/options", StringComparison.Ordinal)) asked.Enqueue(Uri.UnescapeDataString(request.Url[(request.Url.IndexOf("q=", StringComparison.Ordinal) + 2)..]));
        };
        await tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "上位組織" }).FocusAsync();
        var keyboard = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        foreach (var kana in new[] { "ｋ", "こ", "こう", "こうが", "こうがく", "工学" })
        {
            await keyboard.SendAsync("Input.imeSetComposition", new() { ["text"] = kana, ["selectionStart"] = kana.Length, ["selectionEnd"] = kana.Length });
            await tab.Page.WaitForTimeoutAsync(300);
        }

        Assert.Empty(asked);
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "工学" });
        await tab.Page.GetByRole(AriaRole.Option, new() { Name = "工学研究科" }).ClickAsync();
        Assert.Equal(["工学"], asked);
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task A_form_with_a_mistake_is_focused_where_it_is_and_saved_when_mended()
    {
        await using var tab = await chromium.Open();
        await tab.Page.GotoAsync(await office.Address(tab, "/ja/org-units/new"));
        await tab.Page.GetByLabel("部局コード").FillAsync("B90");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).Last.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("form [role=alert]")).ToBeFocusedAsync();
        await Assertions.Expect(tab.Page.GetByLabel("部局コード")).ToHaveValueAsync("B90");
        await tab.Page.GetByLabel("日本語", new() { Exact = true }).FillAsync("国際交流課");
        await tab.Page.GetByLabel("種別").SelectOptionAsync("administration");
        await tab.Choose(tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "上位組織" }), "工学", "工学研究科");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).Last.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("国際交流課");
        await Assertions.Expect(tab.Page.GetByText("登録しました。")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator(".details a")).ToHaveTextAsync("工学研究科");
        Assert.All(tab.Complaints, complaint => Assert.Contains("422", complaint));
    }

    [Theory]
    [InlineData("en-GB", "ja", "カレンダーから選ぶ")]
    [InlineData("ja-JP", "en", "Choose from a calendar")]
    public async Task A_day_is_typed_or_chosen_in_the_language_of_the_page(string browser, string language, string choose)
    {
        await using var tab = await chromium.Open(browser);
        await tab.Page.GotoAsync(await office.Address(tab, $"/{language}/org-units/new"));
        var box = tab.Page.Locator("[name=opened_on]");
        await box.FillAsync("2026年4月1日");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = choose }).First.ClickAsync();
        var calendar = tab.Page.Locator("kk-day", new() { Has = box }).Locator("[type=date]");
        await Assertions.Expect(calendar).ToHaveValueAsync("2026-04-01");
        await calendar.EvaluateAsync("calendar => { calendar.value = '2026-05-31'; calendar.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Assertions.Expect(box).ToHaveValueAsync("2026-05-31");
        await Assertions.Expect(box).ToBeFocusedAsync();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task A_day_chosen_from_the_calendar_of_a_filter_narrows_the_list()
    {
        await using var tab = await chromium.Open("en-GB");
        await tab.Page.GotoAsync(await office.Address(tab, "/en/agreements?withdrawn=true&filters=open"));
        var calendar = tab.Page.Locator("kk-day", new() { Has = tab.Page.Locator("[name='expires_on.from']") }).Locator("[type=date]");
        await calendar.EvaluateAsync("calendar => { calendar.value = '2026-05-31'; calendar.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Assertions.Expect(tab.Page.Locator(".chip").First).ToContainTextAsync("Expires on: from 2026-05-31");
        tab.HasNoComplaints();
    }

    [Theory]
    [InlineData("en-GB", "/ja/imports/new", "ファイルを選ぶ", "まだ選ばれていません")]
    [InlineData("ja-JP", "/en/imports/new", "Choose files", "Nothing chosen yet")]
    public async Task A_file_is_chosen_in_the_language_of_the_page(string browser, string path, string choose, string none)
    {
        await using var tab = await chromium.Open(browser);
        await tab.Page.GotoAsync(await office.Address(tab, path));
        await Assertions.Expect(tab.Page.Locator(".filedrop-name")).ToContainTextAsync(none);
        var chooser = await tab.Page.RunAndWaitForFileChooserAsync(() => tab.Page.GetByText(choose, new() { Exact = true }).ClickAsync());
        await chooser.SetFilesAsync(Office.File("chosen.csv", "unit_code\n"));
        await Assertions.Expect(tab.Page.Locator(".filedrop-name")).ToHaveTextAsync("chosen.csv (1 KB)");
        await Assertions.Expect(tab.Page.Locator("input[type=file]")).ToHaveCSSAsync("width", "1px");
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task A_condition_between_days_waits_until_the_box_is_left()
    {
        await using var tab = await chromium.Open("ja-JP");
        await tab.Page.GotoAsync(await office.Address(tab, "/en/agreements?withdrawn=true&filters=open"));
        var from = tab.Page.GetByLabel("Expires on from");
        await from.PressSequentiallyAsync("2026");
        await tab.Page.WaitForTimeoutAsync(600);
        await Assertions.Expect(tab.Page.Locator(".alert")).ToHaveCountAsync(0);
        await from.PressSequentiallyAsync("/4/1");
        await from.PressAsync("Tab");
        await Assertions.Expect(tab.Page.Locator(".chip")).ToContainTextAsync("Expires on: from 2026-04-01");
        await from.FillAsync("soon");
        await from.PressAsync("Tab");
        await Assertions.Expect(tab.Page.Locator(".alert")).ToContainTextAsync("This condition is not in use.");
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Two_who_edit_the_same_record_see_each_other()
    {
        await using var mine = await chromium.Open("en-GB");
        await using var theirs = await chromium.Open("en-GB");
        await mine.Page.GotoAsync(await office.Address(mine, "/en/org-units?q=B05"));
        await mine.Page.Locator(".data-table tbody a").First.ClickAsync();
        await mine.Page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await Assertions.Expect(mine.Page.GetByLabel("Unit code")).ToBeVisibleAsync();
        await office.Address(theirs, "");
        await theirs.Page.GotoAsync(mine.Page.Url);
        await Save(theirs.Page, "Theirs");
        await Assertions.Expect(theirs.Page.Locator("h1")).ToContainTextAsync("Theirs");
        await Save(mine.Page, "Mine");
        await Assertions.Expect(mine.Page.Locator(".conflicts")).ToContainTextAsync("Theirs");
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "Save this" }).ClickAsync();
        await Assertions.Expect(mine.Page.Locator("h1")).ToContainTextAsync("Mine");
    }

    [Fact]
    public async Task A_file_is_imported_and_the_import_undone()
    {
        await using var tab = await chromium.Open("en-GB");
        await tab.Page.GotoAsync(await office.Address(tab, "/en/imports/new"));
        await tab.Page.Locator("input[type=file]").SetInputFilesAsync(Office.File("more.csv", "unit_code,name_ja,name_en,kind\nB70,一つ目,First,centre\nB71,二つ目,Second,centre\n"));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Import 2 records" }).ClickAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(tab.Page.GetByText("Added: 2.")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await tab.Page.GetByLabel("I am sure").CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Undo this import" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("This import has been undone")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await tab.Page.GotoAsync(await office.Address(tab, "/en/org-units?q=B70"));
        await Assertions.Expect(tab.Page.GetByText("Nothing matches")).ToBeVisibleAsync();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task A_word_of_two_characters_is_found_with_the_keyboard_alone()
    {
        await using var tab = await chromium.Open();
        await tab.Page.GotoAsync(await office.Address(tab, "/ja/org-units"));
        await tab.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(tab.Page.Locator(".skip-link")).ToBeFocusedAsync();
        await tab.Page.Locator("#site-search").FocusAsync();
        await tab.Page.Keyboard.TypeAsync("材料");
        await tab.Page.Keyboard.PressAsync("Enter");
        var hit = tab.Page.Locator(".hits a").First;
        await Assertions.Expect(hit).ToContainTextAsync("金属材料研究所");
        for (var i = 0; i < 60 && !await hit.EvaluateAsync<bool>("link => link === document.activeElement"); i++) await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("金属材料研究所");
        tab.HasNoComplaints();
    }

    [Theory]
    [InlineData("org-units")]
    [InlineData("org-units?kind=faculty&filters=open")]
    [InlineData("agreements")]
    [InlineData("agreements/new")]
    [InlineData("organisations/new")]
    [InlineData("search?q=研究")]
    [InlineData("imports")]
    [InlineData("imports/new")]
    [InlineData("imports/1")]
    public async Task No_page_has_barriers_or_is_wider_than_the_screen(string path)
    {
        foreach (var (language, width) in new[] { ("ja", 360), ("ja", 1440), ("en", 360), ("en", 1440) })
        {
            await using var tab = await chromium.Open(language == "ja" ? "ja-JP" : "en-GB", width: width);
            await tab.Page.GotoAsync(await office.Address(tab, $"/{language}/{path}"));
            await tab.HasNoBarriers();
            Assert.Equal(0, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            tab.HasNoComplaints();
        }
    }

    private static async Task Save(IPage page, string name)
    {
        await page.GetByLabel("English", new() { Exact = true }).FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).Last.ClickAsync();
    }
}

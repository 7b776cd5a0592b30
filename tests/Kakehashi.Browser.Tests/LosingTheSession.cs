using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

[Trait("Needs", "browser")]
public sealed partial class LosingTheSession(Chromium chromium, Office office)
{
    private const string Password = "a bridge over the river";

    [Fact]
    public async Task Gives_a_record_back_that_was_sent_too_late_with_its_rows_and_what_was_looked_up()
    {
        await using var tab = await SignedIn("late");
        var page = tab.Page;
        await page.GotoAsync(await Here("/en/agreements/new"));
        await page.Locator("[name=reference]").FillAsync("LATE-1");
        await page.Locator("[name='title.en']").FillAsync("Sent too late");
        await page.Locator("[name=type]").SelectOptionAsync("academic");
        await page.Locator("[name=level]").SelectOptionAsync("university");
        await page.Locator("[name=effective_from]").FillAsync("2026-04-01");
        await page.Locator("[name=renews_by_itself]").CheckAsync();
        await tab.Choose(page.Locator("[name='unit.text']"), "engineer", "Graduate School of Engineering");
        await page.Locator("button[name=add][value=other_units]").ClickAsync();
        await tab.Choose(page.Locator("[name='other_units.0.unit.text']"), "medic", "Graduate School of Medicine");
        // rows come and go: what was kept before is not offered again
        await Assertions.Expect(page.Locator("kk-keep button")).ToHaveCountAsync(0);

        await page.Context.ClearCookiesAsync();
        await Save(page);
        await Assertions.Expect(page).ToHaveURLAsync(SignInPage());
        await SignIn(page, "late");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/en/agreements/new$"));
        await Assertions.Expect(page.Locator("[name=reference]")).ToHaveValueAsync("");
        await tab.HasNoBarriers();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring them back" }).ClickAsync();

        var form = page.Locator("#record");
        await Assertions.Expect(form.Locator("[name=reference]")).ToHaveValueAsync("LATE-1");
        await Assertions.Expect(form.Locator("[name='title.en']")).ToHaveValueAsync("Sent too late");
        await Assertions.Expect(form.Locator("[name=type]")).ToHaveValueAsync("academic");
        await Assertions.Expect(form.Locator("[name=effective_from]")).ToHaveValueAsync("2026-04-01");
        await Assertions.Expect(form.Locator("[name=renews_by_itself]")).ToBeCheckedAsync();
        await Assertions.Expect(form.Locator("[name='unit.text']")).ToHaveValueAsync(new Regex("Graduate School of Engineering"));
        await Assertions.Expect(form.Locator("[name='other_units.0.unit.text']")).ToHaveValueAsync(new Regex("Graduate School of Medicine"));
        await Assertions.Expect(page.Locator("kk-keep button")).ToHaveCountAsync(0);
        await form.Locator("[name=state]").SelectOptionAsync("in_force");
        await Save(page);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Sent too late");
        foreach (var unit in new[] { "Engineering", "Medicine" }) await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"Graduate School of {unit}");
        Assert.Empty(await Kept(page));
        await page.GotoAsync(await Here("/en/agreements/new"));
        await Assertions.Expect(page.Locator("kk-keep button")).ToHaveCountAsync(0);
        Assert.All(tab.Complaints, complaint => Assert.Contains("422", complaint));
    }

    [Fact]
    public async Task Gives_a_plan_back_with_its_choices_and_days()
    {
        await using var tab = await SignedIn("planner");
        var page = tab.Page;
        await page.GotoAsync(await Here("/ja/assessments/new"));
        await page.Locator("[name='name.ja']").FillAsync("途中の計画");
        await page.Locator("[name=deadline]").FillAsync("2027-03-31");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "文学部" }).CheckAsync();
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await SignIn(page, "planner");
        await page.GetByRole(AriaRole.Button, new() { Name = "入力を戻す" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name='name.ja']")).ToHaveValueAsync("途中の計画");
        await Assertions.Expect(page.Locator("[name=deadline]")).ToHaveValueAsync("2027-03-31");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "文学部" })).ToBeCheckedAsync();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Gives_a_draft_of_the_strategy_back_with_the_part_that_was_open()
    {
        await using var tab = await SignedIn("strategist");
        var page = tab.Page;
        await page.GotoAsync(await Here("/en/strategy/edit"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit name, source and date" }).ClickAsync();
        await page.Locator("[name='name.en']").FillAsync("A strategy sent too late");
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Review the changes" }).ClickAsync();
        await SignIn(page, "strategist");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring them back" }).ClickAsync();
        await Assertions.Expect(page.Locator("#strategy [name='name.en']")).ToHaveValueAsync("A strategy sent too late");
        Assert.All(tab.Complaints, complaint => Assert.Contains("422", complaint));
    }

    [Fact]
    public async Task Shows_nothing_of_it_to_whoever_signs_in_next_and_leaves_nothing_after_signing_out()
    {
        await using var tab = await SignedIn("first");
        var page = tab.Page;
        await office.AddPerson("second", Password);
        await page.GotoAsync(await Here("/en/org-units/new"));
        await page.Locator("[name=unit_code]").FillAsync("SECRET");
        await page.Context.ClearCookiesAsync();
        await Save(page);
        await Assertions.Expect(page).ToHaveURLAsync(SignInPage());
        Assert.Single(await Kept(page));
        await SignIn(page, "second");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/en/org-units/new$"));
        await Assertions.Expect(page.Locator("kk-keep button")).ToHaveCountAsync(0);
        Assert.Empty(await Kept(page));

        await page.Locator("[name=unit_code]").FillAsync("MINE");
        await page.WaitForTimeoutAsync(600);
        Assert.Single(await Kept(page));
        await page.Locator(".user-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(SignInPage());
        // nor what the box that was left by the click would have kept a moment later
        await page.WaitForTimeoutAsync(600);
        Assert.Empty(await Kept(page));
        tab.HasNoComplaints();
    }

    private async Task<Tab> SignedIn(string name)
    {
        var tab = await chromium.Open("en-GB");
        await tab.Page.GotoAsync(await office.Address(tab, "/en/sign-in"));
        await tab.Page.Context.ClearCookiesAsync();
        await office.AddPerson(name, Password);
        await tab.Page.ReloadAsync();
        await SignIn(tab.Page, name);
        // a password is made slow to check
        await Assertions.Expect(tab.Page.Locator(".user-menu")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return tab;
    }

    /// <summary>An address of the office, without its cookie: the tab has one of its own.</summary>
    private async Task<string> Here(string path)
    {
        await using var other = await chromium.Open("en-GB");
        return await office.Address(other, path);
    }

    private static async Task SignIn(IPage page, string name)
    {
        await page.Locator("[name=user]").FillAsync(name);
        await page.Locator("[name=password]").FillAsync(Password);
        await page.Locator("#sign-in button[type=submit]").ClickAsync();
    }

    private static Task Save(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).Last.ClickAsync();

    private static Task<string[]> Kept(IPage page) => page.EvaluateAsync<string[]>("Object.keys(sessionStorage).filter(key => key.startsWith('kakehashi.keep.'))");

    [GeneratedRegex("/(en|ja)/sign-in")]
    private static partial Regex SignInPage();
}

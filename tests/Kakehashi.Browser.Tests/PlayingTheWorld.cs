using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>Stays of three years.</summary>
public sealed class YearsOfStays : OwnProgram
{
    private static readonly int[] Years = [2021, 2022, 2023];

    protected override void Enter(Workspace workspace, ChangeSession change)
    {
        var unit = Create(workspace, change, "org_unit", ("unit_code", "E"), ("name", new Bilingual("工学部", "Engineering")), ("kind", "faculty"));
        foreach (var year in Years)
        {
            Create(workspace, change, "coverage", ("fact", "mobility"), ("unit", unit), ("period", $"FY{year}"), ("submitted", true));
            for (var i = 0; i < 10 * (year - 2020); i++)
                Create(workspace, change, "mobility_period", ("reference", $"{year}-{i}"), ("direction", "in"), ("kind", "student"), ("home_country", "FR"), ("unit", unit), ("started_on", new DateOnly(year, 9, 1)));
        }
    }
}

/// <summary>The map that plays the years.</summary>
[Trait("Needs", "browser")]
public sealed class PlayingTheWorld(Chromium chromium, YearsOfStays years) : IClassFixture<YearsOfStays>
{
    private const string Button = "button[data-play]";

    /// <summary>What the map draws: the year by its place in the list, and whether circles grow or jump.</summary>
    private static Task<string> Drawn(IPage page) => page.EvaluateAsync<string>("() => { const map = document.querySelector('kk-world'); return `${map.dataset.at} ${map.dataset.motion}`; }");

    [Fact]
    public async Task Begins_anew_by_the_keyboard_ends_with_the_last_year_and_the_table_follows()
    {
        await using var tab = await Opened(ReducedMotion.NoPreference, "FY2021");
        Assert.Contains("10", await tab.Page.Locator("turbo-frame tbody tr").First.InnerTextAsync());
        await tab.Page.Locator(Button).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Pause", (await tab.Page.Locator(Button).InnerTextAsync()).Trim());
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.world-year').textContent.trim() === document.querySelector('select[name=year] option:last-child').textContent.trim()");
        Assert.EndsWith("smooth", await Drawn(tab.Page));
        Assert.Equal("Play", (await tab.Page.Locator(Button).InnerTextAsync()).Trim());
        var last = await tab.Page.Locator("select[name=year]").InputValueAsync();
        await tab.Page.WaitForURLAsync($"**year={last}*");
        await tab.HasNoBarriers();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Stops_when_it_is_paused_and_jumps_where_motion_is_not_wanted()
    {
        await using var tab = await Opened(ReducedMotion.Reduce, "FY2021");
        Assert.Equal("0 none", await Drawn(tab.Page));
        await tab.Page.Locator(Button).ClickAsync();
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('kk-world').dataset.at === '1'");
        await tab.Page.Locator(Button).ClickAsync();
        await tab.Page.WaitForURLAsync("**year=FY2022*");
        await tab.Page.WaitForTimeoutAsync(2_500);
        Assert.Equal("1 none", await Drawn(tab.Page));
        Assert.Contains("20", await tab.Page.Locator("turbo-frame tbody tr").First.InnerTextAsync());
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Is_a_list_and_a_button_without_script()
    {
        await using var tab = await chromium.Open("en-GB", script: false);
        await tab.Page.GotoAsync(await years.Address(tab, "/en/world?year=FY2021"));
        Assert.False(await tab.Page.Locator(Button).IsVisibleAsync());
        await tab.Page.Locator("select[name=year]").SelectOptionAsync("FY2023");
        await tab.Page.Locator("#world-form button[type=submit]").ClickAsync();
        Assert.Contains("30", await tab.Page.Locator("turbo-frame tbody tr").First.InnerTextAsync());
    }

    private async Task<Tab> Opened(ReducedMotion motion, string year)
    {
        var tab = await chromium.Open("en-GB");
        await tab.Page.EmulateMediaAsync(new() { ReducedMotion = motion });
        var address = await years.Address(tab, "/en/world?year=" + year);
        // the figures are being worked out when the program has just started
        for (var i = 0; i < 60; i++)
        {
            await tab.Page.GotoAsync(address);
            if (await tab.Page.Locator("kk-world").CountAsync() > 0) break;
            await tab.Page.WaitForTimeoutAsync(500);
        }

        await tab.Page.WaitForFunctionAsync("() => document.querySelector('kk-world')?.shadowRoot.querySelector('canvas')");
        return tab;
    }
}

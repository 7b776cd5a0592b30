using System.Security.Cryptography;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>As an analyst does it: a figure, the period closed, an old record corrected, the revision with its reason.</summary>
[Trait("Needs", "browser")]
public sealed class ClosingAPeriod(Chromium chromium, Office office)
{
    /// <summary>Every indicator is worked out in every cut before the page answers.</summary>
    private static LocatorAssertionsToContainTextOptions Patiently => new() { Timeout = 60_000 };

    [Theory]
    [InlineData("ja", "FY2019")]
    [InlineData("en", "FY2018")]
    public async Task Goes_from_open_to_a_revision_and_the_closed_figure_stays(string language, string period)
    {
        string T(string ja, string en) => language == "ja" ? ja : en;
        await using var tab = await chromium.Open(T("ja-JP", "en-GB"));
        var page = tab.Page;
        await page.GotoAsync(await office.Address(tab, $"/{language}/manual-figures/new"));
        await page.Locator("[name=indicator]").FillAsync("CU-01");
        await page.Locator("[name=period]").FillAsync(period);
        await page.Locator("[name=numerator]").FillAsync("40");
        await page.Locator("[name=denominator]").FillAsync("400");
        await page.Locator("[name='evidence.ja']").FillAsync("授業科目一覧");
        await Save();
        await page.WaitForURLAsync(address => !address.EndsWith("/new", StringComparison.Ordinal));
        var record = page.Url;

        await page.GotoAsync(await office.Address(tab, $"/{language}/periods"));
        await CaughtUp(page.Locator($"a[href$='periods/{period}']"));
        await page.Locator($"a[href$='periods/{period}']").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = T("確定する", "Close"), Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("form [role=alert]")).ToContainTextAsync(T("取り消せません", "cannot be taken back"));
        await page.Locator("[name=sure]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = T("確定する", "Close"), Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(T("確定（第1版）", "Closed, revision 1"), Patiently);
        await Assertions.Expect(page.GetByText(T("違いはありません。", "There is no difference."))).ToBeVisibleAsync();
        var closed = await Document(1);

        await page.GotoAsync(record);
        await page.GetByRole(AriaRole.Link, new() { Name = T("編集", "Edit"), Exact = true }).First.ClickAsync();
        await page.Locator("[name=numerator]").FillAsync("44");
        await Save();
        await page.WaitForURLAsync(address => !address.EndsWith("/edit", StringComparison.Ordinal));
        await Says("10.0", 1);

        await page.GotoAsync(await office.Address(tab, $"/{language}/periods/{period}"));
        await CaughtUp(page.Locator("#changes tbody tr"));
        await Assertions.Expect(page.Locator("#changes tbody tr").Filter(new() { HasText = "CU-01" })).ToContainTextAsync("11");
        await page.Locator("[name=sure]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = T("次の版を確定する", "Close the next revision") }).ClickAsync();
        // what has changed is worked out again for the page that says no
        await Assertions.Expect(page.Locator("form [role=alert]")).ToBeFocusedAsync(new() { Timeout = 60_000 });
        await page.Locator("[name=reason]").FillAsync(T("科目数の数え直し", "Courses counted again"));
        await page.GetByRole(AriaRole.Button, new() { Name = T("次の版を確定する", "Close the next revision") }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(T("確定（第2版）", "Closed, revision 2"), Patiently);
        await Assertions.Expect(page.Locator("#revisions")).ToContainTextAsync(T("科目数の数え直し", "Courses counted again"));
        await page.Locator("[name=before]").SelectOptionAsync("1");
        await page.Locator("[name=after]").SelectOptionAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = T("比較", "Compare"), Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#changes tbody tr").Filter(new() { HasText = "CU-01" })).ToContainTextAsync("10");

        Assert.Equal(closed, await Document(1));
        Assert.NotEqual(closed, await Document(2));
        await Says("11.0", 2);
        Assert.All(tab.Complaints, complaint => Assert.Contains("422", complaint));

        // a page waits for the latest changes for a moment only
        async Task CaughtUp(ILocator wanted)
        {
            for (var i = 0; i < 60 && await wanted.CountAsync() == 0; i++)
            {
                await page.WaitForTimeoutAsync(500);
                await page.ReloadAsync();
            }
        }

        Task Save() => page.GetByRole(AriaRole.Button, new() { Name = T("保存", "Save"), Exact = true }).Last.ClickAsync();

        async Task<string> Document(int revision)
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href$='periods/{period}/{revision}.json']").ClickAsync());
            await using var stream = await download.CreateReadStreamAsync();
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, TestContext.Current.CancellationToken));
        }

        // the page of the indicator: its value, and of which revision it is
        async Task Says(string value, int revision)
        {
            await page.GotoAsync(await office.Address(tab, $"/{language}/indicators/CU-01"));
            await Assertions.Expect(page.Locator("#series-table tbody tr").Filter(new() { HasText = T($"{period[2..]}年度", period) })).ToContainTextAsync(value);
            await Assertions.Expect(page.Locator(".closed-note")).ToContainTextAsync(T($"{period[2..]}年度第{revision}版", $"{period} revision {revision}"));
        }
    }
}

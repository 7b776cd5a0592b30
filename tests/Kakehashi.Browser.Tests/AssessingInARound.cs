using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

[Trait("Needs", "browser")]
public sealed class AssessingInARound(Chromium chromium, Office office)
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Goes_from_preparing_it_to_its_report(string language)
    {
        string T(string ja, string en) => language == "ja" ? ja : en;
        await using var tab = await chromium.Open(T("ja-JP", "en-GB"));
        var page = tab.Page;
        await page.GotoAsync(await office.Address(tab, $"/{language}/assessments"));
        await page.GetByRole(AriaRole.Link, new() { Name = T("実施回を準備する", "Prepare a round") }).First.ClickAsync();
        await page.Locator("[name='name.ja']").FillAsync($"点検 {language}");
        await page.Locator("[name=deadline]").FillAsync(TimeProvider.System.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Checkbox, new() { Name = T("工学研究科", "Graduate School of Engineering") }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = T("文学部", "Faculty of Arts and Letters") }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = T("保存", "Save"), Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = T("開始する", "Open"), Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(T("実施中", "Open"));

        var cell = page.Locator(".matrix td a").First;
        await cell.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Write(page, T);
        await page.GetByRole(AriaRole.Button, new() { Name = T("提出する", "Submit") }).ClickAsync();
        await Assertions.Expect(page.GetByText(T("提出しました。", "Submitted.")).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = T("受理する", "Accept") }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(T("受理済み", "Accepted"));
        await page.Locator(".crumbs a").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".matrix-accepted").First).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = T("報告書（Word）", "Report (Word)") }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await stream.CopyToAsync(file, TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(file);
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        Assert.Contains("見直しを終えた", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_the_page_is_left_or_the_session_ends_before_it_was_saved()
    {
        await using var tab = await chromium.Open("en-GB");
        var page = tab.Page;
        await page.GotoAsync(await office.Address(tab, "/en/assessments/new"));
        await page.Locator("[name='name.en']").FillAsync("Left behind");
        await page.Locator("[name='name.ja']").FillAsync("置き忘れ");
        await page.Locator("[name=deadline]").FillAsync(TimeProvider.System.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Faculty of Arts and Letters" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open", Exact = true }).ClickAsync();
        await page.Locator(".matrix td a").First.ClickAsync();
        await page.Locator("[name='done.en']").FillAsync("Not saved yet");
        await page.WaitForTimeoutAsync(700);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[name='done.en']")).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring them back" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name='done.en']")).ToHaveValueAsync("Not saved yet");

        // the session ends: the form that is sent leads to the sign-in, and what it held is there again after it
        var here = new Uri(page.Url).PathAndQuery;
        await page.Locator("[name='next.en']").FillAsync("Written as the session ended");
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).Last.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/en/sign-in"));
        await page.GotoAsync(await office.Address(tab, here));
        await Assertions.Expect(page.Locator("[name='next.en']")).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring them back" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name='next.en']")).ToHaveValueAsync("Written as the session ended");
        await Assertions.Expect(page.Locator("[name='done.en']")).ToHaveValueAsync("Not saved yet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).Last.ClickAsync();
        await Assertions.Expect(page.GetByText("The draft has been saved.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("kk-keep button")).ToHaveCountAsync(0);
        tab.HasNoComplaints();
    }

    private static async Task Write(IPage page, Func<string, string, string> t)
    {
        await page.Locator("[name='planned.ja']").FillAsync("協定を見直す");
        await page.Locator("[name='done.ja']").FillAsync("見直しを終えた");
        await page.Locator("[name='next.ja']").FillAsync("更新する");
        await page.Locator("[name='answer-1.ja']").FillAsync("7件");
        await page.Locator("[name='answer-2.ja']").FillAsync("連絡に時間を要した");
        await page.GetByText(t("A：計画どおり達成した", "A: achieved as planned"), new() { Exact = true }).ClickAsync();
    }
}

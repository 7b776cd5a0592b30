using System.Globalization;
using System.Text.RegularExpressions;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>A school and a partner.</summary>
public sealed class AnOfficeOfAgreements : OwnProgram
{
    protected override void Enter(Workspace workspace, ChangeSession change)
    {
        Create(workspace, change, "org_unit", ("unit_code", "E"), ("name", new Bilingual("工学研究科", "Graduate School of Engineering")), ("kind", "graduate_school"));
        Create(workspace, change, "organisation", ("name", new Bilingual("ベルリン大学", "University of Berlin")), ("kind", "education"), ("status", "active"), ("country", "DE"));
    }
}

/// <summary>One agreement from its proposal to its renewal, with no hand off the keyboard.</summary>
[Trait("Needs", "browser")]
public sealed partial class ConcludingByKeys(Chromium chromium, AnOfficeOfAgreements office) : IClassFixture<AnOfficeOfAgreements>
{
    private static string Today => TimeProvider.System.GetUtcNow().AddHours(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Goes_from_its_proposal_to_its_renewal(string language)
    {
        string T(string ja, string en) => language == "ja" ? ja : en;
        await using var tab = await chromium.Open(T("ja-JP", "en-GB"));
        var page = tab.Page;
        await page.GotoAsync(await office.Address(tab, $"/{language}/agreements/new"));
        await Propose(tab, language, T);
        await Press(page, page.GetByRole(AriaRole.Link, new() { Name = T("手続きのページを開く", "Open its procedure") }));
        await Assertions.Expect(page).ToHaveURLAsync(Procedure());
        await tab.HasNoBarriers();
        await Act(page, "submit", T("審査中", "Under review"));

        var path = new Uri(page.Url).AbsolutePath;
        await Look(path, "approve.department", T("審査中", "Under review"), Role.Officer);
        await Look(path, "approve.export_control", T("審査中", "Under review"), Role.ExportController);
        await Look(path, "approve.office", T("承認済み", "Approved"), Role.Officer);

        await page.ReloadAsync();
        for (var party = 0; party < 2; party++)
        {
            var day = page.Locator("[name=day]");
            await day.FocusAsync();
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync(Today);
            await Press(page, page.Locator("button[value=sign]"));
            await Assertions.Expect(page.GetByText(T("署名を記録しました。", "The signature was recorded."))).ToBeVisibleAsync();
            if (party == 0) await page.ReloadAsync();
        }

        await Assertions.Expect(page.Locator("h1 ~ *, h1").GetByText(T("有効", "In force")).First).ToBeVisibleAsync();
        await page.Locator("[name=evaluation]").FocusAsync();
        await page.Keyboard.TypeAsync("Ten stays in five years.");
        await Press(page, page.Locator("button[value=evaluate]"));
        await Press(page, page.Locator("button[value=propose-renewal]"));
        await Assertions.Expect(page.GetByText($"KEYS-{language}-R2").First).ToBeVisibleAsync();
        // a row that is added answers so
        Assert.All(tab.Complaints, complaint => Assert.Contains("422", complaint));
    }

    private async Task Look(string path, string button, string state, Role role)
    {
        await using var tab = await chromium.Open(path.StartsWith("/ja", StringComparison.Ordinal) ? "ja-JP" : "en-GB");
        await tab.Page.GotoAsync(await office.AddressOf(tab, path, new NewGrant(role, null)));
        await Act(tab.Page, button, state);
        tab.HasNoComplaints();
    }

    private static async Task Propose(Tab tab, string language, Func<string, string, string> t)
    {
        var page = tab.Page;
        await Type(page, "reference", $"KEYS-{language}");
        await Type(page, "title.ja", "学術交流協定");
        await Type(page, "title.en", "Academic exchange");
        await Choose(page, "type", t("学術", "Academic"));
        await Choose(page, "level", t("部局", "Department"));
        await Choose(page, "state", t("提案", "Proposed"));
        await Look(page, "partner", t("ベルリン", "Berlin"));
        await Look(page, "unit", t("工学", "Engineering"));
        await Type(page, "expires_on", "2031-03-31");
        await Look(page, "authoritative_language", t("英語", "English"));
        await Type(page, "past_activity", "Ten stays");
        await Type(page, "plan", "Five a year");
        await Type(page, "contact", "Tanaka");
        await Choose(page, "signatory", t("研究科長", "Dean"));
        await Press(page, page.Locator("button[name=add][value=purposes]"));
        await Choose(page, "purposes.0.purpose", t("学生", "Exchange of students"));
        await Press(page, page.GetByRole(AriaRole.Button, new() { Name = t("保存", "Save"), Exact = true }).Last);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(t("学術交流協定", "Academic exchange"));
    }

    private static async Task Type(IPage page, string name, string text)
    {
        await page.Locator($"#record [name='{name}']").FocusAsync();
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>The arrow goes down a list to what is meant.</summary>
    private static async Task Choose(IPage page, string name, string text)
    {
        var box = page.Locator($"#record [name='{name}']");
        await box.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        for (var i = 0; i < 20 && !(await box.EvaluateAsync<string>("box => box.selectedOptions[0].textContent")).Contains(text, StringComparison.Ordinal); i++) await page.Keyboard.PressAsync("ArrowDown");
    }

    private static async Task Look(IPage page, string name, string typed)
    {
        await page.Locator($"#record [name='{name}.text']").FocusAsync();
        // at once: letters one by one ask several times on a slow machine
        await page.Keyboard.InsertTextAsync(typed);
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = typed }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#record [name='{name}']")).Not.ToHaveValueAsync("");
    }

    private static async Task Act(IPage page, string button, string state)
    {
        await Press(page, page.Locator($"button[value='{button}']"));
        await Assertions.Expect(page.Locator(".page-head, header, main").GetByText(state).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"button[value='{button}']")).ToHaveCountAsync(0);
    }

    private static async Task Press(IPage page, ILocator button)
    {
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    [GeneratedRegex("/procedures/[0-9]+$")]
    private static partial Regex Procedure();
}

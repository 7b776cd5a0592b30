using System.Globalization;
using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>The program on a folder of its own, with three partners and a registry that has something for each.</summary>
public sealed class PartnersToReconcile : IAsyncDisposable
{
    private static readonly string[] Partners = ["Arken University", "Belmond University", "Corven University"], Education = ["education"], Label = ["ror_display", "label"];
    private static readonly string[] Ids = ["0dem00034", "0dem00131", "0dem00228"];

    private readonly string data = Directory.CreateTempSubdirectory("kakehashi-registry-").FullName;
    private WebApplication? app;
    private string? session;

    internal async Task<string> Address(Tab tab, string path)
    {
        app ??= await Start();
        await tab.Bring(app.Urls.Single(), session!);
        return app.Urls.Single() + path;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private async Task<WebApplication> Start()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        using (var workspace = await Platform.Workspace.OpenAsync(data, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types))
        {
            using var change = workspace.Begin(ChangeOrigin.Form(Actor.Local));
            var type = workspace.Types.WithCode("organisation")!;
            foreach (var name in Partners)
            {
                var record = type.New();
                foreach (var (field, value) in new (string, object?)[] { ("name", new Bilingual(null, name)), ("kind", "education"), ("status", "active"), ("country", "FR") }) type.Field(field)!.Write(record, value);
                change.Create(type, record);
            }

            change.Commit();
        }

        Directory.CreateDirectory(Path.Combine(data, "registry"));
        await File.WriteAllLinesAsync(Path.Combine(data, "registry", "v1.jsonl"), Partners.Zip(Ids, (name, id) => JsonSerializer.Serialize(new
        {
            id = "https://ror.org/" + id,
            status = "active",
            types = Education,
            names = new[] { new { value = name, lang = "en", types = Label } },
            locations = new[] { new { geonames_details = new { country_code = "FR", country_name = "France", name = "Paris", lat = 48.85, lng = 2.35 } } },
        })));
        var started = Host.Build(new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = data, Environment = "Production" });
        await started.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(started.Urls.Single()) };
        await client.GetStringAsync(new Uri("/en/sign-in", UriKind.Relative));
        session = await TestServers.Door.Cookie(started.Services);
        return started;
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

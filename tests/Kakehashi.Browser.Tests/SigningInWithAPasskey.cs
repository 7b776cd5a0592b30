using Kakehashi.Access.People;
using Kakehashi.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

[Trait("Needs", "browser")]
public sealed class SigningInWithAPasskey(Chromium chromium) : IAsyncLifetime
{
    private const string Password = "a short sentence to remember";

    private readonly string data = Directory.CreateTempSubdirectory("kakehashi-passkey-").FullName;
    private WebApplication app = null!;
    private string site = "";

    [Fact]
    public async Task Needs_no_name_and_no_password()
    {
        await using var tab = await chromium.Open("en-GB");
        await Device(tab);
        await WithoutFilling(tab);
        await Enter(tab);
        await Add(tab, "Laptop in the office");
        await Leave(tab);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await tab.Page.WaitForURLAsync(site + "/en/");
        await Assertions.Expect(tab.Page.Locator(".user-name")).ToHaveTextAsync("hanako");
        await tab.HasNoBarriers();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Is_offered_among_what_the_browser_fills_in()
    {
        await using var tab = await chromium.Open("en-GB");
        await Device(tab);
        await Enter(tab);
        await Add(tab, "Laptop in the office");
        // the device of the test chooses what it is offered by itself, so that leaving leads back in
        await tab.Page.Locator(".user-menu summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await tab.Page.WaitForURLAsync(site + "/en/");
        await Assertions.Expect(tab.Page.Locator(".user-name")).ToHaveTextAsync("hanako");
    }

    [Fact]
    public async Task That_was_removed_is_refused()
    {
        await using var tab = await chromium.Open("en-GB");
        await Device(tab);
        await WithoutFilling(tab);
        await Enter(tab);
        await Add(tab, "Lost phone");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Remove “Lost phone”" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".passkeys")).ToHaveCountAsync(0);
        await Leave(tab);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/en/sign-in/refused/sign-in.passkey");
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("This passkey does not let you in");
    }

    [Fact]
    public async Task That_is_the_last_way_in_stays()
    {
        await using var tab = await chromium.Open("en-GB");
        await Device(tab);
        await Enter(tab);
        await Add(tab, "Only one");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            await users.RemovePasswordAsync((await users.FindByNameAsync("hanako"))!);
        }

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Remove “Only one”" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You could not sign in any more");
        await Assertions.Expect(tab.Page.Locator(".passkeys li")).ToHaveCountAsync(1);
        await tab.HasNoBarriers();
    }

    [Fact]
    public async Task Of_somebody_shut_out_is_refused()
    {
        await using var tab = await chromium.Open("en-GB");
        await Device(tab);
        await WithoutFilling(tab);
        await Enter(tab);
        await Add(tab, "Laptop");
        // the last administrator cannot be shut out: there is another
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AccountDesk>().AddAsync("administrator", "administrator", [new(Role.Administrator, null)]);
            var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync("hanako");
            await scope.ServiceProvider.GetRequiredService<AccountDesk>().DisableAsync(account!, true);
        }

        await tab.Page.GotoAsync(site + "/en/sign-in");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/en/sign-in/refused/sign-in.disabled");
    }

    [Fact]
    public async Task Is_what_an_administrator_is_asked_for_after_the_password()
    {
        await using var tab = await chromium.Open("en-GB");
        await Device(tab);
        await WithoutFilling(tab);
        await tab.Page.GotoAsync(site + "/en/sign-in");
        await Type(tab, "taro");
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("Administrators need a passkey");
        await tab.HasNoBarriers();
        await Add(tab, "Laptop in the office");
        await tab.Page.GotoAsync(site + "/en/people");
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("People");

        await Leave(tab);
        await Type(tab, "taro");
        await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Is it you?");
        await tab.HasNoBarriers();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm with a passkey" }).ClickAsync();
        await tab.Page.WaitForURLAsync(site + "/en/");
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Is_not_offered_without_script_or_where_the_address_is_a_number()
    {
        await using var plain = await chromium.Open("en-GB", script: false);
        await plain.Page.GotoAsync(site + "/en/sign-in");
        await Assertions.Expect(plain.Page.GetByText("Sign in with a passkey")).ToBeHiddenAsync();
        await using var tab = await chromium.Open("en-GB");
        var number = site.Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
        await tab.Page.GotoAsync(number + "/en/sign-in");
        await Assertions.Expect(tab.Page.GetByText("Sign in with a passkey")).ToHaveCountAsync(0);
        await Fill(tab);
        await tab.Page.GotoAsync(number + "/en/account/passkeys");
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = site + "/en/account/passkeys" })).ToBeVisibleAsync();
    }

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(data, "university.yaml"), "administrators_need_passkey: true\n");
        app = Host.Build(new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = data, Environment = "Production" });
        await app.StartAsync();
        // passkeys belong to names
        site = app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        using var client = new HttpClient();
        // the page waits until records and accounts are open
        await client.GetStringAsync(new Uri(site + "/en/sign-in"));
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var (name, role) in new[] { ("hanako", Role.Viewer), ("taro", Role.Administrator) })
        {
            var added = await scope.ServiceProvider.GetRequiredService<AccountDesk>().AddAsync(name, name, [new(role, null)]);
            await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().AddPasswordAsync(added.Value!, Password);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>A device with a screen lock, such as a laptop, that says yes each time.</summary>
    private static async Task Device(Tab tab)
    {
        var tools = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true },
        });
    }

    /// <summary>The browser waits for the button.</summary>
    private static Task WithoutFilling(Tab tab) => tab.Page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");

    private async Task Enter(Tab tab)
    {
        await tab.Page.GotoAsync(site + "/en/sign-in");
        await Fill(tab);
    }

    private static async Task Type(Tab tab, string name)
    {
        await tab.Page.GetByLabel("User name").FillAsync(name);
        await tab.Page.GetByLabel("Password").FillAsync(Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private static async Task Fill(Tab tab)
    {
        await Type(tab, "hanako");
        await Assertions.Expect(tab.Page.Locator(".user-name")).ToHaveTextAsync("hanako");
    }

    private async Task Add(Tab tab, string name)
    {
        await tab.Page.GotoAsync(site + "/en/account/passkeys");
        await tab.Page.GetByLabel("Name of the new passkey").FillAsync(name);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".passkey-name")).ToContainTextAsync(name);
    }

    private static async Task Leave(Tab tab)
    {
        await tab.Page.Locator(".user-menu summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/en/sign-in");
    }
}

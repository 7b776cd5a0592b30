using System.Net;
using System.Text.RegularExpressions;
using Kakehashi.Access.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kakehashi.Web.Tests.SignIn;

/// <summary>The program with an empty folder of its own, in Production, and one browser that keeps cookies but follows nothing.</summary>
internal sealed partial class ASite : IAsyncDisposable
{
    public const string Password = "a short sentence to remember";

    private readonly string data = Empty.Folder("kakehashi-sign-in-");
    private WebApplication? app;

    public HttpClient Browser { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() });

    public string Data => data;

    public IServiceProvider Services => app!.Services;

    public static async Task<ASite> Start(Func<ServeOptions, ServeOptions>? with = null, string? oidc = null, string? mail = null, string? university = null)
    {
        var site = new ASite();
        if (oidc is not null) await File.WriteAllTextAsync(Path.Combine(site.data, "oidc.yaml"), oidc);
        if (mail is not null) await File.WriteAllTextAsync(Path.Combine(site.data, "mail.yaml"), mail);
        if (university is not null) await File.WriteAllTextAsync(Path.Combine(site.data, "university.yaml"), university);
        var options = new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = site.data, Environment = "Production" };
        site.app = Host.Build(with is null ? options : with(options));
        await site.app.StartAsync();
        site.Browser.BaseAddress = new Uri(site.app.Urls.Single().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        if (site.Services.GetRequiredService<ServeOptions>().Site is { } address) site.Browser.DefaultRequestHeaders.Host = new Uri(address).Host;
        using var opened = await site.Get("/en/sign-in");
        // the last administrator cannot be shut out: there is one, so that others can
        await site.Add("administrator", role: Role.Administrator);
        return site;
    }

    /// <summary>Somebody of the whole university.</summary>
    public async Task<Account> Add(string name, string? password = Password, Role role = Role.Viewer)
    {
        await using var scope = Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<AccountDesk>().AddAsync(name, name, [new(role, null)]);
        if (password is not null) await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().AddPasswordAsync(added.Value!, password);
        return added.Value!;
    }

    /// <summary>An account as it is now, with what a test does to it.</summary>
    public async Task<T> With<T>(string name, Func<IServiceProvider, Account, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(name);
        return await act(scope.ServiceProvider, account!);
    }

    public Task Disable(string name) => With(name, (services, account) => services.GetRequiredService<AccountDesk>().DisableAsync(account, true));

    public async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form as the page at an address would, with its token.</summary>
    public async Task<HttpResponseMessage> Send(string page, string to, (string Name, string Value)[] fields, params (string Name, string Value)[] headers)
    {
        using var shown = await Get(page, headers);
        var token = Token().Match(await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]),
        };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SignIn(string name, string password = Password, params (string Name, string Value)[] headers) =>
        Send("/en/sign-in", "/en/sign-in", [("_handler", "sign-in"), ("user", name), ("password", password)], headers);

    /// <summary>Whether the browser is let in.</summary>
    public async Task<bool> IsIn()
    {
        using var home = await Get("/en/");
        return home.StatusCode == HttpStatusCode.OK;
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        if (app is not null) await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

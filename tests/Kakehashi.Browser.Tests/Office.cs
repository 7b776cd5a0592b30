using System.Globalization;
using Kakehashi.Access.People;
using Kakehashi.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Kakehashi.Browser.Tests.Office))]

namespace Kakehashi.Browser.Tests;

/// <summary>The real program on a port and a folder of its own, with a few records; it starts when a test first asks for it.</summary>
public sealed class Office : IAsyncDisposable
{
    private const string Units = """
        unit_code,name_ja,name_en,kind
        B01,工学研究科,Graduate School of Engineering,graduate_school
        B02,医学系研究科,Graduate School of Medicine,graduate_school
        B03,文学部,Faculty of Arts and Letters,faculty
        B04,金属材料研究所,Institute for Materials Research,institute
        B05,改称の多いセンター,Centre that is renamed,centre
        """;

    private readonly string data = Directory.CreateTempSubdirectory("kakehashi-office-").FullName;
    private readonly SemaphoreSlim starting = new(1);
    private WebApplication? app;
    private string? session;

    /// <summary>A file of this content for an upload.</summary>
    public static FilePayload File(string name, string content) => new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(content) };

    /// <summary>The address of a page, where the records are there and the tab has signed in.</summary>
    public async Task<string> Address(Tab tab, string path)
    {
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            app ??= await Start();
            await tab.Bring(app.Urls.Single(), session!);
            return app.Urls.Single() + path;
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Somebody new who administers and signs in with a password, as soon as a page has been asked for.</summary>
    public async Task AddPerson(string name, string password)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<AccountDesk>().AddAsync(name, name, [new(Role.Administrator, null)]);
        await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().AddPasswordAsync(added.Value!, password);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        starting.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private async Task<WebApplication> Start()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var file = Path.Combine(data, "units.csv");
        await System.IO.File.WriteAllTextAsync(file, Units);
        using (var workspace = await Platform.Workspace.OpenAsync(data, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types))
            await workspace.ImportAsync(workspace.Profiles.Find("org-units")!, [new(file, "units.csv")], new() { Commit = true }, Kernel.Actor.Program, null, CancellationToken.None);
        var started = Host.Build(new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = data, Environment = "Production", StyleGuide = true });
        await started.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(started.Urls.Single()) };
        // the page waits until records and accounts are open
        await client.GetStringAsync(new Uri("/en/sign-in", UriKind.Relative));
        session = await TestServers.Door.Cookie(started.Services);
        return started;
    }
}

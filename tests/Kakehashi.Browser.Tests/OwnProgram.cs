using System.Globalization;
using Kakehashi.Access.People;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Web;
using Microsoft.AspNetCore.Builder;

namespace Kakehashi.Browser.Tests;

/// <summary>The program on a folder of its own, with some records; it starts when a page of it is first asked for.</summary>
public abstract class OwnProgram : IAsyncDisposable
{
    private WebApplication? app;
    private string? session;

    /// <summary>The folder of the records.</summary>
    protected string Data { get; } = Directory.CreateTempSubdirectory("kakehashi-browser-").FullName;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null) await app.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    internal async Task<string> Address(Tab tab, string path)
    {
        app ??= await Start();
        await tab.Bring(app.Urls.Single(), session!);
        return app.Urls.Single() + path;
    }

    /// <summary>The address for somebody else, with these roles.</summary>
    internal async Task<string> AddressOf(Tab tab, string path, params NewGrant[] grants)
    {
        app ??= await Start();
        await tab.Bring(app.Urls.Single(), await TestServers.Door.Cookie(app.Services, grants));
        return app.Urls.Single() + path;
    }

    /// <summary>What whoever opens its pages may do.</summary>
    protected virtual NewGrant[] Grants { get; } = [];

    /// <summary>Writes the records; the program has not started yet.</summary>
    protected abstract void Enter(Workspace workspace, ChangeSession change);

    protected static long Create(Workspace workspace, ChangeSession change, string code, params IEnumerable<(string Field, object? Value)> values)
    {
        var type = workspace.Types.WithCode(code)!;
        var record = type.New();
        foreach (var (field, value) in values) type.Field(field)!.Write(record, value);
        change.Create(type, record);
        return record.Number;
    }

    private async Task<WebApplication> Start()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        using (var workspace = await Workspace.OpenAsync(Data, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types))
        {
            using var change = workspace.Begin(ChangeOrigin.Form(Actor.Local));
            Enter(workspace, change);
            change.Commit();
        }

        var started = Host.Build(new ServeOptions { Urls = ["http://127.0.0.1:0"], Data = Data, Environment = "Production" });
        await started.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(started.Urls.Single()) };
        await client.GetStringAsync(new Uri("/en/sign-in", UriKind.Relative));
        session = await TestServers.Door.Cookie(started.Services, Grants);
        return started;
    }
}

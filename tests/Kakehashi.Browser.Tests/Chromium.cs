using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

/// <summary>One browser for the whole process (an assembly fixture); it starts when a test first opens a tab.</summary>
public sealed class Chromium : IAsyncDisposable
{
    // A container has no user namespaces for the sandbox and no GPU; the rest keeps the browser from calling home.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The system's browser; null where there is none.</summary>
    public static string? Program { get; } = Find();

    /// <summary>Opens a tab with its own cookies in the language given; skips the test where there is no browser.</summary>
    public async Task<Tab> Open(string locale = "ja-JP", bool script = true, int width = 1280, int height = 900)
    {
        Assert.SkipWhen(Program is null, "Chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk)");
        var running = await Start();
        var context = await running.NewContextAsync(new()
        {
            Locale = locale,
            TimezoneId = "Asia/Tokyo",
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = height },
        });
        return new(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task<IBrowser> Start()
    {
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Headless = true, Args = Flags });
        }
        finally
        {
            starting.Release();
        }
    }

    private static string? Find()
    {
        string?[] places =
        [
            Environment.GetEnvironmentVariable("KAKEHASHI_CHROMIUM"),
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        ];
        return Array.Find(places, File.Exists);
    }
}

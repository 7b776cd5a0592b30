using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kakehashi.TestServers;

/// <summary>A real OpenID Connect provider (npm oidc-provider) for one test class: ends with its standard input, however the tests end.</summary>
public sealed class OidcProvider : IDisposable
{
    public const string ClientId = "kakehashi";
    public const string ClientSecret = "not-a-secret-for-loopback-only";

    private const int Attempts = 3;
    private static readonly string Folder = Repository.PathOf("tests", "Kakehashi.TestServers", "oidc");
    private readonly Process process;

    private OidcProvider(Process process, int port)
    {
        this.process = process;
        Issuer = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    public Uri Issuer { get; }

    /// <summary>Why there can be no provider here; null when there can.</summary>
    public static string? Missing { get; } = Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider"))
        ? null
        : "oidc-provider is not installed (npm ci in tests/Kakehashi.TestServers/oidc; ./test does it)";

    /// <summary>Starts one; skips the running test where there can be none.</summary>
    public static async Task<OidcProvider> Start()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // another process may take the free port before the provider does: then another port
            var port = FreePort();
            var process = Run(port);
            _ = process.StandardError.ReadToEndAsync();
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line == "ready") return new(process, port);
            }

            process.Dispose();
        }

        throw new InvalidOperationException("The provider did not start");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(TimeSpan.FromSeconds(10));
        process.Dispose();
    }

    private static Process Run(int port)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.ArgumentList.Add("provider.mjs");
        start.ArgumentList.Add(port.ToString(CultureInfo.InvariantCulture));
        return Process.Start(start) ?? throw new InvalidOperationException("node did not start");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kakehashi.TestServers;

/// <summary>A server of npm for one test class: ends with its standard input, however the tests end.</summary>
public sealed class NodeServer : IDisposable
{
    private const int Attempts = 3;
    private static readonly string Folder = Repository.PathOf("tests", "Kakehashi.TestServers", "node");
    private readonly Process process;

    private NodeServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>What it says after it is ready.</summary>
    public StreamReader Output => process.StandardOutput;

    /// <summary>Why there can be no such server here; null when there can.</summary>
    public static string? Missing(string package) => Directory.Exists(Path.Combine(Folder, "node_modules", package))
        ? null
        : $"{package} is not installed (npm ci in tests/Kakehashi.TestServers/node; ./test does it)";

    /// <summary>Starts one; skips the running test where there can be none.</summary>
    public static async Task<NodeServer> Start(string package, string script, params string[] arguments)
    {
        Assert.SkipWhen(Missing(package) is not null, Missing(package) ?? "");
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // another process may take the free port before the server does: then another port
            var port = FreePort();
            var process = Run(script, port, arguments);
            _ = process.StandardError.ReadToEndAsync();
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line == "ready") return new(process, port);
            }

            process.Dispose();
        }

        throw new InvalidOperationException($"{script} did not start");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(TimeSpan.FromSeconds(10));
        process.Dispose();
    }

    private static Process Run(string script, int port, string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var argument in (string[])[script, port.ToString(CultureInfo.InvariantCulture), .. arguments]) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("node did not start");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

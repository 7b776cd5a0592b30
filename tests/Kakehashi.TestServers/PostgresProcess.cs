using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kakehashi.TestServers;

/// <summary>The shell that holds the server (postgres.sh). Closing its standard input ends both.</summary>
internal sealed class PostgresProcess : IAsyncDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private readonly Process shell;

    private PostgresProcess(Process shell, int port)
    {
        this.shell = shell;
        Port = port;
    }

    public int Port { get; }

    public static async Task<PostgresProcess> Start(string binaries)
    {
        var said = "";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Another process may take the free port before the server does: then another port.
            var port = FreePort();
            var shell = Run(binaries, port);
            var line = await shell.StandardOutput.ReadLineAsync();
            if (line == "ready")
                return new(shell, port);
            said = line + "\n" + await shell.StandardOutput.ReadToEndAsync();
            shell.Dispose();
        }
        throw new InvalidOperationException("PostgreSQL did not start:\n" + said);
    }

    /// <summary>Waits for the shell to clear away, but not for ever: on a slow disk it goes on by itself, and that says nothing of the tests.</summary>
    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        using var limit = new CancellationTokenSource(StopLimit);
        await shell.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        shell.Dispose();
    }

    /// <summary>In a session of its own, so that a signal to the group of the tests leaves it time to clean up.</summary>
    private static Process Run(string binaries, int port)
    {
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "sh", "-c", Script(), "postgres.sh", binaries, port.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The shell did not start");
    }

    private static string Script()
    {
        using var stream = typeof(PostgresProcess).Assembly.GetManifestResourceStream("postgres.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

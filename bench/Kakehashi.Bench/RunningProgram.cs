using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kakehashi.Bench;

/// <summary>The product in a process of its own, with the demonstration university, and somebody who asks it for pages.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private RunningProgram(Process process, HttpClient client) => (Process, Client) = (process, client);

    internal Process Process { get; }

    internal HttpClient Client { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    internal static async Task<RunningProgram> StartAsync(string data)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "kakehashi"), ["serve", "--demo", "--data", data, "--urls", address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var program = new RunningProgram(process, new() { BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(5) });
        await program.AnsweredAsync("/healthz");
        return program;
    }

    /// <summary>Waits until a page is there.</summary>
    internal async Task AnsweredAsync(string path)
    {
        for (var i = 0; i < 600; i++)
        {
            try
            {
                if ((await Client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // it is not listening yet
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{path} never answered");
    }

    /// <summary>One of the people of the demonstration, as a person does it on the page.</summary>
    internal async Task BecomeAsync(string persona)
    {
        const string field = "name=\"__RequestVerificationToken\" value=\"";
        var page = await Client.GetStringAsync(new Uri("/en/sign-in", UriKind.Relative));
        var at = page.IndexOf(field, StringComparison.Ordinal) + field.Length;
        using var form = new FormUrlEncodedContent([new("persona", persona), new("__RequestVerificationToken", page[at..page.IndexOf('"', at)])]);
        using var answer = await Client.PostAsync(new Uri("/en/sign-in/as", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Process.Kill(entireProcessTree: true);
        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

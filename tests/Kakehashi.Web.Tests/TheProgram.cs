using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Kakehashi.Web.Tests.Commands;

/// <summary>What the program said and how it ended.</summary>
public sealed record Ended(int Code, string Output, string Errors)
{
    public JsonElement Json => JsonElement.Parse(Output);
}

/// <summary>The program in a process of its own, as a person or a script starts it.</summary>
public static class TheProgram
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "kakehashi.exe" : "kakehashi");

    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(File, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "en_US.UTF-8";
        start.Environment.Remove("KAKEHASHI_POSTGRES");
        return Process.Start(start)!;
    }

    public static async Task<Ended> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }
}

/// <summary>A folder of the test's own.</summary>
public sealed class AFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kakehashi-commands-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

using System.Diagnostics;
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
    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "kakehashi.dll");

    public static Process Start(params string[] arguments)
    {
        // the program that runs this test knows where dotnet is
        var muxer = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } root ? Path.Combine(root, "dotnet") : "dotnet");
        var start = new ProcessStartInfo(muxer, ["exec", Dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
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

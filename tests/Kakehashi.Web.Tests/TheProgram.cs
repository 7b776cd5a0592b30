using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Kakehashi.Web.Tests;

/// <summary>What the program said and how it ended.</summary>
public sealed record Ended(int Code, string Output, string Errors)
{
    /// <summary>Standard output as the one JSON object that it must be.</summary>
    public JsonElement Json => JsonElement.Parse(Output);

    public int Number(string name) => Json.GetProperty(name).GetInt32();

    /// <summary>The codes of the errors.</summary>
    public IEnumerable<string?> Codes => Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString());
}

/// <summary>The program in a process of its own, as a person or a script starts it.</summary>
public static class TheProgram
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "kakehashi.exe" : "kakehashi");

    public static Process Start(params string[] arguments) => StartOn(null, arguments);

    /// <summary>On a database of PostgreSQL, where one is named.</summary>
    public static Process StartOn(string? postgres, params string[] arguments)
    {
        var start = new ProcessStartInfo(File, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "en_US.UTF-8";
        start.Environment["KAKEHASHI_POSTGRES"] = postgres;
        return Process.Start(start)!;
    }

    public static Task<Ended> Run(params string[] arguments) => End(Start(arguments));

    /// <summary>On a database of PostgreSQL, where one is named.</summary>
    public static Task<Ended> RunOn(string? postgres, params string[] arguments) => End(StartOn(postgres, arguments));

    /// <summary>Waits until it ends by itself.</summary>
    public static async Task<Ended> End(Process process)
    {
        using (process)
        {
            var cancel = TestContext.Current.CancellationToken;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, await output, await errors);
        }
    }
}

/// <summary>A folder of the test's own.</summary>
public sealed class AFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kakehashi-commands-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

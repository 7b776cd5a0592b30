using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kakehashi.Platform;
using Kakehashi.TestServers;

namespace Kakehashi.Web.Tests.Importing;

/// <summary>What a finished process said.</summary>
internal sealed record Answer(int Code, string Output, string Errors)
{
    /// <summary>Standard output as the one JSON object that it must be.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    public int Number(string name) => Json.GetProperty(name).GetInt32();

    /// <summary>The codes of the errors.</summary>
    public IEnumerable<string?> Codes => Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString());
}

/// <summary>The built program, started as a process on a folder of its own.</summary>
internal sealed class TheProgram : IDisposable
{
    private const int RowBytes = 100;

    public string Folder { get; } = Directory.CreateTempSubdirectory("kakehashi-program").FullName;

    public string Data { get; set; }

    public TheProgram() => Data = Path.Combine(Folder, "data");

    public async Task<Answer> Run(params string[] arguments) => await Answered(Start(arguments));

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "kakehashi.exe" : "kakehashi"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])[.. arguments, "--data", Data]) start.ArgumentList.Add(argument);
        start.Environment.Remove("KAKEHASHI_POSTGRES");
        return Process.Start(start)!;
    }

    public static async Task<Answer> Answered(Process process)
    {
        using (process)
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
            await process.WaitForExitAsync(Cancel);
            return new(process.ExitCode, await output, await errors);
        }
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A template of stays, with as many rows as asked for.</summary>
    public string Stays(string name, int rows)
    {
        var text = new StringBuilder("reference,direction,kind,sex,level,programme,home_country,host_country,partner_name,started_on,ended_on\n", rows * RowBytes);
        for (var i = 0; i < rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"{name}-{i},out,student,female,master,Erasmus,JP,FR,Université {i % 997},2024-09-{i % 28 + 1:00},2025-02-01\n");
        return Write(name + ".csv", text.ToString());
    }

    public Task<Workspace> Open() => Workspace.OpenAsync(Data, Repository.PathOf("catalogue"), Composition.Types, cancel: Cancel);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

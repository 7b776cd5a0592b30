using System.Diagnostics;
using System.Text.Json;

namespace Kakehashi.TestServers;

/// <summary>
/// Holds files against the standards that they claim (npm: ajv, n3, jsonld, rdf-validate-shacl), see <c>node/validate.mjs</c>. The standards' own
/// schemas are no part of the repository: tests that need one are skipped where the folder that the environment names has it not.
/// </summary>
public sealed class Standards : IDisposable
{
    private const string Variable = "KAKEHASHI_STANDARDS";
    private static readonly string Folder = Repository.PathOf("tests", "Kakehashi.TestServers", "node");
    private readonly Process process;
    private readonly SemaphoreSlim asking = new(1);

    private Standards(Process process) => this.process = process;

    /// <summary>Starts the checks; skips the running test where they are not installed.</summary>
    public static Standards Start()
    {
        var missing = NodeServer.Missing("rdf-validate-shacl") ?? NodeServer.Missing("ajv");
        Assert.SkipWhen(missing is not null, missing ?? "");
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Folder };
        start.ArgumentList.Add("validate.mjs");
        return new(Process.Start(start) ?? throw new InvalidOperationException("node did not start"));
    }

    /// <summary>The path of a schema; skips the running test where it is absent.</summary>
    public static string PathOf(string name)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"The schemas of the standards are absent: put them into a folder and name it in {Variable} (eng/README.md)");
        var path = Path.GetFullPath(Path.Combine(folder!, name));
        Assert.SkipUnless(File.Exists(path), $"{name} is not in {folder}");
        return path;
    }

    /// <summary>What is wrong with a JSON file by its schema.</summary>
    public Task<IReadOnlyList<string>> JsonAsync(string schema, string file) => AskAsync(new { kind = "json", schema, file });

    /// <summary>What is wrong with a graph by its shapes.</summary>
    public Task<IReadOnlyList<string>> ShapesAsync(string shapes, string file) => AskAsync(new { kind = "shacl", shapes, file });

    /// <summary>In what two writings of a graph differ.</summary>
    public Task<IReadOnlyList<string>> SameGraphAsync(string turtle, string jsonld) => AskAsync(new { kind = "same", turtle, jsonld });

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit(TimeSpan.FromSeconds(10));
        process.Dispose();
        asking.Dispose();
    }

    private async Task<IReadOnlyList<string>> AskAsync(object task)
    {
        await asking.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(task));
            await process.StandardInput.FlushAsync();
            var answer = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) ?? throw new InvalidOperationException("the checks have ended");
            return JsonSerializer.Deserialize<IReadOnlyList<string>>(answer)!;
        }
        finally
        {
            asking.Release();
        }
    }
}

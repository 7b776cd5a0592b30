using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Import;
using Kakehashi.Records;
using Kakehashi.TestServers;
using Kakehashi.Web;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Store.Tests.Importing;

/// <summary>An empty university to import into, with a folder for files.</summary>
public sealed class ImportWorld : IAsyncDisposable
{
    private readonly string folder;

    private readonly bool keeps;

    private ImportWorld(string folder, Workspace workspace, bool keeps) => (this.folder, Workspace, this.keeps) = (folder, workspace, keeps);

    public Workspace Workspace { get; }

    /// <param name="postgres">Where the records are not kept in the folder.</param>
    /// <param name="folder">The folder; null for a new one.</param>
    /// <param name="keeps">The folder stays in the end.</param>
    public static async Task<ImportWorld> Open(string? postgres = null, string? folder = null, bool keeps = false)
    {
        if (folder is null)
        {
            folder = Directory.CreateTempSubdirectory("kakehashi-import").FullName;
            Directory.Move(Empty.Folder("kakehashi-empty"), Path.Combine(folder, "data"));
        }

        return new(folder, await Workspace.OpenAsync(Path.Combine(folder, "data"), Repository.PathOf("catalogue"), Composition.Types, postgres, cancel: Cancel), keeps);
    }

    /// <summary>A second program on the same records.</summary>
    public Task<ImportWorld> Another(string? postgres = null) => Open(postgres, folder);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Only looks at a file.</summary>
    public Task<ImportReport> Look(string profile, params string[] paths) => Run(profile, new(), paths);

    public Task<ImportReport> Import(string profile, params string[] paths) => Run(profile, new() { Commit = true }, paths);

    public async Task<ImportReport> Run(string profile, ImportOptions options, params string[] paths) =>
        await Workspace.ImportAsync(Workspace.Profiles.Find(profile)!, [.. paths.Select(path => new ImportFile(path, Path.GetFileName(path)))], options, new("tester"), null, Cancel);

    /// <summary>Imports a template that is written down in the test, and asks that all of it was taken.</summary>
    public async Task<ImportReport> Template(string profile, string text)
    {
        var report = await Import(profile, Write($"{profile}.csv", text));
        Assert.Null(report.Refusal);
        Assert.Empty(report.Errors.Select(problem => $"{problem.Row} {problem.Problem.Column} {problem.Problem.Code}: {problem.Problem.Message.En}"));
        Assert.True(report.IsCommitted);
        return report;
    }

    public async Task<List<T>> All<T>()
        where T : Record<T>
    {
        await using var context = Workspace.Database.Read();
        return await context.Set<T>().ToListAsync(Cancel);
    }

    /// <summary>Everything that could have been written: records' changes, change sets, batches.</summary>
    public async Task<(int Changes, int Sets, int Batches)> Written()
    {
        await using var context = Workspace.Database.Read();
        return (await context.Changes.CountAsync(Cancel), await context.ChangeSets.CountAsync(Cancel), await context.ImportBatches.CountAsync(Cancel));
    }

    public async Task<IReadOnlyList<Refusal>> Faults() => (await Workspace.Database.VerifyAsync(null, Cancel)).Faults;

    public ValueTask DisposeAsync()
    {
        Workspace.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!keeps && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return default;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

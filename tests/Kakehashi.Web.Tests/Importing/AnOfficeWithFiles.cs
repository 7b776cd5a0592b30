using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kakehashi.Platform;
using Kakehashi.TestServers;

namespace Kakehashi.Web.Tests.Importing;

/// <summary>Files to be imported, and an empty folder of data that every command is about.</summary>
internal sealed class AnOfficeWithFiles : IDisposable
{
    private const int RowBytes = 100;

    public string Folder { get; } = Directory.CreateTempSubdirectory("kakehashi-program").FullName;

    public string Data { get; set; }

    public AnOfficeWithFiles() => Data = Path.Combine(Folder, "data");

    public Task<Ended> Run(params string[] arguments) => TheProgram.End(Start(arguments));

    public Process Start(params string[] arguments) => TheProgram.Start([.. arguments, "--data", Data]);

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

    public Task<Workspace> Open() => Workspace.OpenAsync(Data, Repository.PathOf("catalogue"), Composition.Types, cancel: TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

using System.IO.Compression;
using System.Text;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

/// <summary>A backup of the demonstration university with an uploaded file, made once.</summary>
public sealed class ABackup(AUniversity university) : IAsyncLifetime
{
    private readonly AFolder folder = new();

    public string File => folder["backup.zip"];

    public async ValueTask InitializeAsync()
    {
        var imports = Directory.CreateDirectory(Path.Combine(university.Data, "imports", "1")).FullName;
        await System.IO.File.WriteAllTextAsync(Path.Combine(imports, "名簿.csv"), "a,b\r\n", TestContext.Current.CancellationToken);
        var written = await new Backup(university.Workspace).WriteAsync(File, null, TestContext.Current.CancellationToken);
        Assert.Null(written.Refusal);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

[Trait("Needs", "program")]
public sealed class RestoringABackup(ABackup backup) : IClassFixture<ABackup>, IDisposable
{
    private readonly AFolder folder = new();

    private string Data => folder["data"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Brings_back_all_that_was_there_and_it_verifies()
    {
        Assert.Null((await Restore(backup.File)).Refusal);
        Assert.Equal("a,b\r\n", await File.ReadAllTextAsync(Path.Combine(Data, "imports", "1", "名簿.csv"), Cancel));
        Assert.Contains("みちのく総合大学", await File.ReadAllTextAsync(Path.Combine(Data, "university.yaml"), Cancel));
        var verified = await TheProgram.Run("verify", "--data", Data, "--json");
        Assert.True(verified.Code == 0, verified.Output + verified.Errors);
        Assert.Equal(220, verified.Json.GetProperty("records").GetProperty("organisations").GetInt32());
    }

    [Theory]
    [InlineData(0.999)]
    [InlineData(0.5)]
    [InlineData(0)]
    public async Task Refuses_a_file_that_was_cut_off_and_leaves_nothing_behind(double share)
    {
        var bytes = await File.ReadAllBytesAsync(backup.File, Cancel);
        await File.WriteAllBytesAsync(folder["cut.zip"], bytes[..(int)(bytes.Length * share)], Cancel);
        Assert.Equal("restore.damaged", (await Restore(folder["cut.zip"])).Refusal?.Code);
        Assert.Equal(["cut.zip"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Refuses_a_file_in_which_one_byte_was_altered()
    {
        var bytes = await File.ReadAllBytesAsync(backup.File, Cancel);
        bytes[bytes.Length / 2] ^= 0x40;
        await File.WriteAllBytesAsync(folder["altered.zip"], bytes, Cancel);
        Assert.Equal("restore.damaged", (await Restore(folder["altered.zip"])).Refusal?.Code);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Refuses_an_entry_that_was_exchanged_though_the_archive_itself_is_sound()
    {
        File.Copy(backup.File, folder["exchanged.zip"]);
        using (var archive = ZipFile.Open(folder["exchanged.zip"], ZipArchiveMode.Update))
        {
            archive.GetEntry("university.yaml")!.Delete();
            Put(archive, "university.yaml", "name: {ja: 別の大学, en: Another}");
        }

        Assert.Equal("restore.damaged", (await Restore(folder["exchanged.zip"])).Refusal?.Code);
    }

    [Theory]
    [InlineData("other.txt", "hello")]
    [InlineData("manifest.json", """{"format":"something-else","version":1,"at":"2026-01-01T00:00:00Z","entries":[]}""")]
    [InlineData("manifest.json", """{"format":"kakehashi-backup","version":1,"at":"2026-01-01T00:00:00Z","entries":[{"name":"../evil","size":1,"sha256":""}]}""")]
    [InlineData("manifest.json", """{"format":"kakehashi-backup","version":1,"at":"2026-01-01T00:00:00Z","entries":[]}""")]
    public async Task Refuses_a_file_of_another_program(string name, string content)
    {
        using (var archive = ZipFile.Open(folder["foreign.zip"], ZipArchiveMode.Create)) Put(archive, name, content);
        Assert.Equal("restore.foreign", (await Restore(folder["foreign.zip"])).Refusal?.Code);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Replaces_a_folder_only_when_asked_to_and_keeps_it()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "precious.txt"), "mine", Cancel);
        Assert.Equal("restore.not-empty", (await Restore(backup.File)).Refusal?.Code);
        Assert.True(File.Exists(Path.Combine(Data, "precious.txt")));

        var replaced = await Restore(backup.File, replace: true);
        Assert.True(File.Exists(Path.Combine(replaced.Value!.Kept!, "precious.txt")));
        Assert.True(File.Exists(Path.Combine(Data, "kakehashi.db")));
    }

    [Fact]
    public async Task Does_not_pull_a_folder_away_from_under_a_program_that_uses_it()
    {
        Assert.Null((await Restore(backup.File)).Refusal);
        using var running = await AUniversity.Open(Data);
        Assert.Equal("restore.in-use", (await Restore(backup.File, replace: true)).Refusal?.Code);
    }

    /// <summary>Killed at several moments, from the start of unpacking to the end: the folder is the old one or the new one, whole.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Killed_in_the_middle_leaves_the_folder_as_it_was(int megabytes)
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "precious.txt"), "mine", Cancel);
        using (var process = TheProgram.Start("restore", backup.File, "--data", Data, "--replace"))
        {
            while (!process.HasExited && Unpacked() < megabytes << 20) await Task.Delay(1, Cancel);
            process.Kill();
            await process.WaitForExitAsync(Cancel);
            Assert.NotEqual(0, process.ExitCode);
        }

        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(Data, "precious.txt"), Cancel));
        Assert.Single(Directory.EnumerateFileSystemEntries(Data));
        Assert.Null((await Restore(backup.File, replace: true)).Refusal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private long Unpacked() => Directory.EnumerateDirectories(folder.Path, "data.restoring-*")
        .Select(beside => new FileInfo(Path.Combine(beside, "kakehashi.db"))).Where(file => file.Exists).Sum(file => file.Length);

    private Task<Kernel.Result<Restored>> Restore(string file, bool replace = false) => BackupRestore.RunAsync(file, Data, replace, TimeProvider.System, null, Cancel);

    private static void Put(ZipArchive archive, string name, string content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}

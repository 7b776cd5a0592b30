using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform.Store;
using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class BackingUpWhileOthersWrite(AUniversity university) : IDisposable
{
    private readonly AFolder folder = new();

    [Fact]
    public async Task Gives_the_state_of_one_moment_and_stops_nobody()
    {
        var cancel = TestContext.Current.CancellationToken;
        university.CopyTo(folder["data"]);
        using var workspace = await AUniversity.Open(folder["data"]);
        var type = workspace.Types[typeof(Organisation)];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var written = 0;
        var writing = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var session = workspace.Begin(ChangeOrigin.Form(Actor.Local));
                for (var i = 0; i < 20; i++) Create(session, type);
                session.Commit();
                written++;
            }
        }, cancel);

        while (written < 3) await Task.Delay(5, cancel);
        var before = written;
        var saved = await TheProgram.Run("backup", folder["backup.zip"], "--data", folder["data"]);
        var meanwhile = written - before;
        await stop.CancelAsync();
        await writing;

        Assert.True(saved.Code == 0, saved.Errors);
        Assert.True(meanwhile > 0, "the writer stood still while the backup was made");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["backup.zip"]));
        Assert.Equal(0, (await TheProgram.Run("restore", folder["backup.zip"], "--data", folder["restored"])).Code);
        var verified = await TheProgram.Run("verify", "--data", folder["restored"], "--json");
        Assert.True(verified.Code == 0, verified.Output + verified.Errors);
        // whole change sets, each with all of its records
        Assert.Equal(0, (verified.Json.GetProperty("records").GetProperty("organisations").GetInt32() - 220) % 20);
    }

    [Fact]
    public async Task Does_not_write_over_a_file_that_is_there()
    {
        await File.WriteAllTextAsync(folder["mine.zip"], "mine", TestContext.Current.CancellationToken);
        var written = await new Backup(university.Workspace).WriteAsync(folder["mine.zip"], null, TestContext.Current.CancellationToken);
        Assert.Equal("backup.exists", written.Refusal?.Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(folder["mine.zip"], TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static void Create(ChangeSession session, Kakehashi.Records.RecordType type)
    {
        var record = type.New();
        foreach (var (field, value) in new (string, object)[] { ("name", new Bilingual("新しい機関", "A new one")), ("kind", "education"), ("status", "active") })
            type.Field(field)!.Write(record, value);
        session.Create(type, record);
    }
}

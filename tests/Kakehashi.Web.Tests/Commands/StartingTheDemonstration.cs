namespace Kakehashi.Web.Tests.Commands;

public sealed class StartingTheDemonstration : IDisposable
{
    private readonly AFolder folder = new();

    [Fact]
    public async Task Fills_an_empty_folder_once()
    {
        var filled = await TheProgram.Run("demo", "--data", folder["data"], "--json");
        Assert.True(filled.Code == 0, filled.Output + filled.Errors);
        Assert.InRange(filled.Json.GetProperty("records").GetInt32(), 30_000, 60_000);
        var again = await TheProgram.Run("demo", "--data", folder["data"]);
        Assert.Equal(2, again.Code);
        Assert.StartsWith("demo.not-empty", again.Errors);
    }

    [Fact]
    public async Task Killed_in_the_middle_leaves_an_empty_database_that_can_be_filled()
    {
        using (var process = TheProgram.Start("demo", "--data", folder["data"]))
        {
            // the log of the database grows while records are written
            while (!process.HasExited && !(File.Exists(folder["data"] + "/kakehashi.db-wal") && new FileInfo(folder["data"] + "/kakehashi.db-wal").Length > 1 << 20))
                await Task.Delay(1, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, (await TheProgram.Run("demo", "--data", folder["data"])).Code);
        Assert.Equal(0, (await TheProgram.Run("verify", "--data", folder["data"])).Code);
    }

    public void Dispose() => folder.Dispose();
}

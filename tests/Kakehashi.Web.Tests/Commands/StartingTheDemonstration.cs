using Kakehashi.TestServers;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class StartingTheDemonstration : IDisposable
{
    private readonly AFolder folder = new();

    [Fact]
    public async Task Fills_an_empty_folder_once()
    {
        var filled = await TheProgram.Run("demo", "--data", folder["data"], "--json");
        Assert.True(filled.Code == 0, filled.Output + filled.Errors);
        Assert.InRange(filled.Json.GetProperty("records").GetInt32(), 60_000, 72_000);
        var again = await TheProgram.Run("demo", "--data", folder["data"]);
        Assert.Equal(2, again.Code);
        Assert.StartsWith("demo.not-empty", again.Errors);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public async Task Refuses_a_scale_that_makes_no_sense(string scale)
    {
        var refused = await TheProgram.Run("demo", "--scale", scale, "--data", folder["data"]);
        Assert.NotEqual(0, refused.Code);
        Assert.Contains("--scale", refused.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
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

    [Fact]
    public async Task With_the_server_fills_an_empty_folder_before_the_first_page_and_never_again()
    {
        var cancel = TestContext.Current.CancellationToken;
        for (var start = 0; start < 2; start++)
        {
            using var process = TheProgram.Start("serve", "--demo", "--data", folder["data"], "--urls", "http://127.0.0.1:0");
            try
            {
                var line = "";
                while (!line.Contains("http://", StringComparison.Ordinal)) line = await process.StandardOutput.ReadLineAsync(cancel) ?? throw new InvalidOperationException("the server ended");
                using var client = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim()) };
                Assert.Equal("ok", await client.GetStringAsync("/healthz", cancel));
                await Door.Become(client, "researcher", cancel);
                Assert.Contains("みちのく総合大学", await client.GetStringAsync("/ja/org-units", cancel));
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync(cancel);
            }
        }

        Assert.Contains("389", (await TheProgram.Run("records", "--data", folder["data"])).Output);
    }

    public void Dispose() => folder.Dispose();
}

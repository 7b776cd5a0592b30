using Microsoft.Data.Sqlite;

namespace Kakehashi.Web.Tests.Commands;

/// <summary>A program may be killed at any moment; the next start needs no word from anybody.</summary>
[Trait("Needs", "program")]
public sealed class StartingAfterAKill : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly AFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Works_though_the_mark_of_a_migration_was_left()
    {
        await Make();
        using (var connection = new SqliteConnection($"Data Source={folder["data"]}/kakehashi.db;Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsLock(Id, Timestamp) VALUES (1, '2026-01-01 00:00:00+00:00')";
            command.ExecuteNonQuery();
        }

        Assert.Equal(0, (await TheProgram.Run("verify", "--data", folder["data"]).WaitAsync(Patience, Cancel)).Code);
    }

    [Fact]
    public async Task Works_whenever_it_was()
    {
        for (var moment = 50; moment < 900; moment += 50)
        {
            using var process = TheProgram.Start("template", "agreements", "--to", folder["a.csv"], "--data", folder["data"]);
            await Task.Delay(moment, Cancel);
            process.Kill();
            await process.WaitForExitAsync(Cancel);
        }

        await Make().WaitAsync(Patience, Cancel);
        Assert.Equal(0, (await TheProgram.Run("verify", "--data", folder["data"]).WaitAsync(Patience, Cancel)).Code);
    }

    [Fact]
    public async Task Is_possible_for_several_programs_at_once_in_a_new_folder()
    {
        var ended = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => TheProgram.Run("template", "agreements", "--to", folder[$"{i}.csv"], "--data", folder["data"]))).WaitAsync(Patience, Cancel);
        Assert.All(ended, one => Assert.True(one.Code == 0, one.Errors));
    }

    public void Dispose() => folder.Dispose();

    private async Task Make()
    {
        var ended = await TheProgram.Run("template", "agreements", "--to", folder["template.csv"], "--data", folder["data"]);
        Assert.True(ended.Code == 0, ended.Errors);
        File.Delete(folder["template.csv"]);
    }
}

using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Store;

/// <summary>
/// Programs that open one SQLite file bring its tables up to date in turn. EF Core marks that in a row of the file, which a
/// program that is killed leaves there, and every later start would wait for it for ever. So the turn is a lock of the
/// operating system, which ends with its program; whoever has it takes away the mark of one that did not end by itself.
/// </summary>
internal static class OpeningTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the turn, which lasts until the answer is disposed of.</summary>
    public static async Task<IDisposable> TakeAsync(string file, Func<DbContext> read, CancellationToken cancel)
    {
        var turn = await WaitAsync(file + "-opening", cancel);
        try
        {
            await using var context = read();
            if (File.Exists(file)) await TakeMarkAwayAsync(context, cancel);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>The file stays: were it deleted, one could lock the old and another the new one.</summary>
    private static async Task<FileStream> WaitAsync(string file, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }

    private static async Task TakeMarkAwayAsync(DbContext context, CancellationToken cancel)
    {
        var marks = await context.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (marks > 0 && await context.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM __EFMigrationsLock").SingleAsync(cancel) > 0)
            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancel);
    }
}

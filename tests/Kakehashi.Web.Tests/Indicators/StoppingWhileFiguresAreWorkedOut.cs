using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;

namespace Kakehashi.Web.Tests.Indicators;

/// <summary>The records are closed while somebody waits for a figure: nobody reads from what is closed, and whoever asked gets an answer.</summary>
public sealed class StoppingWhileFiguresAreWorkedOut : IDisposable
{
    private readonly string data = Empty.Folder("kakehashi-stopping-");

    [Fact]
    public async Task Ends_the_reading_and_closes_when_it_has_ended()
    {
        var workspace = await Open();
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = workspace.Facts.ReadAsync<long>(TimeSpan.FromMinutes(1), async (state, ended) =>
        {
            reading.SetResult();
            await goOn.Task;
            using var connection = state.Store.Connect();
            return connection.Whole("SELECT count(*) FROM range(100000000000) AS numbers(number) WHERE number % 7 = 3", [], ended);
        }, Cancel);
        await reading.Task.WaitAsync(Cancel);
        var closing = Task.Run(workspace.Dispose, Cancel);
        Assert.NotSame(closing, await Task.WhenAny(closing, Task.Delay(200, Cancel)));
        goOn.SetResult();
        Assert.Equal("facts.stopping", (await asked).Refusal?.Code);
        await closing;
    }

    [Fact]
    public async Task Answers_whoever_asks_then_or_later_in_words()
    {
        var workspace = await Open();
        var query = new FigureQuery("OU-01", [Period.Read("FY2024")!.Value]);
        var asking = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var codes = new HashSet<string?>();
            while (!codes.Contains("facts.stopping")) codes.Add((await workspace.Figures.AskAsync([query], FigureReader.Patience, Cancel)).Refusal?.Code);
            return codes;
        }, Cancel)).ToList();
        await Task.Delay(300, Cancel);
        workspace.Dispose();
        foreach (var codes in await Task.WhenAll(asking)) Assert.Subset(new HashSet<string?> { "facts.stopping", "facts.preparing", null }, codes);
        Assert.Contains("起動してから", (await workspace.Figures.PeriodsAsync([], FigureReader.Patience, Cancel)).Refusal!.Message.Ja);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<Workspace> Open() => Workspace.OpenAsync(data, Path.Combine(AppContext.BaseDirectory, "catalogue"), Composition.Types, cancel: Cancel);
}

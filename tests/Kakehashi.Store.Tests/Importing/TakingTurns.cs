using Kakehashi.Platform.Import;
using Kakehashi.Platform.Store;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests.Importing;

/// <summary>One import is written at a time; who comes second is told, and may give up.</summary>
public abstract class TakingTurns(Func<Task<string?>> postgres)
{
    private const string Units = "unit_code,name_ja,kind\nU-1,大学,university\n";

    [Fact]
    public async Task The_second_is_told_once_and_written_when_the_first_has_ended()
    {
        await using var world = await ImportWorld.Open(await postgres());
        var said = new Said();
        var first = world.Workspace.BeginAlone(ChangeOrigin.Demo);
        var second = Start(world, said, Cancel);
        await said.Waiting.WaitAsync(Cancel);
        Assert.False(second.IsCompleted);
        first.Dispose();
        var report = await second;
        Assert.True(report.IsCommitted);
        Assert.Equal((1, 0), (said.Waits, (await world.Faults()).Count));
    }

    [Fact]
    public async Task The_second_may_give_up()
    {
        await using var world = await ImportWorld.Open(await postgres());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var said = new Said();
        using (world.Workspace.BeginAlone(ChangeOrigin.Demo))
        {
            var second = Start(world, said, stop.Token);
            await said.Waiting.WaitAsync(Cancel);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        }

        Assert.Equal((0, 0, 0), await world.Written());
        Assert.True((await world.Template("org-units", Units)).IsCommitted);
    }

    [Fact]
    public async Task Nobody_is_told_where_nobody_writes_and_opening_the_data_does_not_wait()
    {
        var connection = await postgres();
        await using var world = await ImportWorld.Open(connection);
        var writing = world.Workspace.BeginAlone(ChangeOrigin.Demo);
        await using var another = await world.Another(connection).WaitAsync(TimeSpan.FromSeconds(60), Cancel);
        Assert.Equal(1, (await another.Look("org-units", another.Write("units.csv", Units))).Created);
        writing.Dispose();
        var said = new Said();
        Assert.True((await Start(world, said, Cancel)).IsCommitted);
        Assert.Equal(0, said.Waits);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<ImportReport> Start(ImportWorld world, Said said, CancellationToken cancel)
    {
        var file = world.Write("units.csv", Units);
        return Task.Run(() => world.Workspace.ImportAsync(world.Workspace.Profiles.Find("org-units")!, [new(file, "units.csv")], new() { Commit = true }, new("tester"), said, cancel), Cancel);
    }

    private sealed class Said : IProgress<ImportProgress>
    {
        private readonly TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Waits { get; private set; }

        public Task Waiting => waiting.Task;

        public void Report(ImportProgress value)
        {
            if (!value.IsWaiting) return;
            Waits++;
            waiting.TrySetResult();
        }
    }
}

public sealed class TakingTurnsInSqlite() : TakingTurns(() => Task.FromResult<string?>(null));

[Trait("Needs", "server")]
public sealed class TakingTurnsInPostgres(PostgresServer server) : TakingTurns(async () => await Empty.OnServer(server));

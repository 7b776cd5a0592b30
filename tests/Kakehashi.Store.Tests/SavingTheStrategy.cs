using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Store;
using Kakehashi.Store.Tests.Importing;
using Kakehashi.Strategy.Tree;
using Kakehashi.Strategy.Versions;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

/// <summary>The strategy is saved twice and brought back, which every store must keep.</summary>
public sealed class SavingTheStrategy(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_every_version_in_SQLite()
    {
        await using var world = await ImportWorld.Open();
        await Walk(world);
    }

    [Fact]
    [Trait("Needs", "server")]
    public async Task Keeps_every_version_in_PostgreSQL()
    {
        var connection = await Empty.OnServer(server);
        await using (var world = await ImportWorld.Open(connection)) await Walk(world);
        await server.DropDatabase(connection);
    }

    private static async Task Walk(ImportWorld world)
    {
        var workspace = world.Workspace;
        using var inForce = new StrategyInForce(workspace);
        var shipped = inForce.Reading.Tree!;
        await RefusesWhatIsNotToBeSaved(workspace, shipped);

        var first = (await workspace.SaveStrategyAsync(Retitled(shipped, "P1.1", "First"), new(0, " first "), Actor.Local, Cancel)).Value!;
        Assert.Equal((1, "first", 31), (first.Edition, first.Reason, first.Actions));
        Assert.Equal("First", inForce.Reading.Tree!.Action("P1.1")!.Title.En);
        Assert.Equal("strategy.changed-meanwhile", (await workspace.SaveStrategyAsync(Retitled(shipped, "P1.1", "Late"), new(0, "late"), Actor.Local, Cancel)).Refusal!.Code);
        Assert.True((await workspace.SaveStrategyAsync(Retitled(shipped, "P1.1", "Second"), new(1, "second"), Actor.Local, Cancel)).IsDone);

        var text = Encoding.UTF8.GetString(await workspace.TextAsync(first, Cancel));
        Assert.True((await workspace.SaveStrategyAsync(text, new(2, "back"), Actor.Local, Cancel)).IsDone);
        Assert.Equal("First", inForce.Reading.Tree!.Action("P1.1")!.Title.En);
        Assert.Equal("First", StrategyInForce.Load(workspace).Tree!.Action("P1.1")!.Title.En);
        var versions = await workspace.StrategyVersionsAsync(Cancel);
        Assert.Equal([3, 2, 1], versions.Select(one => one.Edition));
        Assert.Equal(versions[2].Sha256, versions[0].Sha256);
        Assert.Empty(await workspace.Documents.AlteredAsync(Cancel));
        Assert.Empty((await workspace.Database.VerifyAsync(null, Cancel)).Faults);
    }

    private static async Task RefusesWhatIsNotToBeSaved(Workspace workspace, StrategyTree shipped)
    {
        async Task<string> Refused(string yaml, string reason) => (await workspace.SaveStrategyAsync(yaml, new(0, reason), Actor.Local, Cancel)).Refusal!.Code;
        Assert.Equal("strategy.mistakes", await Refused("code: x", "why"));
        Assert.Equal("strategy.no-reason", await Refused(Retitled(shipped, "P1.1", "New"), " "));
        Assert.Equal("strategy.no-reason", await Refused(Retitled(shipped, "P1.1", "New"), new string('x', 1001)));
        Assert.Equal("strategy.unchanged", await Refused(StrategyWriter.Write(shipped), "why"));
        await Assert.ThrowsAsync<NotAllowedException>(() => workspace.SaveStrategyAsync(StrategyWriter.Write(shipped), new(0, "why"), new Actor("nobody", new HashSet<long>()), Cancel));
    }

    private static string Retitled(StrategyTree tree, string code, string title)
    {
        var draft = StrategyDraft.Of(tree, 0);
        var action = draft.Groups.SelectMany(group => group.Actions).First(one => one.Code == code);
        action.Title = new(title, title);
        return StrategyWriter.Write(draft).Yaml;
    }
}

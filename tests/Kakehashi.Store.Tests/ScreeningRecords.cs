using System.Globalization;
using Kakehashi.ExportControl.Cases;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Store.Tests.Importing;
using Kakehashi.TestServers;
using Kakehashi.Web;

namespace Kakehashi.Store.Tests;

/// <summary>An import of partners is screened block by block, the same in every store; one that is broken off is done again and finds the same.</summary>
public abstract class ScreeningRecords(Func<Task<string?>> postgres)
{
    private const int Partners = 2_300, Every = 100;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_each_that_is_listed_once_however_often_it_is_broken_off()
    {
        await using var world = await ImportWorld.Open(await postgres());
        var rows = string.Concat(Enumerable.Range(0, Partners).Select(i => $"Institute {Called(i)},education,active,FR,local | {i}\n"));
        Assert.True((await world.Template("organisations", "name_en,kind,status,country,identifiers\n" + rows)).IsCommitted);
        var file = world.Write("own.csv", "番号,名称,国・地域\n" + string.Concat(Enumerable.Range(0, Partners).Where(i => i % Every == 0).Select(i => $"{i},Institute {Called(i)},FR\n")));
        using var shelf = new ListShelf(world.Workspace);
        Assert.True(shelf.Folder.Add(ConcernList.Own, [file], new(new(2026, 5, 1), new(2026, 5, 1))).IsDone);

        var broken = new ScreeningDesk(world.Workspace, shelf, Composition.Screened);
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel))
        {
            world.Workspace.Database.Committed += stop.Cancel;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => broken.ScreenAsync(stop.Token));
            world.Workspace.Database.Committed -= stop.Cancel;
        }

        await broken.DisposeAsync();
        await using var desk = new ScreeningDesk(world.Workspace, shelf, Composition.Screened);
        await desk.ScreenAsync(Cancel);
        await desk.ScreenAsync(Cancel);
        var cases = await world.All<ScreeningCase>();
        Assert.Equal(Partners / Every, cases.Count);
        Assert.Equal(cases.Count, cases.Select(one => one.SubjectNumber).Distinct().Count());
        Assert.All(cases, one => Assert.Equal((CaseState.Open, 1), (one.State, one.Round)));
        var run = Assert.Single(await world.All<ScreeningRun>());
        Assert.Equal((Partners, RunReason.First), (run.Subjects, run.Reason));
        Assert.Empty(await world.Faults());

        // what changes is asked for again, and nothing else
        Assert.True((await world.Template("organisations", "name_en,kind,status,country,identifiers\nInstitute " + Called(0) + " of the North,education,active,FR,local | 0\n")).IsCommitted);
        await desk.ScreenAsync(Cancel);
        var last = (await world.All<ScreeningRun>()).MaxBy(one => one.Sequence)!;
        Assert.Equal((1, RunReason.Records), (last.Subjects, last.Reason));
    }

    /// <summary>Words that are not alike.</summary>
    private static string Called(int number)
    {
        var hash = unchecked((uint)number * 2_654_435_761u);
        return string.Create(CultureInfo.InvariantCulture, $"{Syllables(hash)}{Syllables(hash >> 8)} {Syllables(hash >> 16)}{Syllables(hash >> 24)}{Syllables((uint)number)}");
    }

    private static string Syllables(uint of) => string.Concat("bdfgklmnprstvz"[(int)(of % 14)], "aeiou"[(int)(of / 14 % 5)], "lmnrst"[(int)(of / 70 % 6)]);
}

public sealed class ScreeningRecordsInSqlite() : ScreeningRecords(() => Task.FromResult<string?>(null));

[Trait("Needs", "server")]
public sealed class ScreeningRecordsInPostgres(PostgresServer server) : ScreeningRecords(async () => await Empty.OnServer(server));

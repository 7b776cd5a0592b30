using Kakehashi.Kernel;
using Kakehashi.Platform.Merging;
using Kakehashi.Platform.Store;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests.Projection;

public sealed class FactsAfterAMerge(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Count_the_stays_of_both_for_the_one_that_is_kept()
    {
        using var office = await Office.Open();
        await Walk(office);
    }

    [Fact]
    [Trait("Needs", "server")]
    public async Task Count_the_stays_of_both_for_the_one_that_is_kept_in_PostgreSQL()
    {
        var connection = await Empty.OnServer(server);
        using (var office = await Office.Open(connection)) await Walk(office);
        await server.DropDatabase(connection);
    }

    private static async Task Walk(Office office)
    {
        var (kept, merged) = (Partner(office, "東北大学"), Partner(office, "東北帝国大学"));
        foreach (var partner in new[] { kept, kept, merged, merged, merged })
            office.Enter("mobility_period", ("reference", Guid.NewGuid().ToString("N")), ("direction", "out"), ("kind", "student"), ("person_key", Guid.NewGuid().ToString("N")), ("host", partner), ("host_country", "JP"), ("started_on", new DateOnly(2025, 5, 1)));
        Assert.Equal([(kept, 2), (merged, 3)], await ByPartner(office));

        var type = office.Type("organisation");
        await using (var context = office.Workspace.Database.Read())
        {
            var both = (await context.LoadAsync(type, [kept, merged], Cancel)).OrderBy(one => one.Number).ToList();
            Assert.True((await office.Workspace.Database.MergeAsync(new(type, both[0], both[1]), Actor.Local, TimeProvider.System, Cancel)).IsDone);
        }

        Assert.Equal([(kept, 5)], await ByPartner(office));
        var facts = await office.Facts();
        await office.Workspace.Facts.RebuildAsync(Cancel);
        Assert.Equal(facts, await office.Facts());
    }

    private static long Partner(Office office, string name) => office.Enter("organisation", ("name", new Bilingual(name, null)), ("kind", "education"), ("status", "active"), ("country", "JP"));

    private static async Task<List<(long, int)>> ByPartner(Office office)
    {
        await office.Facts();
        var state = await office.Workspace.Facts.AskAsync(TimeSpan.FromMinutes(1), Cancel);
        using var connection = state.Value!.Store.Connect();
        using var reader = connection.Query("SELECT CAST(organisation AS VARCHAR), CAST(count(*) AS VARCHAR) FROM mobility GROUP BY 1 ORDER BY min(organisation)");
        var rows = new List<(long, int)>();
        while (reader.Read()) rows.Add((long.Parse(reader.Text(0)!, null), int.Parse(reader.Text(1)!, null)));
        return rows;
    }
}

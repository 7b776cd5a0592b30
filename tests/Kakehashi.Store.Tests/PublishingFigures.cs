using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.History;
using Kakehashi.Platform.Store;
using Kakehashi.Store.Tests.Projection;
using Kakehashi.Strategy.Closing;
using Kakehashi.Strategy.Publishing;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

/// <summary>Figures are published, frozen, replaced and withdrawn, which every store must keep.</summary>
public sealed class PublishingFigures(PostgresServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly PublicationChoice ByCountry = new("FL-01", ["country"], Period.Fiscal(2024));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_every_step_in_SQLite()
    {
        using var office = await Office.Open();
        await Walk(office);
    }

    [Fact]
    [Trait("Needs", "server")]
    public async Task Keeps_every_step_in_PostgreSQL()
    {
        var connection = await server.CreateDatabase();
        using (var office = await Office.Open(connection)) await Walk(office, connection);
        await server.DropDatabase(connection);
    }

    private static async Task Walk(Office office, string? postgres = null)
    {
        var workspace = office.Workspace;
        var unit = office.Enter("org_unit", ("unit_code", "E"), ("name", new Bilingual("工学部", "Engineering")), ("kind", "faculty"));
        office.Enter("coverage", ("fact", "mobility"), ("unit", unit), ("period", "FY2024"), ("submitted", true));
        foreach (var (country, count) in new[] { ("FR", 21), ("DE", 13), ("KR", 8), ("LA", 2) })
            for (var i = 0; i < count; i++) office.Stay($"{country}{i}", "2024-09-01", "in", country, unit);

        // the total first; with it no country could be hidden widely enough
        var total = (await workspace.PublishAsync(ByCountry with { Dimensions = [] }, Actor.Local, Patience, Cancel)).Value!;
        Assert.Equal("publication.unsafe", (await workspace.PublishAsync(ByCountry with { Protection = 60 }, Actor.Local, Patience, Cancel)).Refusal!.Code);
        var first = (await workspace.PublishAsync(ByCountry, Actor.Local, Patience, Cancel)).Value!;
        Assert.Equal((1, 2, null, "country"), (total.Edition, first.Edition, total.Dimensions, first.Dimensions));
        await AssertRead(workspace, first, ["KR", "LA"], 44);

        // another program reads the same, to the byte
        using (var other = await Office.OpenAt(office.Folder, postgres)) await AssertRead(other, first, ["KR", "LA"], 44);

        // corrections and closing change nothing that is published
        office.Stay("FR99", "2024-10-01", "in", "FR", unit);
        await AssertRead(workspace, first, ["KR", "LA"], 44);
        Assert.True((await workspace.CloseAsync(Period.Fiscal(2024), null, Actor.Local, Patience, Cancel)).IsDone);
        var second = (await workspace.PublishAsync(ByCountry, Actor.Local, Patience, Cancel)).Value!;
        var document = await AssertRead(workspace, second, ["KR", "LA"], 45);
        Assert.Equal(1, document.Closed!["FY2024"]);
        office.Stay("FR100", "2024-10-01", "in", "FR", unit);
        Assert.Equal("publication.closed-otherwise", (await workspace.PublishAsync(ByCountry, Actor.Local, Patience, Cancel)).Refusal!.Code);

        // what is withdrawn is off the shelf, and still attacked with: by region South-East Asia would tell Laos
        Assert.True((await workspace.UnpublishAsync("FL-01", Actor.Local, Cancel)).IsDone);
        Assert.Empty(await new PublicShelf(workspace).AllAsync(Cancel));
        Assert.Equal([true, true, true], (await workspace.PublicationsAsync(Cancel)).Select(one => one.IsWithdrawn));
        Assert.True((await workspace.CloseAsync(Period.Fiscal(2024), "corrected", Actor.Local, Patience, Cancel)).IsDone);
        Assert.Equal("publication.other-method", (await workspace.PublishAsync(ByCountry with { Method = PublicationMethod.Round, Protection = 5 }, Actor.Local, Patience, Cancel)).Refusal!.Code);
        var linked = (await workspace.PrepareAsync(ByCountry with { Dimensions = ["country", "region"] }, Patience, Cancel)).Value!;
        Assert.True(linked.IsSafe);
        Assert.Contains(linked.Document.Observations, one => one.Flag == PublicDocument.Suppressed && one.Keys.ContainsKey("region"));
        Assert.Equal(4, (await workspace.PublishAsync(ByCountry, Actor.Local, Patience, Cancel)).Value!.Edition);

        await using var after = workspace.Database.Read();
        Assert.All(await after.HistoryAsync(first.Number, 10, Cancel), entry => Assert.Equal("operation", entry.Set.Origin));
        Assert.Empty(await workspace.Documents.AlteredAsync(Cancel));
        Assert.Empty((await workspace.Database.VerifyAsync(null, Cancel)).Faults);
    }

    private static async Task<PublicDocument> AssertRead(Workspace workspace, Publication publication, string[] hidden, decimal total)
    {
        var one = Assert.Single(await new PublicShelf(workspace).AllAsync(Cancel));
        Assert.Equal((publication.Edition, publication.Sha256), (one.Publication.Edition, KeptDocuments.HashOf(one.Bytes)));
        Assert.Equal(one.Bytes, one.Document.Write());
        Assert.Equal(hidden, one.Document.Observations.Where(cell => cell.Flag == PublicDocument.Suppressed).Select(cell => cell.Keys["country"]).Order(StringComparer.Ordinal));
        Assert.Equal(total, one.Document.Observations.Single(cell => cell.Keys.Count == 0).Value);
        return one.Document;
    }
}

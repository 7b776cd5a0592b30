using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Own;
using Kakehashi.Platform.Quality;
using Kakehashi.Platform.Store;
using Kakehashi.Store.Tests.Importing;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

/// <summary>What checks of the quality of data find must be the same in every store, for every check that there is.</summary>
public sealed class CheckingRecords(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_the_same_in_SQLite()
    {
        await using var world = await ImportWorld.Open();
        await Check(world.Workspace);
    }

    [Fact]
    [Trait("Needs", "server")]
    public async Task Finds_the_same_in_PostgreSQL()
    {
        var connection = await Empty.OnServer(server);
        await using (var world = await ImportWorld.Open(connection)) await Check(world.Workspace);
        await server.DropDatabase(connection);
    }

    [Fact]
    public async Task Finds_codes_that_no_list_has_in_SQLite()
    {
        await using var world = await ImportWorld.Open(folder: WithAnOwnChoice());
        await CheckCodes(world.Workspace);
    }

    [Fact]
    [Trait("Needs", "server")]
    public async Task Finds_codes_that_no_list_has_in_PostgreSQL()
    {
        var connection = await Empty.OnServer(server);
        await using (var world = await ImportWorld.Open(connection, WithAnOwnChoice())) await CheckCodes(world.Workspace);
        await server.DropDatabase(connection);
    }

    private static string WithAnOwnChoice()
    {
        var folder = Directory.CreateTempSubdirectory("kakehashi-import").FullName;
        var fields = Directory.CreateDirectory(Path.Combine(folder, "data", OwnFieldFiles.Folder)).FullName;
        File.WriteAllText(Path.Combine(fields, "organisation.yaml"), """
            - code: own_tier
              label: {ja: 区分, en: Tier}
              kind: choice
              choices: {gold: {ja: 重点, en: Gold}, silver: {ja: 通常, en: Silver}}
            """);
        return folder;
    }

    /// <summary>As lists are when a code has been taken out of them since it was written.</summary>
    private static async Task CheckCodes(Workspace workspace)
    {
        var partners = workspace.Types[typeof(Organisation)];
        using (var session = workspace.Begin(ChangeOrigin.Form(Actor.Local)))
        {
            foreach (var (country, tier) in new[] { ("FR", "gold"), ("FR", null), (null, null), ("ZZ", "gold"), ("FR", "bronze") })
                session.Create(partners, Product.Make(partners, ("name", new Bilingual("機関", "Partner")), ("country", country), ("own_tier", tier)));
            session.Commit();
        }

        var counts = (await new QualityReader(workspace).CountsAsync(Period.Fiscal(2024), Actor.Local, Cancel)).Where(one => one.Check.Kind == CheckKind.UnknownCode).ToList();
        Assert.Equal([("organisation.unknown-country", 1), ("organisation.unknown-own_tier", 1)], counts.Select(one => (one.Check.Code, one.Count)));
        var found = Assert.Single(await CheckedRecords.FindAsync(workspace, new(counts[0].Check, null, null, 0, 10), Actor.Local, Cancel));
        Assert.Equal("ZZ", counts[0].Check.Value(found));
        found = Assert.Single(await CheckedRecords.FindAsync(workspace, new(counts[1].Check, null, null, 0, 10), Actor.Local, Cancel));
        Assert.Equal("bronze", counts[1].Check.Value(found));
    }

    private static async Task Check(Workspace workspace)
    {
        long unit;
        using (var session = workspace.Begin(ChangeOrigin.Form(Actor.Local)))
        {
            var law = Product.Make(Product.Units, ("unit_code", "LAW"), ("name", new Bilingual("法学部", null)));
            session.Create(Product.Units, law);
            unit = law.Number;
            session.Create(Product.Agreements, Agreement("PAST", "In force", new DateOnly(2020, 3, 31), unit));
            session.Create(Product.Agreements, Agreement("FINE", "Fine", new DateOnly(2099, 3, 31), unit));
            session.Create(Product.Agreements, Agreement("JA", null, new DateOnly(2099, 3, 31), unit));
            EnterStays(session, unit);
            session.Commit();
        }

        var reader = new QualityReader(workspace);
        var counts = (await reader.CountsAsync(Period.Fiscal(2024), Actor.Local, Cancel)).ToDictionary(one => (one.Check.Code, one.Unit), one => one.Count);
        Assert.Equal(1, counts[("agreement.past-its-end", unit)]);
        await CheckYears(workspace, reader, unit);
        Assert.Equal(1, counts[("agreement.one-sided-title", unit)]);
        Assert.Equal(1, counts.Where(pair => pair.Key.Code == "org_unit.one-sided-name").Sum(pair => pair.Value));
        // the stay within the agreement's days alone: not the free mover, nor those before it, with a draft, or with research alone (of student exchange and double or joint degrees only are students sent and received)
        Assert.Equal(1, counts[("mobility_period.no-agreement", unit)]);
        // every check is a statement that the store understands, and finds as many records as it has counted
        foreach (var check in reader.Checks)
        {
            foreach (var of in new long?[] { null, unit })
            {
                var found = await CheckedRecords.FindAsync(workspace, new(check, of, null, 0, 10), Actor.Local, Cancel);
                if (CheckedRecords.UnitOf(workspace, check.Type) is not null || of is null) Assert.Equal(counts.GetValueOrDefault((check.Code, of)), found.Count);
            }
        }
    }

    /// <summary>The agreement past its end lasted from April 2015 to March 2020; units have no days.</summary>
    private static async Task CheckYears(Workspace workspace, QualityReader reader, long unit)
    {
        var past = reader.Checks.Single(check => check.Code == "agreement.past-its-end");
        foreach (var (year, count) in new[] { (2014, 0), (2015, 1), (2019, 1), (2020, 0) })
        {
            var period = Period.Fiscal(year);
            var counts = await reader.CountsAsync(period, Actor.Local, Cancel);
            Assert.Equal(count, counts.Single(one => one.Check.Code == past.Code).InPeriod);
            Assert.Equal(1, counts.Single(one => one.Check.Code == "org_unit.one-sided-name").InPeriod);
            Assert.Equal(count, (await CheckedRecords.FindAsync(workspace, new(past, unit, new(period.From(workspace.University.Years), period.To(workspace.University.Years)), 0, 10), Actor.Local, Cancel)).Count);
        }
    }

    private static void EnterStays(ChangeSession session, long unit)
    {
        var (partner, drafting, researching, other) = (Partner(session, "P"), Partner(session, "D"), Partner(session, "R"), Partner(session, "O"));
        With(session, Agreement("WITH-P", "With P", new DateOnly(2024, 3, 31), unit), partner, ("state", "expired"), ("type", "student_exchange"));
        With(session, Agreement("WITH-D", "With D", new DateOnly(2099, 3, 31), unit), drafting, ("state", "draft"), ("type", "student_exchange"));
        With(session, Agreement("WITH-R", "With R", new DateOnly(2099, 3, 31), unit), researching, ("type", "research"));
        Stay(session, "IN-TIME", unit, partner, new DateOnly(2024, 3, 31));
        Stay(session, "TOO-LATE", unit, partner, new DateOnly(2024, 4, 1));
        Stay(session, "TOO-EARLY", unit, partner, new DateOnly(2015, 3, 31));
        Stay(session, "DRAFT", unit, drafting, new DateOnly(2023, 9, 1));
        Stay(session, "RESEARCH", unit, researching, new DateOnly(2023, 9, 1));
        Stay(session, "FREE", unit, other, new DateOnly(2023, 9, 1));
    }

    private static long Partner(ChangeSession session, string name)
    {
        var partner = Product.Make(Product.Organisations, ("name", new Bilingual(name, name)), ("country", "FR"));
        session.Create(Product.Organisations, partner);
        return partner.Number;
    }

    private static void With(ChangeSession session, Records.Record agreement, long partner, params (string Field, object? Value)[] further)
    {
        foreach (var (field, value) in further.Append(("partner", partner))) Product.Agreements.Field(field)!.Write(agreement, value);
        session.Create(Product.Agreements, agreement);
    }

    private static void Stay(ChangeSession session, string reference, long unit, long host, DateOnly start) => session.Create(Product.Stays, Product.Make(
        Product.Stays, ("reference", reference), ("direction", "out"), ("kind", "student"), ("unit", unit), ("host", host), ("started_on", start), ("host_country", "FR")));

    private static Records.Record Agreement(string reference, string? english, DateOnly end, long unit) => Product.Make(
        Product.Agreements, ("reference", reference), ("title", new Bilingual($"協定{reference}", english)), ("type", "academic"), ("level", "department"), ("state", "in_force"),
        ("unit", unit), ("effective_from", new DateOnly(2015, 4, 1)), ("expires_on", end), ("country", "FR"));
}

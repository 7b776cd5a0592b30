using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests.Projection;

/// <summary>The rule that makes facts trustworthy: after any changes, projected bit by bit, they are what a rebuild makes.</summary>
public abstract class FactsAfterAnyChanges(Func<Task<string?>> postgres)
{
    private readonly List<(RecordType Type, long Number)> known = [];
    private int made;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_those_of_a_rebuild()
    {
        using var office = await Office.Open(await postgres(), OwnFieldsInFigures.Stays);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25).WithEndSize(30), Prop.ForAll(Sets().ToArbitrary(), sets => Waited(async () =>
        {
            foreach (var set in sets)
            {
                await Apply(office, set.Steps);
                if (set.Erases is { } which) await Erase(office, which);
                if (set.Projects) await office.Facts();
            }

            var projected = await office.Facts();
            await office.Workspace.Facts.RebuildAsync(Cancel);
            Assert.Equal(await office.Facts(), projected);
        })));
        Assert.NotEmpty(await office.Facts());
    }

    /// <summary>FsCheck asks and waits; outside of any context, so that nothing waits for itself.</summary>
    private static void Waited(Func<Task> work) => Task.Run(work, Cancel).GetAwaiter().GetResult();

    private async Task Apply(Office office, IReadOnlyList<Step> steps)
    {
        using var session = office.Workspace.Begin(ChangeOrigin.Undo(Actor.Program, 1));
        var touched = new HashSet<long>();
        foreach (var step in steps)
        {
            if (step.What == What.Create || known.Count == 0)
            {
                var type = office.Type(Types[step.Value % Types.Length]);
                var record = Office.Fill(type, type.New(), Values(office, type, step.Value));
                session.Create(type, record);
                known.Add((type, record.Number));
                touched.Add(record.Number);
                continue;
            }

            var (of, number) = known[step.Which % known.Count];
            // a record is changed once in a set: what the set has written is not read here
            if (touched.Add(number)) await Change(office, session, of, number, step);
        }

        session.Commit();
    }

    private async Task Erase(Office office, int which)
    {
        var stays = known.FindAll(one => one.Type == office.Type("mobility_period"));
        if (stays.Count == 0) return;
        var (type, number) = stays[which % stays.Count];
        await office.Workspace.Database.EraseAsync([new(type, number)], "asked for", ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel);
    }

    private async Task Change(Office office, ChangeSession session, RecordType type, long number, Step step)
    {
        await using var context = office.Workspace.Database.Read();
        var before = Assert.Single(await context.LoadAsync(type, [number], Cancel));
        var after = Assert.Single(await context.LoadAsync(type, [number], Cancel));
        if (step.What == What.Withdraw) session.Withdraw(type, before);
        else if (step.What == What.Restore) session.Restore(type, before);
        else session.Update(type, before, Office.Fill(type, after, Values(office, type, step.Value)));
    }

    private IEnumerable<(string, object?)> Values(Office office, RecordType type, int value)
    {
        var unique = $"r{++made}";
        var units = known.Where(one => one.Type == office.Type("org_unit")).ToList();
        long? unit = units.Count == 0 || value % 5 == 0 ? null : units[value % units.Count].Number;
        var day = new DateOnly(2023, 1, 1).AddDays(value * 37 % 1_400);
        return type.Code switch
        {
            "org_unit" => [("unit_code", unique), ("name", new Bilingual(unique, null)), ("kind", "faculty"), ("parent", unit)],
            "coverage" => [("fact", unique), ("unit", unit), ("period", value % 7 == 0 ? "FY20" : $"FY{2020 + value % 6}"), ("submitted", value % 2 == 0)],
            "student_headcount" => [("unit", unit), ("as_of", new DateOnly(2000, 1, 1).AddDays(made)), ("nationality", value % 3 == 0 ? null : "JP"), ("level", "master"), ("sex", "female"), ("persons", value)],
            "agreement" =>
            [
                ("reference", unique), ("title", new Bilingual(null, unique)), ("type", "academic"), ("level", "university"), ("state", "in_force"), ("country", "FR"),
                ("unit", unit), ("effective_from", value % 4 == 0 ? null : day), ("expires_on", value % 3 == 0 ? null : day.AddDays(400)),
            ],
            _ =>
            [
                ("reference", unique), ("direction", value % 2 == 0 ? "in" : "out"), ("kind", "student"), ("person_key", value % 4 == 0 ? null : $"p{value % 9}"), ("unit", unit),
                ("started_on", day), ("ended_on", value % 3 == 0 ? null : day.AddDays(value % 300)), ("home_country", "DE"), ("host_country", value % 2 == 0 ? null : "US"), ("credits", value % 5 == 0 ? null : value / 4m),
                ("own_housing", value % 3 == 0 ? null : value % 2 == 0 ? "dormitory" : "private"), ("own_rent", value % 4 == 0 ? null : value), ("own_furnished", value % 2 == 0),
            ],
        };
    }

    private static readonly string[] Types = ["mobility_period", "org_unit", "student_headcount", "coverage", "agreement", "mobility_period"];

    private static Gen<List<Set>> Sets() => Gen.ListOf(
        from steps in Gen.NonEmptyListOf(
            from what in Gen.Elements(What.Create, What.Create, What.Update, What.Update, What.Withdraw, What.Restore)
            from which in Gen.Choose(0, 10_000)
            from value in Gen.Choose(0, 5_000)
            select new Step(what, which, value))
        from projects in Gen.Elements(true, false)
        from erases in Gen.Frequency((2, Gen.Constant((int?)null)), (1, Gen.Choose(0, 10_000).Select(which => (int?)which)))
        select new Set([.. steps.Take(12)], erases, projects)).Select(sets => sets.Take(8).ToList());

    private enum What
    {
        Create,
        Update,
        Withdraw,
        Restore,
    }

    private sealed record Step(What What, int Which, int Value);

    private sealed record Set(IReadOnlyList<Step> Steps, int? Erases, bool Projects);
}

public sealed class FactsAfterAnyChangesInSqlite() : FactsAfterAnyChanges(() => Task.FromResult<string?>(null));

[Trait("Needs", "server")]
public sealed class FactsAfterAnyChangesInPostgres(PostgresServer server) : FactsAfterAnyChanges(async () => await Empty.OnServer(server));

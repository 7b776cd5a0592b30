using Kakehashi.Kernel;
using Kakehashi.Partnerships.Regions;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

public abstract class PlansAndKnowledge(Store store) : Specification(store)
{
    private static RecordType Plans => Product.Types[typeof(AreaPlan)];

    private static RecordType Knowledge => Product.Types[typeof(AreaKnowledge)];

    [Fact]
    public async Task Are_read_back_as_they_were_written()
    {
        var (plan, known) = (Plan(("country", "FR")), SomebodyWhoKnows("FR"));
        Create(Plans, plan);
        Create(Knowledge, known);
        AssertSame(Plans, plan, await Stored(Plans, plan));
        AssertSame(Knowledge, known, await Stored(Knowledge, known));
    }

    [Fact]
    public void Need_one_place_and_years_in_order()
    {
        Assert.Empty(RecordProblems.Of(Plans, Plan(("region", "150"))));
        Assert.Equal("area-plan.one-place", Assert.Single(RecordProblems.Of(Plans, Plan())).Code);
        Assert.Equal("area-plan.one-place", Assert.Single(RecordProblems.Of(Plans, Plan(("country", "FR"), ("region", "150")))).Code);
        Assert.Equal("area-plan.ends-before-start", Assert.Single(RecordProblems.Of(Plans, Plan(("country", "FR"), ("last_year", 2020)))).Code);
    }

    [Fact]
    public async Task Show_nothing_of_a_person_to_who_may_not_see_it()
    {
        var known = SomebodyWhoKnows("FR");
        Create(Knowledge, known);
        var viewer = new Actor("viewer") { Reach = new Dictionary<Right, IReadOnlySet<long>?> { [Right.See] = null } };
        await using var context = Database.Read();
        var seen = Assert.IsType<AreaKnowledge>(await context.FindAsync(Knowledge, known.Number, viewer, Cancel));
        Assert.Equal(("FR", null, null, null), (seen.Country, seen.Person, seen.Tie, seen.Contact));
        Assert.Empty(seen.Languages);
    }

    [Fact]
    public async Task Lose_all_that_tells_of_a_person_when_it_is_erased()
    {
        var known = SomebodyWhoKnows("FR");
        Create(Knowledge, known);
        var erased = await Database.EraseAsync([new ToErase(Knowledge, known.Number)], "asked for", ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel);
        Assert.True(erased.IsDone);
        var left = Assert.IsType<AreaKnowledge>(await Stored(Knowledge, known));
        Assert.Equal(("K-1", "FR", null, null, null), (left.Reference, left.Country, left.Person, left.Tie, left.Contact));
        Assert.Empty(left.Languages);
        Assert.DoesNotContain(await Changes(), change => change.Values!.Contains("花子", StringComparison.Ordinal));
        Assert.Empty(await Faults());
    }

    private static Record Plan(params IEnumerable<(string, object?)> values) => Product.Make(Plans,
        [("priority", "focus"), ("aims", new Bilingual("往来を倍増する", "Twice as much exchange")), ("first_year", 2024), ("last_year", 2028), .. values]);

    private static Record SomebodyWhoKnows(string country)
    {
        var part = ((Records.Fields.PartsField)Knowledge.Field("languages")!).Part;
        var (list, language) = (part.List(), part.New());
        part.Fields.Single(field => field.Code == "language").Write(language, "fr");
        part.Fields.Single(field => field.Code == "level").Write(language, "c1");
        list.Add(language);
        return Product.Make(Knowledge, [("reference", "K-1"), ("country", country), ("person", "架空 花子"), ("tie", "studied"), ("languages", list), ("contact", "hanako@example.ac.jp")]);
    }
}

public sealed class PlansAndKnowledgeInSqlite() : PlansAndKnowledge(new SqliteStore());

[Trait("Needs", "server")]
public sealed class PlansAndKnowledgeInPostgres(PostgresServer server) : PlansAndKnowledge(new PostgresStore(server));

using FsCheck.Fluent;
using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Lists;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Own;
using Kakehashi.StoreWriter;
using Kakehashi.Tests.Records;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

/// <summary>Fields that a university has added, on each store.</summary>
public abstract class RecordsWithOwnFields(Store store) : Specification(store)
{
    private static readonly CanonicalValues Values = new() { Codes = CanonicalValues.Lists(CodeLists.Countries, CodeLists.Regions, CodeLists.Fields, CodeLists.LanguagesOfTheWorld) };

    private RecordType Agreements => Database.Types.WithCode("agreement")!;

    [Fact]
    public async Task Are_read_as_they_were_written()
    {
        foreach (var type in Database.Types.All)
        {
            var records = Values.Record(type).Sample(60).DistinctBy(record => type.Keys(record).FirstOrDefault() ?? (object)record).ToList();
            Create(type, records);
            foreach (var record in records) AssertSame(type, record, await Stored(type, record));
        }

        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Without_a_value_of_them_leave_the_column_empty()
    {
        Create(Agreements, Agreement("A-1"), With("A-2", ("own_flag", false), ("own_line", "")));
        Assert.Equal(2, await Count("SELECT count(*) FROM agreements WHERE own IS NULL"));
    }

    [Fact]
    public async Task Have_each_change_of_them_in_the_history_before_and_after()
    {
        var agreement = With("A-1", ("own_line", "寮"), ("own_amount", 12.50m));
        Create(Agreements, agreement);
        Change(session => session.Update(Agreements, agreement, With("A-1", ("own_amount", 12.5m), ("own_flag", true), ("own_day", new DateOnly(2025, 4, 1)))));
        var changes = await Changes();
        Assert.EndsWith(""","own_amount":12.50,"own_line":"寮"}""", changes[0].Values, StringComparison.Ordinal);
        Assert.Equal("""{"own_day":[null,"2025-04-01"],"own_flag":[null,true],"own_line":["寮",null]}""", changes[1].Values);
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Are_found_by_the_words_of_them()
    {
        Create(Agreements, With("A-1", ("own_line", "国際交流会館")), With("A-2", ("own_both", new Bilingual(null, "Riverside"))));
        Assert.Equal(["協定A-1"], await Found(Agreements, "交流会館"));
        Assert.Equal(["協定A-2"], await Found(Agreements, "riverside"));
    }

    [Fact]
    public async Task Say_whom_they_refer_to_by_them()
    {
        var organisation = Organisation("東北大学");
        Create(Database.Types.WithCode("organisation")!, organisation);
        Create(Agreements, With("A-1", ("own_link", organisation.Number)), With("A-2"), With("A-3", ("own_link", organisation.Number)));
        Assert.Equal(2, await Count($"SELECT count(*) FROM record_link WHERE field = 'own_link' AND target = {organisation.Number}"));
    }

    [Fact]
    public async Task Keep_the_values_of_a_declaration_that_was_taken_away()
    {
        var agreement = With("A-1", ("own_line", "寮"), ("own_number", 3));
        Create(Agreements, agreement);
        var later = Store.Again(Declared.Types(("agreement", "- {code: own_number, label: {ja: 独自の数, en: Own number}, kind: number}")));
        var type = later.Types.WithCode("agreement")!;
        var before = await Stored(later, type, agreement.Number);
        Assert.Equal([("own_line", "寮")], Remnants(type, before));
        using (var session = later.Change(ChangeOrigin.Form(Actor.Local), TimeProvider.System))
        {
            Assert.True(session.Update(type, before, With(type, "A-1", ("own_number", 4))));
            session.Commit();
        }

        Assert.Equal("""{"own_number":[3,4]}""", (await Changes())[^1].Values);
        Assert.Equal("寮", Agreements.Field("own_line")!.Read(await Stored(Agreements, agreement)));
        Assert.Empty((await later.VerifyAsync(null, Cancel)).Faults);
    }

    [Fact]
    public async Task Keep_the_values_that_no_longer_fit_a_changed_declaration_until_one_that_fits_takes_their_place()
    {
        var agreement = With("A-1", ("own_line", "春から"), ("own_choice", "family"));
        Create(Agreements, agreement);
        var later = Store.Again(Declared.Types(("agreement", """
            - {code: own_line, label: {ja: 入寮日, en: Moved in on}, kind: day, listed: true}
            - {code: own_choice, label: {ja: 人数, en: Persons}, kind: number, listed: true}
            """)));
        var type = later.Types.WithCode("agreement")!;
        var before = await Stored(later, type, agreement.Number);
        Assert.Null(type.Field("own_line")!.Read(before));
        Assert.Equal([("own_choice", "family"), ("own_line", "春から")], Remnants(type, before));
        foreach (var query in new ListQuery[] { new() { Sort = "own_line" }, new() { Sort = "own_choice" }, Where("own_line", new() { From = new DateOnly(1900, 1, 1) }), Where("own_choice", new() { From = 0 }), Where("own_choice", new() { AnyOf = [null] }) })
            Assert.Equal(query.Where.Values.All(condition => condition.From is null) ? 1 : 0, (await later.ListAsync(type, query, Actor.Local, Cancel)).Count);
        using (var session = later.Change(ChangeOrigin.Form(Actor.Local), TimeProvider.System))
        {
            session.Update(type, before, With(type, "A-1", ("own_line", new DateOnly(2025, 4, 1))));
            session.Commit();
        }

        Assert.Equal("""{"own_line":["春から","2025-04-01"]}""", (await Changes())[^1].Values);
        Assert.Equal([("own_choice", "family")], Remnants(type, await Stored(later, type, agreement.Number)));
    }

    [Fact]
    public async Task Are_erased_where_they_are_personal_or_nobody_can_say_that_they_are_not()
    {
        var agreement = With("A-1", ("own_line", "保証 太郎"), ("own_note", "秘密"), ("own_number", 3));
        Create(Agreements, agreement);
        var later = Store.Again(Declared.Types(("agreement", "- {code: own_line, label: {ja: 保証人, en: Guarantor}, kind: line, personal: true}\n- {code: own_number, label: {ja: 入居日, en: Moved in on}, kind: day}")));
        var type = later.Types.WithCode("agreement")!;
        var erased = await later.EraseAsync([new(type, agreement.Number)], "請求", ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel);
        Assert.Null(erased.Refusal);
        Assert.Equal([("own_number", "3")], Remnants(type, await Stored(later, type, agreement.Number)));
        Assert.DoesNotContain("太郎", string.Concat((await Changes()).Select(change => change.Values)), StringComparison.Ordinal);
        Assert.DoesNotContain("秘密", string.Concat((await Changes()).Select(change => change.Values)), StringComparison.Ordinal);
        Assert.Empty((await later.VerifyAsync(null, Cancel)).Faults);
        Assert.Empty((await new RecordsVerifier(later).VerifyAsync(type, null, Cancel)).Faults);
    }

    private static readonly string[] Guarantors = ["保証 \"太郎\" 100%", "保証 \"太郎\" 100%", "保証 花子"];

    [Fact]
    public async Task Show_what_else_is_recorded_of_the_same_person()
    {
        var later = Store.Again(Declared.Types(("agreement", "- {code: own_guarantor, label: {ja: 保証人, en: Guarantor}, kind: line, personal: true}")));
        var type = later.Types.WithCode("agreement")!;
        var records = Guarantors.Select((name, i) => With(type, $"A-{i}", ("own_guarantor", name))).ToList();
        using (var session = later.Change(ChangeOrigin.Form(Actor.Local), TimeProvider.System))
        {
            foreach (var record in records) session.Create(type, record);
            session.Commit();
        }

        await using var context = later.Read();
        var found = await SamePerson.FindAsync(context, later, type, records[0], 10, Actor.Local, Cancel);
        Assert.Equal([records[1].Number], found.Select(one => one.Record.Number));
    }

    private static ListQuery Where(string field, Condition condition) => new() { Where = new Dictionary<string, Condition> { [field] = condition } };

    private Record With(string reference, params IEnumerable<(string, object?)> values) => With(Agreements, reference, values);

    private static Record With(RecordType type, string reference, params IEnumerable<(string, object?)> values) =>
        Product.Make(type, [("reference", reference), ("title", new Bilingual($"協定{reference}", null)), .. values]);

    private static IEnumerable<(string, string?)> Remnants(RecordType type, Record record) =>
        OwnFields.Remnants(type, record).Select(own => (own.Key, OwnFields.RemnantText(own.Value)));

    private static async Task<Record> Stored(Database database, RecordType type, long number)
    {
        await using var context = database.Read();
        return Assert.IsAssignableFrom<Record>(await context.FindAsync(type, number, Actor.Local, Cancel));
    }
}

public sealed class RecordsWithOwnFieldsInSqlite() : RecordsWithOwnFields(new SqliteStore { Types = Declared.EveryKind });

[Trait("Needs", "server")]
public sealed class RecordsWithOwnFieldsInPostgres(PostgresServer server) : RecordsWithOwnFields(new PostgresStore(server) { Types = Declared.EveryKind });

using System.Collections;
using Kakehashi.Kernel;
using Kakehashi.Platform.Merging;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Store.Tests;

/// <summary>Two records that mean the same are made one, on each store.</summary>
public abstract class MergingRecords(Store store) : Specification(store)
{
    private RecordType Organisations => Database.Types.WithCode("organisation")!;

    private RecordType Agreements => Database.Types.WithCode("agreement")!;

    private RecordType Stays => Database.Types.WithCode("mobility_period")!;

    [Fact]
    public async Task Turns_every_link_to_the_record_that_goes_those_of_withdrawn_records_too()
    {
        var (kept, merged, other) = await Three();
        var (plain, withdrawn, elsewhere) = (Agreement("A-1", ("partner", merged)), Agreement("A-2", ("partner", merged)), Agreement("A-3", ("partner", other)));
        var stay = Stay("S-1", ("home", merged), ("host", merged));
        Create(Agreements, plain, withdrawn, elsewhere);
        Create(Stays, stay);
        Change(session => session.Withdraw(Agreements, withdrawn));

        var done = await Merge(kept, merged);
        Assert.Equal([("agreement", 2), ("mobility_period", 1)], done.Value!.Turned.Select(one => (one.Key, one.Value)).Order());
        foreach (var agreement in new[] { plain, withdrawn }) Assert.Equal(kept, Read(await Stored(Agreements, agreement), "partner"));
        Assert.True((await Stored(Agreements, withdrawn)).IsWithdrawn);
        Assert.Equal((other, 1), (Read(await Stored(Agreements, elsewhere), "partner"), (await Stored(Agreements, elsewhere)).Version));
        Assert.Equal((kept, kept, 2), (Read(await Stored(Stays, stay), "home"), Read(await Stored(Stays, stay), "host"), (await Stored(Stays, stay)).Version));
        Assert.True((await Stored(Organisations, merged))!.IsWithdrawn);
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Turns_links_within_parts_and_own_fields()
    {
        var (kept, merged, other) = await Three();
        var (inUse, withdrawn) = (Agreement("A-1", [Parties((merged, "as signed"), (other, null))]), Agreement("A-2", Parties((merged, null))));
        var own = Fill(Agreements, Agreement("A-3"), ("own_link", merged));
        Create(Agreements, inUse, withdrawn, own);
        Change(session => session.Withdraw(Agreements, withdrawn));

        Assert.Equal(3, (await Merge(kept, merged)).Value!.Turned["agreement"]);
        Assert.Equal([(kept, "as signed"), (other, null)], Parties(await Stored(Agreements, inUse)));
        Assert.Equal([(kept, null)], Parties(await Stored(Agreements, withdrawn)));
        Assert.Equal(kept, Read(await Stored(Agreements, own), "own_link"));
        await using (var context = Database.Read()) Assert.DoesNotContain(await context.Links.ToListAsync(Cancel), link => link.Target == merged);
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Keeps_one_where_a_record_names_both()
    {
        var (kept, merged, other) = await Three();
        var both = Agreement("A-1", Parties((merged, "the long name"), (other, null), (kept, null)));
        var first = Agreement("A-2", ("partner", kept), Parties((merged, null), (other, null)));
        Create(Agreements, both, first);
        Assert.True((await Merge(kept, merged)).IsDone);
        Assert.Equal([(other, null), (kept, "the long name")], Parties(await Stored(Agreements, both)));
        Assert.Equal([(other, null)], Parties(await Stored(Agreements, first)));
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Says_in_every_history_what_was_and_who_did_it_and_where_the_record_went()
    {
        var (kept, merged, _) = await Three();
        var agreement = Agreement("A-1", ("partner", merged));
        Create(Agreements, agreement);
        var set = (await Merge(kept, merged)).Value!.ChangeSet;

        var changes = (await Changes()).Where(change => change.ChangeSet == set).ToList();
        Assert.Equal([(agreement.Number, "updated"), (merged, "withdrawn"), (kept, "merged")], changes.Select(change => (change.Record, change.Kind)));
        Assert.Equal($$"""{"partner":[{{merged}},{{kept}}]}""", changes[0].Values);
        Assert.Equal($$$"""{"into":{{{kept}}},"turned":{"agreement":1}}""", changes[1].Values);
        Assert.Equal($$$"""{"from":{{{merged}}},"turned":{"agreement":1}}""", changes[2].Values);
        await using var context = Database.Read();
        var written = await context.ChangeSets.SingleAsync(one => one.Id == set, Cancel);
        Assert.Equal(("tester", "merge"), (written.Actor, written.Origin));
        Assert.Equal((kept, null), (await MergeNote.IntoAsync(context, merged, Cancel), await MergeNote.IntoAsync(context, kept, Cancel)));
    }

    [Fact]
    public async Task Lets_the_kept_record_have_the_keys_of_the_other_in_the_same_step()
    {
        var (kept, merged, _) = await Three();
        Change(session => session.Create(Organisations, Organisation("無関係")));
        var (before, with) = (await Stored(Organisations, merged), await Stored(Organisations, merged));
        Identify(with!, "X-1");
        Change(session => session.Update(Organisations, before!, with!));
        var becomes = await Stored(Organisations, kept);
        Identify(becomes!, "X-1");

        Assert.True((await Merge(kept, merged, becomes)).IsDone);
        await using var context = Database.Read();
        Assert.Equal(kept, Assert.Single(await context.ResolveAsync(Organisations, ["local:X-1"], Cancel)).Value);
        Assert.Equal(3, (await Stored(Organisations, kept))!.Version);
        Assert.Empty(await Faults());
        // it cannot come back beside the other: both would be found by one key
        var withdrawn = await Stored(Organisations, merged);
        Assert.Throws<DuplicateKeyException>(() => Change(session => session.Restore(Organisations, withdrawn!)));
    }

    [Fact]
    public async Task Refuses_what_is_one_record_or_gone_already()
    {
        var (kept, merged, other) = await Three();
        Assert.Equal("merge.same-record", (await Merge(kept, kept)).Refusal!.Code);
        Assert.True((await Merge(kept, merged)).IsDone);
        Assert.Equal("merge.withdrawn", (await Merge(kept, merged)).Refusal!.Code);
        Assert.Equal("merge.withdrawn", (await Merge(merged, other)).Refusal!.Code);
        var missing = await Stored(Organisations, other);
        missing!.GetType().GetProperty("Id")!.SetValue(missing, Activator.CreateInstance(missing.GetType().GetProperty("Id")!.PropertyType, 999_999L));
        Assert.Equal("merge.not-found", (await Database.MergeAsync(new(Organisations, (await Stored(Organisations, kept))!, missing), Tester, TimeProvider.System, Cancel)).Refusal!.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_where_one_of_the_two_was_changed_since_it_was_looked_at(bool isKept)
    {
        var (kept, merged, _) = await Three();
        var looked = new ToMerge(Organisations, (await Stored(Organisations, kept))!, (await Stored(Organisations, merged))!);
        var (before, after) = (await Stored(Organisations, isKept ? kept : merged), await Stored(Organisations, isKept ? kept : merged));
        Organisations.Field("city")!.Write(after!, "仙台");
        Change(session => session.Update(Organisations, before!, after!));
        var changes = (await Changes()).Count;
        Assert.Equal("record.changed", (await Database.MergeAsync(looked, Tester, TimeProvider.System, Cancel)).Refusal!.Code);
        Assert.Equal(changes, (await Changes()).Count);
    }

    [Fact]
    public async Task Refuses_where_somebody_may_not_write_one_of_the_records_and_says_how_many()
    {
        var (kept, merged, _) = await Three();
        var (mine, theirs) = (Unit("MINE"), Unit("THEIRS"));
        Create(Product.Units, mine, theirs);
        var turnable = Agreement("A-1", ("partner", merged), ("unit", mine.Number));
        Create(Agreements, turnable, Agreement("A-2", ("partner", merged), ("unit", theirs.Number)), Agreement("A-3", ("unit", theirs.Number), Parties((merged, null))));
        var officer = new Actor("officer")
        {
            Reach = new Dictionary<Right, IReadOnlySet<long>?> { [Right.See] = null, [Right.WriteShared] = null, [Right.Write] = new HashSet<long> { mine.Number } },
        };

        var counts = await Database.CountReferrersAsync(Organisations, merged, officer, Cancel);
        Assert.Equal([("other_parties", 1L, 1L), ("partner", 2L, 1L)], counts.Select(one => (one.Field.Code, one.Count, one.NotYours)).Order());
        var refusal = (await Merge(kept, merged, by: officer)).Refusal!;
        Assert.Equal("merge.not-yours", refusal.Code);
        Assert.Contains("協定（相手機関）1件", refusal.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("Agreements (Other parties) 1", refusal.Message.En, StringComparison.Ordinal);
        Assert.Equal(1, (await Stored(Agreements, turnable)).Version);
        var reader = officer with { Reach = new Dictionary<Right, IReadOnlySet<long>?> { [Right.See] = null } };
        await Assert.ThrowsAsync<NotAllowedException>(() => Merge(kept, merged, by: reader));
    }

    [Fact]
    public async Task Refuses_where_two_records_would_get_one_key_or_the_kept_one_would_refer_to_itself()
    {
        var (first, second, child) = (Unit("U-1"), Unit("U-2"), Unit("U-3"));
        Create(Product.Units, first, second);
        child = Fill(Product.Units, child, ("parent", first.Number));
        Create(Product.Units, child);
        var coverage = Database.Types.WithCode("coverage")!;
        foreach (var unit in new[] { first, second })
            Create(coverage, Product.Make(coverage, ("fact", "mobility"), ("unit", unit.Number), ("period", "FY2025")));

        Assert.Equal("merge.key-taken", (await MergeUnits(first, second)).Refusal!.Code);
        Assert.Equal("merge.refers-to-it", (await MergeUnits(child, first)).Refusal!.Code);
        Assert.False((await Stored(Product.Units, second)).IsWithdrawn);
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Lets_the_answer_of_the_kept_one_stand_where_both_have_one_to_the_same_question()
    {
        var (kept, merged, _) = await Three();
        var decisions = Database.Types.WithCode("registry_decision")!;
        var all = new[] { (kept, "R-1"), (merged, "R-1"), (merged, "R-2") }.Select(one => Product.Make(decisions,
            ("organisation", one.Item1), ("ror", one.Item2), ("registry_name", "Tohoku"), ("verdict", "not_same"), ("decided_on", new DateOnly(2025, 5, 1)))).ToList();
        Create(decisions, all);
        Assert.Equal("merge.key-taken", (await Merge(kept, merged)).Refusal!.Code);

        var both = new ToMerge(Organisations, (await Stored(Organisations, kept))!, (await Stored(Organisations, merged))!) { OneStands = [decisions] };
        Assert.Equal(2, (await Database.MergeAsync(both, Tester, TimeProvider.System, Cancel)).Value!.Turned["registry_decision"]);
        var after = new List<Record>();
        foreach (var one in all) after.Add(await Stored(decisions, one));
        Assert.Equal([false, true, false], after.Select(one => one.IsWithdrawn));
        Assert.All(after, one => Assert.Equal(kept, Read(one, "organisation")));
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Turns_more_records_than_it_holds_at_once()
    {
        var (kept, merged, _) = await Three();
        Create(Agreements, Enumerable.Range(1, 2_300).Select(i => i % 2 == 0 ? Agreement($"A-{i}", ("partner", merged)) : Agreement($"A-{i}", Parties((merged, null)))));
        Assert.Equal(2_300, (await Merge(kept, merged)).Value!.Turned["agreement"]);
        Assert.Empty(await Database.CountReferrersAsync(Organisations, merged, Actor.Local, Cancel));
        Assert.Equal([1_150L, 1_150L], (await Database.CountReferrersAsync(Organisations, kept, Actor.Local, Cancel)).Select(one => one.Count));
        await using (var context = Database.Read()) Assert.Equal(2_300, await context.CountInUseAsync(Organisations, kept, Cancel));
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Of_two_who_do_it_at_once_in_opposite_directions_one_is_refused()
    {
        var (one, other, _) = await Three();
        Create(Agreements, Enumerable.Range(1, 50).Select(i => Agreement($"A-{i}", ("partner", i % 2 == 0 ? one : other))));
        var answers = await Task.WhenAll(Task.Run(() => Merge(one, other), Cancel), Task.Run(() => Merge(other, one), Cancel));
        Assert.Single(answers, answer => answer.IsDone);
        Assert.Contains(answers.Single(answer => !answer.IsDone).Refusal!.Code, (string[])["merge.withdrawn", "record.changed"]);
        Assert.Empty(await Faults());
    }

    private static Actor Tester { get; } = new("tester");

    private async Task<(long Kept, long Merged, long Other)> Three()
    {
        var all = new[] { Organisation("東北大学"), Organisation("東北帝国大学"), Organisation("京都大学") };
        Create(Organisations, all);
        await Task.CompletedTask;
        return (all[0].Number, all[1].Number, all[2].Number);
    }

    private async Task<Result<RecordsMerged>> Merge(long kept, long merged, Record? becomes = null, Actor? by = null) => await Database.MergeAsync(
        new(Organisations, (await Stored(Organisations, kept))!, (await Stored(Organisations, merged))!) { Becomes = becomes }, by ?? Tester, TimeProvider.System, Cancel);

    private async Task<Result<RecordsMerged>> MergeUnits(Record kept, Record merged) => await Database.MergeAsync(
        new(Product.Units, await Stored(Product.Units, kept), await Stored(Product.Units, merged)), Tester, TimeProvider.System, Cancel);

    private static Record Fill(RecordType type, Record record, params IEnumerable<(string Field, object? Value)> values)
    {
        foreach (var (field, value) in values) type.Field(field)!.Write(record, value);
        return record;
    }

    private static object? Read(Record record, string field) => record switch
    {
        _ when Declared.EveryKind.All.First(type => type.Entity == record.GetType()).Field(field) is { } one => one.Read(record),
        _ => throw new ArgumentException(field),
    };

    private static Record Stay(string reference, params IEnumerable<(string, object?)> values) => Product.Make(Product.Stays,
        [("reference", reference), ("direction", "out"), ("kind", "student"), ("started_on", new DateOnly(2025, 5, 1)), .. values]);

    private static Record Unit(string code) => Product.Make(Product.Units, ("unit_code", code), ("name", new Bilingual(code, code)), ("kind", "faculty"));

    private static (string, object?) Parties(params (long Organisation, string? SignedAs)[] parties)
    {
        var field = (PartsField)Product.Agreements.Field("other_parties")!;
        var list = field.Part.List();
        foreach (var (organisation, signedAs) in parties)
        {
            var part = field.Part.New();
            field.Part.Fields[0].Write(part, organisation);
            field.Part.Fields[1].Write(part, signedAs);
            list.Add(part);
        }

        return ("other_parties", list);
    }

    private static IEnumerable<(long, string?)> Parties(Record agreement)
    {
        var field = (PartsField)Product.Agreements.Field("other_parties")!;
        return ((IList)field.Read(agreement)!).Cast<object>().Select(part => ((long)field.Part.Fields[0].Read(part)!, (string?)field.Part.Fields[1].Read(part)));
    }

    private static void Identify(Record organisation, string key)
    {
        var field = (PartsField)Product.Organisations.Field("identifiers")!;
        var (list, part) = (field.Part.List(), field.Part.New());
        field.Part.Fields[0].Write(part, "local");
        field.Part.Fields[1].Write(part, key);
        list.Add(part);
        field.Write(organisation, list);
    }
}

public sealed class MergingRecordsInSqlite() : MergingRecords(new SqliteStore { Types = Declared.EveryKind });

[Trait("Needs", "server")]
public sealed class MergingRecordsInPostgres(PostgresServer server) : MergingRecords(new PostgresStore(server) { Types = Declared.EveryKind });

using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Store;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests.Erasing;

public abstract class ErasingAPerson(Store store) : Specification(store)
{
    [Fact]
    public async Task Takes_the_value_out_of_the_record_and_of_its_whole_history()
    {
        var stay = await ThreeChanges();
        var erased = await Erase(stay);
        Assert.Equal((1, 2), (erased.Value!.Records, erased.Value.Changes));
        var stored = await Stored(Product.Stays, stay);
        Assert.Null(Product.Stays.Field("person_key")!.Read(stored!));
        Assert.Equal((4, 3m), (stored!.Version, Product.Stays.Field("credits")!.Read(stored)));
        Assert.Equal(
            [
                """{"reference":"S-1","direction":"in","kind":"student","person_key":{"erased":true},"started_on":"2025-04-01"}""",
                """{"person_key":[{"erased":true},{"erased":true}],"credits":[null,2.5]}""",
                """{"credits":[2.5,3]}""",
            ],
            (await Changes()).Take(3).Select(change => change.Values));
        Assert.Equal([erased.Value.ChangeSet, erased.Value.ChangeSet, null, null], (await Changes()).Select(change => change.RedactedBy));
    }

    [Fact]
    public async Task Says_who_did_it_when_why_and_what()
    {
        var stay = await ThreeChanges();
        await Erase(stay);
        await using var context = Database.Read();
        var (change, set) = (await context.HistoryAsync(stay, 1, Cancel))[0];
        Assert.Equal(("erased", "local", "form"), (change.Kind, set.Actor, set.Origin));
        var note = ErasedNote.Of(change)!;
        Assert.Equal(("asked for", "person_key"), (note.Reason, Assert.Single(note.Fields)));
        Assert.Equal(2, note.Redacted.Count);
        Assert.DoesNotContain("B9TM", change.Values);
    }

    [Fact]
    public async Task Leaves_a_chain_that_is_whole_and_says_how_much_is_redacted()
    {
        await Erase(await ThreeChanges());
        var verification = await Database.VerifyAsync(null, Cancel);
        Assert.Empty(verification.Faults);
        Assert.Equal((4, 2), (verification.Changes, verification.Redacted));
    }

    [Theory]
    [InlineData("""UPDATE "change" SET "values" = replace("values", 'S-1', 'S-2') WHERE kind = 'created'""", "history.redaction")]
    [InlineData("""UPDATE "change" SET "values" = replace("values", '2.5', '9.5') WHERE version = 2""", "history.redaction")]
    [InlineData("""UPDATE "change" SET "values" = replace("values", '2.5', '9.5'), redacted_by = (SELECT change_set FROM "change" WHERE kind = 'erased') WHERE version = 3""", "history.redaction")]
    [InlineData("""UPDATE "change" SET redacted_by = (SELECT change_set FROM "change" WHERE kind = 'erased') WHERE version = 3""", "history.redaction")]
    [InlineData("""UPDATE "change" SET redacted_by = change_set WHERE version = 3""", "history.redaction")]
    [InlineData("""UPDATE "change" SET redacted_by = 999999 WHERE kind = 'created'""", "history.redaction")]
    [InlineData("""UPDATE "change" SET redacted_by = NULL WHERE kind = 'created'""", "history.change")]
    [InlineData("""UPDATE "change" SET "values" = NULL WHERE kind = 'created'""", "history.redaction")]
    [InlineData("""UPDATE "change" SET "values" = NULL WHERE version = 3""", "history.emptied")]
    [InlineData("""UPDATE "change" SET "row" = 7 WHERE kind = 'created'""", "history.redaction")]
    [InlineData("""UPDATE "change" SET "values" = replace("values", 'asked for', 'no reason') WHERE kind = 'erased'""", "history.change")]
    [InlineData("""UPDATE "change" SET "values" = 'no note', redacted_by = change_set WHERE kind = 'erased'""", "history.redaction")]
    [InlineData("""DELETE FROM "change" WHERE kind = 'erased'""", "history.redaction")]
    public async Task Still_shows_that_somebody_went_past_the_program(string sql, string fault)
    {
        await Erase(await ThreeChanges());
        await Tamper(sql);
        Assert.Contains(fault, await Faults());
    }

    [Fact]
    public async Task Shows_that_somebody_has_put_a_value_back()
    {
        var stay = await ThreeChanges();
        var before = (await Changes())[0].Values;
        await Erase(stay);
        await Tamper($$"""UPDATE "change" SET "values" = '{{before!.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}}', redacted_by = NULL WHERE kind = 'created'""");
        Assert.Equal(["history.unerased"], await Faults());
    }

    [Fact]
    public async Task Erases_several_records_in_one_change_set()
    {
        var (one, other) = (Stay("S-1", "B9TM1234"), Stay("S-2", "B9TM1234"));
        Create(Product.Stays, one, other, Stay("S-3", "C0"));
        var erased = await Erase(one.Number, other.Number);
        Assert.Equal(2, erased.Value!.Records);
        Assert.Single((await Changes()).Where(change => change.Kind == ChangeKinds.Erased).Select(change => change.ChangeSet).Distinct());
        Assert.DoesNotContain(await Changes(), change => change.Values!.Contains("B9TM1234", StringComparison.Ordinal));
        Assert.Contains(await Changes(), change => change.Values!.Contains("C0", StringComparison.Ordinal));
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Erases_what_was_taken_out_by_hand_from_the_history_too()
    {
        var stay = Stay("S-1", "B9TM1234");
        Create(Product.Stays, stay);
        await Set(stay.Number, ("person_key", null));
        Assert.Equal(2, (await Erase(stay.Number)).Value!.Changes);
        Assert.DoesNotContain(await Changes(), change => change.Values!.Contains("B9TM1234", StringComparison.Ordinal));
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task Erases_again_what_has_come_since()
    {
        var stay = await ThreeChanges();
        await Erase(stay);
        Assert.Equal("erase.nothing", (await Erase(stay)).Refusal?.Code);
        await Set(stay, ("person_key", "B9TM5555"));
        Assert.Equal(1, (await Erase(stay)).Value!.Changes);
        Assert.Equal("""{"person_key":[null,{"erased":true}]}""", (await Changes())[4].Values);
        var verification = await Database.VerifyAsync(null, Cancel);
        Assert.Empty(verification.Faults);
        Assert.Equal(3, verification.Redacted);
    }

    [Fact]
    public async Task Leaves_a_withdrawn_record_withdrawn()
    {
        var stay = Stay("S-1", "B9TM1234");
        Create(Product.Stays, stay);
        Change(session => session.Withdraw(Product.Stays, stay));
        Assert.True((await Erase(stay.Number)).IsDone);
        Assert.True((await Stored(Product.Stays, stay)).IsWithdrawn);
        var record = await Stored(Product.Stays, stay);
        Change(session => session.Restore(Product.Stays, record));
        Assert.Null(Product.Stays.Field("person_key")!.Read(await Stored(Product.Stays, stay)));
    }

    [Theory]
    [InlineData(" ", "erase.no-reason")]
    [InlineData(null, "erase.no-reason")]
    public async Task Asks_for_a_reason(string? reason, string code)
    {
        var stay = await ThreeChanges();
        Assert.Equal(code, (await Database.EraseAsync([new(Product.Stays, stay)], reason, ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel)).Refusal?.Code);
        Assert.Equal(3, (await Changes()).Count);
    }

    [Fact]
    public async Task Refuses_and_leaves_everything_where_one_record_cannot_be_erased()
    {
        var stay = await ThreeChanges();
        var unit = Product.Make(Product.Units, ("unit_code", "U1"), ("name", new Bilingual("文学部", null)), ("kind", "faculty"));
        Create(Product.Units, unit);
        foreach (var (wrong, code) in new[] { (new ToErase(Product.Units, unit.Number), "erase.not-personal"), (new ToErase(Product.Stays, 99_999), "erase.not-found"), (new ToErase(Product.Stays, stay, 2), "record.changed") })
        {
            ToErase[] both = wrong.Number == stay ? [wrong] : [new(Product.Stays, stay), wrong];
            var refused = await Database.EraseAsync(both, "asked for", ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel);
            Assert.Equal(code, refused.Refusal?.Code);
        }

        Assert.All(await Changes(), change => Assert.Null(change.RedactedBy));
        Assert.NotNull(Product.Stays.Field("person_key")!.Read((await Stored(Product.Stays, stay))!));
    }

    [Fact]
    public async Task Shows_a_long_history_page_by_page()
    {
        var stay = Stay("S-1", "B9TM1234");
        Create(Product.Stays, stay);
        for (var i = 2; i <= 25; i++) await Set(stay.Number, ("credits", (decimal)i));
        await using var context = Database.Read();
        var versions = new List<int>();
        for (var before = int.MaxValue; await context.HistoryAsync(stay.Number, before, 10, Cancel) is { Count: > 0 } page; before = page[^1].Change.Version)
        {
            Assert.InRange(page.Count, 5, 10);
            versions.AddRange(page.Select(entry => entry.Change.Version));
        }

        Assert.Equal(Enumerable.Range(1, 25).Reverse(), versions);
    }

    protected Task<Result<PersonalDataErased>> Erase(params IEnumerable<long> stays) =>
        Database.EraseAsync([.. stays.Select(stay => new ToErase(Product.Stays, stay))], "asked for", ChangeOrigin.Form(Actor.Local), TimeProvider.System, Cancel);

    protected static Record Stay(string reference, string? person) => Product.Make(
        Product.Stays, ("reference", reference), ("direction", "in"), ("kind", "student"), ("person_key", person), ("started_on", new DateOnly(2025, 4, 1)));

    /// <summary>A stay whose person was corrected, and then its credits.</summary>
    protected async Task<long> ThreeChanges()
    {
        var stay = Stay("S-1", "B9TM1234");
        Create(Product.Stays, stay);
        await Set(stay.Number, ("person_key", "B9TM9999"), ("credits", 2.5m));
        await Set(stay.Number, ("credits", 3m));
        return stay.Number;
    }

    private async Task Set(long stay, params IEnumerable<(string Field, object? Value)> values)
    {
        var (before, after) = ((await Stored(Product.Stays, stay))!, (await Stored(Product.Stays, stay))!);
        foreach (var (field, value) in values) Product.Stays.Field(field)!.Write(after, value);
        Change(session => Assert.True(session.Update(Product.Stays, before, after)));
    }
}

public sealed class ErasingAPersonInSqlite() : ErasingAPerson(new SqliteStore())
{
    [Fact]
    public async Task Leaves_nothing_of_it_in_the_file()
    {
        var stay = await ThreeChanges();
        Assert.Contains("B9TM1234", OnDisk());
        await Erase(stay);
        var left = OnDisk();
        Assert.DoesNotContain("B9TM1234", left);
        Assert.DoesNotContain("B9TM9999", left);
        Assert.Contains("asked for", left);
    }

    /// <summary>The file and what lies beside it, each byte a character.</summary>
    private string OnDisk() => string.Concat(Directory.GetFiles(Path.GetDirectoryName(Store.Address[1])!).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}

[Trait("Needs", "server")]
public sealed class ErasingAPersonInPostgres(PostgresServer server) : ErasingAPerson(new PostgresStore(server));

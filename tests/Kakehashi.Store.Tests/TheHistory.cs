using Kakehashi.Kernel;
using Kakehashi.Platform.History;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

public abstract class TheHistory(Store store) : Specification(store)
{
    [Fact]
    public async Task Shows_what_happened_to_a_record_the_latest_first()
    {
        var agreement = await ThreeChanges();
        await using var context = Database.Read();
        var entries = await context.HistoryAsync(agreement, 10, Cancel);
        Assert.Equal(["withdrawn", "updated", "created"], entries.Select(entry => entry.Change.Kind));
        Assert.Equal([3, 2, 1], entries.Select(entry => entry.Change.Version));
        Assert.All(entries, entry => Assert.Equal(("local", "form"), (entry.Set.Actor, entry.Set.Origin)));
        Assert.Equal("updated", Assert.Single(await context.HistoryAsync(agreement, 2, Cancel), entry => entry.Change.Version == 2).Change.Kind);
    }

    [Fact]
    public async Task Holds_what_was_there_before_and_after()
    {
        await ThreeChanges();
        Assert.Equal(
            [
                """{"reference":"A-1","title":{"ja":"協定A-1","en":null},"type":"academic","level":"university","state":"draft","renews_by_itself":false,"is_strategic":false}""",
                """{"title":[{"ja":"協定A-1","en":null},{"ja":"協定A-1","en":"Agreement"}],"country":[null,"FR"]}""",
                "{}",
            ],
            (await Changes()).Select(change => change.Values));
    }

    [Fact]
    public async Task Is_whole_as_it_was_written()
    {
        await ThreeChanges();
        Create(Product.Organisations, Enumerable.Range(0, 50).Select(i => Organisation($"第{i}大学")));
        var verification = await Database.VerifyAsync(null, Cancel);
        Assert.Equal((4, 53), (verification.ChangeSets, verification.Changes));
        Assert.Empty(verification.Faults);
    }

    [Theory]
    [InlineData("""UPDATE "change" SET "values" = '{{"reference":"A-2"}}' WHERE kind = 'created'""", "history.change")]
    [InlineData("""UPDATE "change" SET "values" = NULL WHERE kind = 'updated'""", "history.emptied")]
    [InlineData("""UPDATE "change" SET kind = 'restored' WHERE kind = 'withdrawn'""", "history.change")]
    [InlineData("""UPDATE "change" SET record = record + 1000 WHERE kind = 'updated'""", "history.change")]
    [InlineData("""UPDATE "change" SET "row" = 7 WHERE kind = 'updated'""", "history.change")]
    [InlineData("""DELETE FROM "change" WHERE kind = 'updated'""", "history.changes")]
    [InlineData("""DELETE FROM change_set WHERE position = 1""", "history.gap")]
    [InlineData("""DELETE FROM change_set WHERE position = 2""", "history.chain")]
    [InlineData("""DELETE FROM change_set WHERE position = 3""", "history.loose")]
    [InlineData("""UPDATE change_set SET actor = 'somebody' WHERE position = 2""", "history.chain")]
    [InlineData("""UPDATE change_set SET "at" = "at" + 1 WHERE position = 3""", "history.chain")]
    [InlineData("""UPDATE agreements SET version = 4""", "history.unrecorded")]
    public async Task Shows_that_somebody_went_past_the_program(string sql, string fault)
    {
        await ThreeChanges();
        await Tamper(sql);
        Assert.Contains(fault, await Faults());
    }

    [Fact]
    public async Task Shows_that_two_change_sets_were_swapped()
    {
        await ThreeChanges();
        await Tamper("UPDATE change_set SET position = 99 WHERE position = 1");
        await Tamper("UPDATE change_set SET position = 1 WHERE position = 2");
        await Tamper("UPDATE change_set SET position = 2 WHERE position = 99");
        Assert.Contains("history.chain", await Faults());
    }

    [Fact]
    public async Task Shows_that_the_last_change_set_was_taken_out_with_its_changes()
    {
        await ThreeChanges();
        await Tamper("""DELETE FROM "change" WHERE kind = 'withdrawn'""");
        await Tamper("DELETE FROM change_set WHERE position = 3");
        Assert.Equal(["history.unrecorded"], await Faults());
    }

    private async Task<long> ThreeChanges()
    {
        var agreement = Agreement("A-1");
        Create(Product.Agreements, agreement);
        var (before, after) = (await Stored(Product.Agreements, agreement), await Stored(Product.Agreements, agreement));
        Product.Agreements.Field("country")!.Write(after, "FR");
        Product.Agreements.Field("title")!.Write(after, new Bilingual("協定A-1", "Agreement"));
        Change(session => session.Update(Product.Agreements, before, after));
        Change(session => session.Withdraw(Product.Agreements, after));
        return agreement.Number;
    }
}

public sealed class TheHistoryInSqlite() : TheHistory(new SqliteStore());

[Trait("Needs", "server")]
public sealed class TheHistoryInPostgres(PostgresServer server) : TheHistory(new PostgresStore(server));

using Kakehashi.Platform.History;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Store.Tests;

public abstract class SeveralSessions(Store store) : Specification(store)
{
    [Fact]
    public async Task At_once_leave_a_chain_without_a_gap()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(
            () =>
            {
                for (var i = 0; i < 15; i++) Create(Product.Agreements, Agreement($"A-{writer}-{i}"), Agreement($"B-{writer}-{i}"));
            },
            Cancel)));
        var verification = await Database.VerifyAsync(null, Cancel);
        Assert.Equal((90, 180), (verification.ChangeSets, verification.Changes));
        Assert.Empty(verification.Faults);
        Assert.Equal(180, await Count("SELECT count(DISTINCT id) FROM agreements"));
    }

    [Fact]
    public async Task Do_not_see_what_the_other_has_not_committed()
    {
        var agreement = Agreement("A-1");
        using var session = Session();
        session.Create(Product.Agreements, agreement);
        session.Read();
        Assert.Null(await Stored(Product.Agreements, agreement.Number));
        session.Commit();
        Assert.NotNull(await Stored(Product.Agreements, agreement.Number));
    }
}

public sealed class SeveralSessionsInSqlite() : SeveralSessions(new SqliteStore())
{
    [Fact]
    public async Task Write_one_after_the_other()
    {
        var first = Session();
        first.Create(Product.Agreements, Agreement("A-1"));
        var second = Task.Run(() => Create(Product.Agreements, Agreement("A-2")), Cancel);
        Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(300, Cancel)));
        first.Commit();
        first.Dispose();
        await second;
        await using var context = Database.Read();
        Assert.Equal(2, await context.ChangeSets.CountAsync(Cancel));
    }
}

[Trait("Needs", "server")]
public sealed class SeveralSessionsInPostgres(PostgresServer server) : SeveralSessions(new PostgresStore(server))
{
    [Fact]
    public async Task Write_at_once_and_are_chained_in_the_order_of_their_commits()
    {
        using var first = Session();
        first.Create(Product.Agreements, Agreement("A-1"));
        first.Read();
        Create(Product.Agreements, Agreement("A-2"));
        first.Commit();
        await using var context = Database.Read();
        Assert.Equal(2, (await context.ChangeSets.SingleAsync(set => set.Id == first.Id, Cancel)).Position);
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task That_change_one_record_end_with_one_conflict()
    {
        var agreement = Agreement("A-1");
        Create(Product.Agreements, agreement);
        var edits = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            var (before, after) = (await Stored(Product.Agreements, agreement), await Stored(Product.Agreements, agreement));
            Product.Agreements.Field("note")!.Write(after, $"第{i}版");
            return (before, after);
        }));
        var conflicts = 0;
        await Task.WhenAll(edits.Select(edit => Task.Run(
            () =>
            {
                try
                {
                    Change(session => session.Update(Product.Agreements, edit.before, edit.after));
                }
                catch (Kakehashi.Platform.Store.ConflictException)
                {
                    Interlocked.Increment(ref conflicts);
                }
            },
            Cancel)));
        Assert.Equal(3, conflicts);
        Assert.Equal(2, (await Stored(Product.Agreements, agreement)).Version);
        Assert.Empty(await Faults());
    }
}

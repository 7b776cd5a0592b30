using Kakehashi.Kernel;
using Kakehashi.Platform.Mail;
using Kakehashi.TestServers;

namespace Kakehashi.Store.Tests;

public abstract class Letters(Store store) : Specification(store)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private readonly Clock clock = new();

    internal static Letter Letter(string key, string to = "hanako@example.ac.jp") => new(key, to, Language.Ja, "自己評価の提出期限", "あと7日です。\n") { Name = "佐藤 花子" };

    [Fact]
    public async Task Go_out_once_however_often_they_are_put()
    {
        using var outbox = new Outbox(Database, clock);
        Assert.Equal(2, await outbox.PutAsync([Letter("a"), Letter("b")], Cancel));
        Assert.Equal(1, await outbox.PutAsync([Letter("a"), Letter("c")], Cancel));
        Assert.Equal(3, (await outbox.DueAsync(10, Cancel)).Count);
    }

    [Fact]
    public async Task Are_found_by_what_their_keys_begin_with()
    {
        using var outbox = new Outbox(Database, clock);
        await outbox.PutAsync([Letter("round/7_/a"), Letter("round/7_/b"), Letter("round/71/a"), Letter("round/7/a")], Cancel);
        var traces = await outbox.TracesAsync("round/7_/", Cancel);
        Assert.Equal(["round/7_/a", "round/7_/b"], traces.Select(trace => trace.Key).Order(StringComparer.Ordinal));
        Assert.All(traces, trace => Assert.Equal((LetterState.Waiting, clock.Now), (trace.State, trace.QueuedAt)));
    }

    [Fact]
    public async Task Are_taken_by_one_program_at_a_time()
    {
        using var outbox = new Outbox(Database, clock);
        using var other = new Outbox(Database, clock);
        await outbox.PutAsync([Letter("a")], Cancel);
        var id = Assert.Single(await other.DueAsync(10, Cancel));
        Assert.Equal((1, "佐藤 花子"), await outbox.TakeAsync(id, Lease, Cancel) is { } taken ? (taken.Attempts, taken.Name) : default);
        Assert.Null(await other.TakeAsync(id, Lease, Cancel));
        // whoever took it was killed
        clock.Now += Lease;
        Assert.Equal(2, (await other.TakeAsync(id, Lease, Cancel))?.Attempts);
    }

    [Fact]
    public async Task Are_tried_again_later_and_later_until_they_are_given_up()
    {
        using var outbox = new Outbox(Database, clock);
        await outbox.PutAsync([Letter("a")], Cancel);
        var (id, attempts) = (Assert.Single(await outbox.DueAsync(1, Cancel)), 0);
        for (var hours = 0; hours < 96; hours++)
        {
            while (await outbox.TakeAsync(id, Lease, Cancel) is { } taken)
            {
                attempts++;
                await outbox.NoteAsync(taken, new("nobody answers", false), Cancel);
            }

            clock.Now += TimeSpan.FromHours(1);
        }

        var letter = await outbox.FindAsync(id, Cancel);
        Assert.Equal((7, LetterState.Failed, "nobody answers"), (attempts, letter!.State, letter.Trouble));
        Assert.True(await outbox.RetryAsync(id, Cancel));
        Assert.Equal(id, Assert.Single(await outbox.DueAsync(1, Cancel)));
    }

    [Fact]
    public async Task Can_be_taken_back_until_they_are_out()
    {
        using var outbox = new Outbox(Database, clock);
        await outbox.PutAsync([Letter("a"), Letter("b")], Cancel);
        var due = await outbox.DueAsync(2, Cancel);
        Assert.True(await outbox.WithdrawAsync(due[0], Cancel));
        await outbox.NoteAsync((await outbox.TakeAsync(due[1], Lease, Cancel))!, Delivery.Done, Cancel);
        Assert.False(await outbox.WithdrawAsync(due[1], Cancel));
        Assert.False(await outbox.RetryAsync(due[1], Cancel));
        Assert.Empty(await outbox.DueAsync(2, Cancel));
        var counts = await outbox.CountAsync(Cancel);
        Assert.Equal((1, 1, 0), (counts[LetterState.Withdrawn], counts[LetterState.Sent], counts[LetterState.Waiting]));
        Assert.Equal(due[1], Assert.Single(await outbox.LatestAsync(LetterState.Sent, 0, 10, Cancel)).Id);
    }

    [Fact]
    public async Task Do_not_go_out_days_after_they_were_true()
    {
        using var outbox = new Outbox(Database, clock);
        await outbox.PutAsync([Letter("a") with { Enclosure = new("板.pdf", "application/pdf", [1, 2, 3]) }], Cancel);
        var letter = Assert.Single(await outbox.LatestAsync(null, 0, 10, Cancel));
        Assert.Equal([1, 2, 3], (await outbox.EnclosureAsync(letter.Id, Cancel))!.Content);
        clock.Now += Outbox.Patience + TimeSpan.FromMinutes(1);
        await outbox.TidyAsync(Cancel);
        Assert.Equal(LetterState.Failed, (await outbox.FindAsync(letter.Id, Cancel))!.State);
        clock.Now += Outbox.Kept;
        await outbox.TidyAsync(Cancel);
        Assert.Empty(await outbox.LatestAsync(null, 0, 10, Cancel));
        Assert.Null(await outbox.EnclosureAsync(letter.Id, Cancel));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

public sealed class LettersInSqlite() : Letters(new SqliteStore());

[Trait("Needs", "server")]
public sealed class LettersInPostgres(PostgresServer server) : Letters(new PostgresStore(server));

using Kakehashi.Analytics.Facts;
using Kakehashi.Analytics.Quality;
using Kakehashi.Kernel;

namespace Kakehashi.Tests.Analytics;

public sealed class EntriesAfterTheEvent : IDisposable
{
    private static readonly DateOnly Since = new(2024, 6, 1);
    private static readonly FactSchema Visit = new("visit", ("訪問", "Visit"), []);

    private readonly FactStore store = FactStore.Open(null, [Visit], YearStarts.Japan, new(1, "256MB"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Are_in_time_up_to_and_with_the_ninetieth_day()
    {
        Enter((1, Since, 0), (2, Since, 90), (3, Since, 91), (4, Since.AddDays(200), -20));
        Assert.Equal([new UnitEntries(7, 2024, 0, 4, 1, 45m)], FactCounts.Entries(store, Visit, Since, Cancel));
        Assert.Equal([3L], Records(EntryTime.Late));
        Assert.Equal([1L, 2L, 3L, 4L], Records(EntryTime.Since));
    }

    [Fact]
    public void Stand_by_themselves_where_the_event_was_before_the_first_entry_of_all()
    {
        Enter((1, Since.AddDays(-1), 500), (2, Since.AddDays(-30), 30));
        Assert.Equal([new UnitEntries(7, 2024, 2, 0, 0, null)], FactCounts.Entries(store, Visit, Since, Cancel));
        Assert.Equal([1L, 2L], Records(EntryTime.TakenOver));
        Assert.Empty(Records(EntryTime.Late));
    }

    [Fact]
    public void Say_nothing_of_a_fact_whose_day_of_entry_nobody_knows()
    {
        Enter((1, Since, null));
        Assert.Equal([new UnitEntries(7, 2024, 0, 0, 0, null)], FactCounts.Entries(store, Visit, Since, Cancel));
    }

    public void Dispose() => store.Dispose();

    private void Enter(params (long Record, DateOnly Date, int? After)[] facts) => store.Project(1, projection =>
    {
        foreach (var (record, date, after) in facts)
            projection.Facts("visit").Append(new(record, 7, date, Entered: after is { } days ? date.AddDays(days) : null));
    });

    private IReadOnlyList<long> Records(EntryTime time) =>
        FactCounts.Records(store, Visit, new(7, 2024) { Entered = (time, Since) }, 0, 10, Cancel);
}

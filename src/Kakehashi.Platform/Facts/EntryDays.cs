using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Facts;

/// <summary>On which days records were first written, as the history has it: what tells how late data came.</summary>
/// <param name="zone">What days are in.</param>
internal sealed class EntryDays(TimeZoneInfo zone)
{
    /// <summary>The days, by the numbers of the records.</summary>
    public async Task<IReadOnlyDictionary<long, DateOnly>> OfAsync(RecordsContext context, IReadOnlyList<Record> records, CancellationToken cancel)
    {
        var numbers = records.Select(record => record.Number).ToArray();
        var first = from change in context.Changes
                    where change.Version == 1 && EF.Parameter(numbers).Contains(change.Record)
                    join set in context.ChangeSets on change.ChangeSet equals set.Id
                    select new { change.Record, set.At };
        var days = new Dictionary<long, DateOnly>(numbers.Length);
        // records next to each other mostly came together
        (DateTimeOffset At, DateOnly Day) last = default;
        await foreach (var one in first.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (one.At != last.At) last = (one.At, Of(one.At));
            days[one.Record] = last.Day;
        }

        return days;
    }

    /// <summary>The day of the first change set: what happened before was taken over, not entered late. Null where there is no history.</summary>
    public async Task<DateOnly?> FirstAsync(Database database, CancellationToken cancel)
    {
        await using var context = database.Read();
        var first = await context.ChangeSets.OrderBy(set => set.Position).Select(set => (DateTimeOffset?)set.At).FirstOrDefaultAsync(cancel);
        return first is { } at ? Of(at) : null;
    }

    private DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}

using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;

namespace Kakehashi.Platform.Quality;

/// <summary>A page of the records behind a figure of the quality of data.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Rows">The records, as far as the actor may see them.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">The last number of this page, where there are more.</param>
public sealed record QualityRecords(RecordType Type, IReadOnlyList<Record> Rows, long Total, long? Next)
{
    /// <summary>How many are on a page.</summary>
    public const int Size = 50;

    /// <summary>Those of a fiscal year, or of all, that a check finds in a unit; null for those that name no unit.</summary>
    public static async Task<QualityRecords> FoundAsync(Workspace workspace, (RecordCheck Check, long? Unit, Period? Year) of, long after, Actor actor, CancellationToken cancel)
    {
        var (check, unit, year) = of;
        var found = await CheckedRecords.FindAsync(workspace, new(check, unit, year is { } one ? workspace.Quality.DaysOf(one) : null, after, Size + 1), actor, cancel);
        return new(check.Type, [.. found.Take(Size)], await workspace.Quality.CountAsync(check, unit, year, actor, cancel), found.Count > Size ? found[Size - 1].Number : null);
    }

    /// <summary>Those behind facts.</summary>
    public static async Task<QualityRecords> NumberedAsync(Workspace workspace, RecordType type, IReadOnlyList<long> numbers, long total, Actor actor, CancellationToken cancel)
    {
        var page = numbers.Take(Size).ToList();
        await using var context = workspace.Database.Read();
        var records = await context.LoadAsync(type, page, cancel);
        return new(type, [.. records.Where(record => actor.Sees(type, record)).Select(record => record.ShownTo(type, actor)).OrderBy(record => record.Number)], total, numbers.Count > Size ? page[^1] : null);
    }
}

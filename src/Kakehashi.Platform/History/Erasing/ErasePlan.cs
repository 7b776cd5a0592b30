using Kakehashi.Kernel;
using Kakehashi.Platform.Import.Uploads;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History.Erasing;

/// <summary>What erasing would take out of one record.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Record">As it is now.</param>
/// <param name="Fields">The fields that have something, now or in the history.</param>
/// <param name="Changes">How many earlier changes would be redacted.</param>
/// <param name="Batches">The import batches that brought values.</param>
public sealed record ErasableRecord(RecordType Type, Record Record, IReadOnlyList<Field> Fields, int Changes, IReadOnlyList<long> Batches);

/// <summary>What would be erased, looked at before it is done.</summary>
/// <param name="Asked">The record.</param>
/// <param name="Others">Other records, of any type, with the same person's number or name in a personal line.</param>
/// <param name="HasMore">There are more of these than are shown.</param>
/// <param name="Files">The import batches that brought values, and whether their files are kept.</param>
public sealed record ErasePlan(ErasableRecord Asked, IReadOnlyList<ErasableRecord> Others, bool HasMore, IReadOnlyList<BatchFiles> Files)
{
    /// <summary>The most other records that are shown and erased at once.</summary>
    public const int MostOthers = 200;

    /// <summary>Nothing personal is there, nor ever was since the last erasure.</summary>
    public bool IsEmpty => Asked.Fields.Count == 0 && Others.Count == 0;

    /// <summary>Looks at a record.</summary>
    public static async Task<ErasePlan> OfAsync(Workspace workspace, RecordType type, Record record, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var asked = await OfAsync(context, type, record, cancel);
        var same = await SamePerson.FindAsync(context, workspace.Database, type, record, MostOthers + 1, actor.As(Right.Erase), cancel);
        var others = new List<ErasableRecord>();
        foreach (var (other, one) in same.Take(MostOthers)) others.Add(await OfAsync(context, other, one, cancel));
        var files = await workspace.FilesAsync([.. others.Append(asked).SelectMany(one => one.Batches).Distinct()], cancel);
        return new(asked, others, same.Count > MostOthers, files);
    }

    private static async Task<ErasableRecord> OfAsync(RecordsContext context, RecordType type, Record record, CancellationToken cancel)
    {
        var number = record.Number;
        var history = await context.HistoryAsync(number, int.MaxValue, cancel);
        var fields = Erasable.Filled(type, record).ToHashSet();
        var changes = 0;
        foreach (var (change, _) in history)
        {
            var personal = Redaction.Of(type, change).Fields;
            fields.UnionWith(personal);
            if (personal.Count > 0) changes++;
        }

        return new(type, record, [.. type.Fields.Where(fields.Contains)], changes, [.. history.Where(entry => entry.Set.Origin == "import").Select(entry => entry.Set.Batch).OfType<long>().Distinct()]);
    }
}

using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History.Erasing;

/// <summary>What was erased in the records of one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Records">In how many records.</param>
/// <param name="Changes">In how many earlier changes of theirs.</param>
/// <param name="Fields">What the fields are called; never what stood in them.</param>
public sealed record ErasedOfType(RecordType Type, int Records, int Changes, IReadOnlyList<Text> Fields);

/// <summary>
/// What can be handed to a person whose data was erased. Nothing is kept for it: it is read from the change set that
/// erased, whose hash stands in the chain that <c>verify</c> walks.
/// </summary>
/// <param name="Set">The change set.</param>
/// <param name="Reason">Why, in the words of whoever did it.</param>
/// <param name="Types">What was erased, by type.</param>
public sealed record ErasureCertificate(ChangeSet Set, string Reason, IReadOnlyList<ErasedOfType> Types)
{
    /// <summary>The hash of the change set, as <c>verify</c> works it out again.</summary>
    public string Hash => Convert.ToHexStringLower(Set.Hash);

    /// <summary>The certificate of a change set; null where it erased nothing, or something that the actor may not erase.</summary>
    public static async Task<ErasureCertificate?> ReadAsync(Workspace workspace, long changeSet, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        return (await ReadAsync(workspace, context, [changeSet], actor, cancel)).SingleOrDefault();
    }

    /// <summary>Those of several change sets, the latest first, without those that erased something that the actor may not erase.</summary>
    internal static async Task<IReadOnlyList<ErasureCertificate>> ReadAsync(Workspace workspace, RecordsContext context, IReadOnlyCollection<long> changeSets, Actor actor, CancellationToken cancel)
    {
        var sets = await context.ChangeSets.Where(set => changeSets.Contains(set.Id)).OrderByDescending(set => set.Id).ToListAsync(cancel);
        var changes = await context.Changes.Where(change => changeSets.Contains(change.ChangeSet) && change.Kind == ChangeKinds.Erased).ToListAsync(cancel);
        HashSet<long> elsewhere = [];
        foreach (var same in changes.GroupBy(change => change.Type))
        {
            if (workspace.Types.WithCode(same.Key) is not { } type) continue;
            foreach (var some in same.Select(change => change.Record).Distinct().Chunk(1_000))
                elsewhere.UnionWith((await context.LoadAsync(type, some, cancel)).Where(record => !actor.Reaches(Right.Erase, type, record)).Select(record => record.Number));
        }

        var bySet = changes.ToLookup(change => change.ChangeSet);
        return [.. sets.Where(set => !bySet[set.Id].Any(change => elsewhere.Contains(change.Record))).Select(set => Of(workspace, set, [.. bySet[set.Id]])).OfType<ErasureCertificate>()];
    }

    private static ErasureCertificate? Of(Workspace workspace, ChangeSet set, IReadOnlyList<Change> changes)
    {
        var types = new List<ErasedOfType>();
        foreach (var same in changes.GroupBy(change => change.Type))
        {
            if (workspace.Types.WithCode(same.Key) is not { } type) continue;
            var notes = same.Select(ErasedNote.Of).OfType<ErasedNote>().ToList();
            var fields = notes.SelectMany(note => note.Fields).Distinct().Select(code => type.Field(code)?.Label ?? Text.Same(code));
            types.Add(new(type, same.Count(), notes.Sum(note => note.Redacted.Count), [.. fields]));
        }

        return types.Count == 0 ? null : new(set, changes.Select(ErasedNote.Of).OfType<ErasedNote>().Select(note => note.Reason).FirstOrDefault() ?? "", types);
    }

    /// <summary>The latest change set that erased something of a record; null where none did.</summary>
    public static async Task<long?> OfRecordAsync(RecordsContext context, long record, CancellationToken cancel) =>
        await context.Changes.Where(change => change.Record == record && change.Kind == ChangeKinds.Erased)
            .OrderByDescending(change => change.Version).Select(change => (long?)change.ChangeSet).FirstOrDefaultAsync(cancel);
}

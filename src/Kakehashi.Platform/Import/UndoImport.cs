using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Jobs;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Kakehashi.Records.Own;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.Import;

/// <summary>What keeps an import from being undone, or what undoing it has done.</summary>
/// <param name="Refusal">Why not; null where it was done.</param>
/// <param name="ChangedSince">Records that were changed after the import, at most <see cref="UndoImport.MostNamed"/>.</param>
/// <param name="Withdrawn">How many records that the import had added were withdrawn.</param>
/// <param name="PutBack">How many records that it had changed were put back.</param>
public sealed record UndoneImport(Refusal? Refusal, IReadOnlyList<(RecordType Type, long Number)> ChangedSince, int Withdrawn, int PutBack);

/// <summary>
/// Takes an import back by a new change set: what it added is withdrawn, what it changed gets its old values. Where
/// somebody has worked on one of the records since, nothing is done: their work would be lost. An erasure is no such work:
/// undoing goes on, and leaves erased what was erased.
/// </summary>
public static class UndoImport
{
    public const int MostNamed = 50;

    private const int AtOnce = 1_000;

    public static async Task<UndoneImport> UndoAsync(this Workspace workspace, long id, Actor actor, IProgress<JobProgress>? progress, CancellationToken cancel)
    {
        try
        {
            return await Undo(workspace, id, actor, progress, cancel);
        }
        catch (KeptByLawException kept)
        {
            return new(kept.Refusal, [], 0, 0);
        }
    }

    private static async Task<UndoneImport> Undo(Workspace workspace, long id, Actor actor, IProgress<JobProgress>? progress, CancellationToken cancel)
    {
        // one at a time, as imports: who comes second finds that it has been done
        using var session = workspace.BeginImport(_ => ChangeOrigin.Undo(actor, id), new(() => progress?.Report(new(0, null) { IsWaiting = true }), cancel));
        var context = session.Read();
        var batch = await context.ImportBatches.FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (batch is not { State: ImportState.Committed })
            return Refused("import.not-committed", "この取込は書き込まれていないか、すでに取り消されています。", "This import was not written, or has been undone already.", []);
        var all = await context.ChangeSets.Where(one => one.Id == batch.ChangeSet).Select(one => one.Count).FirstOrDefaultAsync(cancel);
        var (changedSince, withdrawn, putBack) = (new List<(RecordType, long)>(), 0, 0);
        for (var after = 0; batch.ChangeSet is { } set; after += AtOnce)
        {
            var changes = await context.Changes.Where(change => change.ChangeSet == set && change.Ordinal > after && change.Ordinal <= after + AtOnce).OrderBy(change => change.Ordinal).ToListAsync(cancel);
            if (changes.Count == 0) break;
            progress?.Report(new(after, all > 0 ? (double)after / all : null));
            foreach (var group in changes.GroupBy(change => change.Type))
            {
                if (workspace.Types.WithCode(group.Key) is not { } type) continue;
                var records = (await context.LoadAsync(type, [.. group.Select(change => change.Record)], cancel)).ToDictionary(record => record.Number);
                var erased = await OnlyErasedSince(context, records, group, cancel);
                foreach (var change in group)
                {
                    if (!records.TryGetValue(change.Record, out var record) || (record.Version != change.Version && !erased.Contains(change.Record))) changedSince.Add((type, change.Record));
                    else if (changedSince.Count == 0 && change.Kind == ChangeKinds.Created) withdrawn += Withdraw(session, type, record);
                    else if (changedSince.Count == 0 && change is { Kind: ChangeKinds.Updated, Values: not null }) putBack += PutBack(session, type, record, change.Values);
                }
            }

            if (changedSince.Count >= MostNamed) break;
        }

        if (changedSince.Count > 0) return Changed(changedSince);
        workspace.Batches.Write(session, Undone(batch, session));
        session.Commit();
        return new(null, [], withdrawn, putBack);
    }

    private static async Task<HashSet<long>> OnlyErasedSince(RecordsContext context, Dictionary<long, Record> records, IEnumerable<Change> changes, CancellationToken cancel)
    {
        var versions = changes.Where(change => records.TryGetValue(change.Record, out var record) && record.Version > change.Version)
            .GroupBy(change => change.Record).ToDictionary(same => same.Key, same => same.Min(change => change.Version));
        if (versions.Count == 0) return [];
        var numbers = versions.Keys.ToArray();
        var others = await context.Changes.Where(change => numbers.Contains(change.Record) && change.Kind != ChangeKinds.Erased)
            .Select(change => new { change.Record, change.Version }).ToListAsync(cancel);
        return [.. numbers.Except(others.Where(change => change.Version > versions[change.Record]).Select(change => change.Record))];
    }

    private static int Withdraw(ChangeSession session, RecordType type, Record record)
    {
        session.Withdraw(type, record);
        return 1;
    }

    private static int PutBack(ChangeSession session, RecordType type, Record record, string values)
    {
        var before = type.New();
        foreach (var field in type.Fields) field.Write(before, field.Read(record));
        using var json = JsonDocument.Parse(values);
        foreach (var property in json.RootElement.EnumerateObject())
            if (type.Field(property.Name) is { IsOwn: false } field) field.Write(before, Redaction.Read(field, property.Value[0], record.Number));
            else if (property.Name.StartsWith(OwnFields.Prefix, StringComparison.Ordinal)) before.SetOwn(property.Name, OwnLeft(type, property, record.Number));
        return session.Update(type, record, before) ? 1 : 0;
    }

    /// <summary>An own value as it was stored, whatever is declared by now; what was erased since stays erased.</summary>
    private static JsonElement OwnLeft(RecordType type, JsonProperty property, long record)
    {
        var before = property.Value[0];
        if (!Redaction.IsMark(before)) return before.Clone();
        return type.Field(property.Name) is { } field ? Redaction.Left(field, before, record) : default;
    }

    private static ImportBatch Undone(ImportBatch batch, ChangeSession session) =>
        batch with { State = ImportState.Undone, UndoneBy = session.Count > 0 ? session.Id : null };

    private static UndoneImport Changed(List<(RecordType, long)> changed) => Refused("import.changed-since",
        "取込の後に変更された記録があるため、取り消せません。何も変更していません。先にそれらの記録を確かめてください。",
        "Some records were changed after this import, so it cannot be undone. Nothing was changed. Look at these records first.",
        [.. changed.Take(MostNamed)]);

    private static UndoneImport Refused(string code, string ja, string en, IReadOnlyList<(RecordType, long)> changed) => new(new(code, (ja, en)), changed, 0, 0);
}

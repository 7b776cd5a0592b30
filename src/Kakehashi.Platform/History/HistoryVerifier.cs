using System.Security.Cryptography;
using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform.History.Erasing;
using Kakehashi.Platform.Store;
using Kakehashi.Records;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History;

/// <summary>What a verification found.</summary>
/// <param name="ChangeSets">How many change sets were read.</param>
/// <param name="Changes">How many changes.</param>
/// <param name="Redacted">How many of them are without personal values that were erased.</param>
/// <param name="Faults">Where the chain is broken; none where the history is whole.</param>
public sealed record Verification(long ChangeSets, long Changes, long Redacted, IReadOnlyList<Refusal> Faults);

/// <summary>
/// Reads the whole history and computes every hash again, then asks whether each record is where its history left it:
/// the last change set has none after it that would miss it.
/// </summary>
public static class HistoryVerifier
{
    private const int MostFaults = 100;

    /// <summary>Streams through the chain: memory does not grow with the history.</summary>
    public static async Task<Verification> VerifyAsync(this Database database, IProgress<long>? progress, CancellationToken cancel)
    {
        await using var context = database.Read();
        await using var inner = database.Read();
        await using var beside = database.Read();
        var redactions = new RedactionVerifier(beside);
        var (faults, sets, changes) = (new List<Refusal>(), 0L, 0L);
        byte[] previous = [];
        await foreach (var set in context.ChangeSets.OrderBy(set => set.Position).AsAsyncEnumerable().WithCancellation(cancel))
        {
            sets++;
            if (set.Position != sets) faults.Add(Fault("history.gap", set, "変更の並びに抜けがあります", "a change set is missing before it"));
            var (digest, count) = await Digest(inner, set, redactions, faults, cancel);
            changes += count;
            if (count != set.Count || !digest.AsSpan().SequenceEqual(set.Digest)) faults.Add(Fault("history.changes", set, "変更の内容が記録時と異なります", "its changes are not those that were written"));
            if (!ChangeHash.Of(set, previous).AsSpan().SequenceEqual(set.Hash)) faults.Add(Fault("history.chain", set, "ハッシュの連鎖が切れています", "the chain of hashes is broken"));
            previous = set.Hash;
            progress?.Report(changes);
            if (faults.Count >= MostFaults) return new(sets, changes, redactions.Count, faults);
        }

        await FindLoose(inner, faults, cancel);
        foreach (var type in database.Types.All) await type.Accept(new Unrecorded(inner, faults, cancel));
        return new(sets, changes, redactions.Count, faults);
    }

    private static async Task<(byte[] Digest, int Count)> Digest(RecordsContext context, ChangeSet set, RedactionVerifier redactions, List<Refusal> faults, CancellationToken cancel)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        var hash = new byte[ChangeHash.Size];
        var id = set.Id;
        await foreach (var change in context.Changes.Where(change => change.ChangeSet == id).OrderBy(change => change.Ordinal).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            digest.AppendData(change.Hash);
            if (await Altered(change, set, redactions, hash, cancel) is { } fault && faults.Count < MostFaults) faults.Add(fault);
        }

        return (digest.GetHashAndReset(), count);
    }

    /// <summary>A redacted change keeps its hash, so that the chain holds without the values; what is left of it is checked otherwise.</summary>
    private static async Task<Refusal?> Altered(Change change, ChangeSet set, RedactionVerifier redactions, byte[] hash, CancellationToken cancel)
    {
        if (change.RedactedBy is not null)
            return await redactions.IsVouchedForAsync(change, set.Position, cancel) ? null
                : Fault("history.redaction", set, $"記録{change.Record}の履歴は消去済みとされていますが、消去の手続が残した内容と異なります", $"the history of record {change.Record} is marked as erased, but is not what an erasure has left");
        // told of by FindLoose
        if (change.Values is null) return null;
        ChangeHash.Of(change.ChangeSet, change.Ordinal, change.Record, change.Type, change.Version, change.Kind, change.Row, Encoding.UTF8.GetBytes(change.Values), hash);
        if (!hash.AsSpan().SequenceEqual(change.Hash))
            return Fault("history.change", set, $"記録{change.Record}の履歴が書き換えられています", $"the history of record {change.Record} was altered");
        return change.Kind == ChangeKinds.Erased && !await redactions.HoldsAsync(change, cancel)
            ? Fault("history.unerased", set, $"記録{change.Record}の消去された値が履歴に戻されています", $"values of record {change.Record} that were erased are in its history again")
            : null;
    }

    /// <summary>Changes without their change set, and values that are gone altogether, which no erasure does.</summary>
    private static async Task FindLoose(RecordsContext context, List<Refusal> faults, CancellationToken cancel)
    {
        var loose = await context.Changes.Where(change => !context.ChangeSets.Any(set => set.Id == change.ChangeSet))
            .Select(change => change.Record).Take(MostFaults).ToListAsync(cancel);
        faults.AddRange(loose.Select(record => OfRecord("history.loose", record, "変更の一部が失われています", "the change set of one of its changes is missing")));
        var emptied = await context.Changes
            .Where(change => change.Values == null)
            .Select(change => change.Record).Distinct().Take(MostFaults).ToListAsync(cancel);
        faults.AddRange(emptied.Select(record => OfRecord("history.emptied", record, "消去の手続なしに履歴の値が消えています", "values of its history are gone, as no erasure leaves them")));
    }

    private static Refusal Fault(string code, ChangeSet set, string ja, string en) =>
        new(code, ($"変更{set.Position}({set.At:yyyy-MM-dd HH:mm} UTC): {ja}。バックアップから復元してください。", $"Change set {set.Position} ({set.At:yyyy-MM-dd HH:mm} UTC): {en}. Restore a backup."));

    private static Refusal OfRecord(string code, long record, string ja, string en) =>
        new(code, ($"記録{record}: {ja}。バックアップから復元してください。", $"Record {record}: {en}. Restore a backup."));

    /// <summary>Records whose present version no change has led to.</summary>
    private sealed class Unrecorded(RecordsContext context, List<Refusal> faults, CancellationToken cancel) : IEntityVisitor<Task>
    {
        public async Task Visit<T>(RecordType<T> type)
            where T : Record<T>, new()
        {
            var code = type.Code;
            // both sides as plain numbers: the id of a record is of a type of its own
            var records = context.Set<T>().Select(record => new { Number = (long)(object)record.Id, record.Version });
            var found = await records
                .Where(record => !context.Changes.Any(change => change.Record == record.Number && change.Version == record.Version && change.Type == code))
                .Select(record => record.Number).Take(MostFaults).ToListAsync(cancel);
            faults.AddRange(found.Select(record => OfRecord("history.unrecorded", record, "履歴にない変更がされています", "it was changed in a way that its history does not know")));
        }
    }
}

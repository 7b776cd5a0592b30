using System.Security.Cryptography;
using System.Text;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History;

/// <summary>What a verification found.</summary>
/// <param name="ChangeSets">How many change sets were read.</param>
/// <param name="Changes">How many changes.</param>
/// <param name="Faults">Where the chain is broken; none where the history is whole.</param>
public sealed record Verification(long ChangeSets, long Changes, IReadOnlyList<Refusal> Faults);

/// <summary>Reads the whole history and computes every hash again.</summary>
public static class HistoryVerifier
{
    private const int MostFaults = 100;

    /// <summary>Streams through the chain: memory does not grow with the history.</summary>
    public static async Task<Verification> VerifyAsync(this Database database, IProgress<long>? progress, CancellationToken cancel)
    {
        await using var context = database.Read();
        await using var inner = database.Read();
        var (faults, sets, changes) = (new List<Refusal>(), 0L, 0L);
        byte[] previous = [];
        await foreach (var set in context.ChangeSets.OrderBy(set => set.Position).AsAsyncEnumerable().WithCancellation(cancel))
        {
            sets++;
            if (set.Position != sets) faults.Add(Fault("history.gap", set, "変更の並びに抜けがあります", "a change set is missing before it"));
            var (digest, count) = await Digest(inner, set, faults, cancel);
            changes += count;
            if (count != set.Count || !digest.AsSpan().SequenceEqual(set.Digest)) faults.Add(Fault("history.changes", set, "変更の内容が記録時と異なります", "its changes are not those that were written"));
            if (!ChangeHash.Of(set, previous).AsSpan().SequenceEqual(set.Hash)) faults.Add(Fault("history.chain", set, "ハッシュの連鎖が切れています", "the chain of hashes is broken"));
            previous = set.Hash;
            progress?.Report(changes);
            if (faults.Count >= MostFaults) break;
        }

        return new(sets, changes, faults);
    }

    private static async Task<(byte[] Digest, int Count)> Digest(RecordsContext context, ChangeSet set, List<Refusal> faults, CancellationToken cancel)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        var hash = new byte[ChangeHash.Size];
        var id = set.Id;
        await foreach (var change in context.Changes.Where(change => change.ChangeSet == id).OrderBy(change => change.Ordinal).AsAsyncEnumerable().WithCancellation(cancel))
        {
            count++;
            digest.AppendData(change.Hash);
            // a redacted change keeps its hash, so that the chain holds without the values
            if (change.Values is null) continue;
            ChangeHash.Of(change.ChangeSet, change.Ordinal, change.Record, change.Type, change.Version, change.Kind, change.Row, Encoding.UTF8.GetBytes(change.Values), hash);
            if (!hash.AsSpan().SequenceEqual(change.Hash) && faults.Count < MostFaults)
                faults.Add(Fault("history.change", set, $"レコード{change.Record}の履歴が書き換えられています", $"the history of record {change.Record} was altered"));
        }

        return (digest.GetHashAndReset(), count);
    }

    private static Refusal Fault(string code, ChangeSet set, string ja, string en) =>
        new(code, ($"変更{set.Position}({set.At:yyyy-MM-dd HH:mm} UTC): {ja}。バックアップから復元してください。", $"Change set {set.Position} ({set.At:yyyy-MM-dd HH:mm} UTC): {en}. Restore a backup."));
}

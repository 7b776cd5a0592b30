using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History.Erasing;

/// <summary>
/// A redacted change no longer has the values its hash was made of. It is believed where a later <c>erased</c> change of
/// the same record says that it was redacted, and how it was left: whoever marks a change as redacted to hide what he
/// has altered has no such witness in the chain.
/// </summary>
internal sealed class RedactionVerifier(RecordsContext context)
{
    /// <summary>How many redacted changes there were.</summary>
    public long Count { get; private set; }

    /// <summary>Whether the change is as the erasure has left it.</summary>
    /// <param name="change">A change that is marked as redacted.</param>
    /// <param name="position">The place of its change set in the chain.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<bool> IsVouchedForAsync(Change change, long position, CancellationToken cancel)
    {
        Count++;
        var (record, by) = (change.Record, change.RedactedBy);
        if (change.Values is null || change.Kind == ChangeKinds.Erased) return false;
        var erased = await context.Changes.Where(other => other.ChangeSet == by && other.Record == record && other.Kind == ChangeKinds.Erased)
            .Where(other => context.ChangeSets.Any(set => set.Id == other.ChangeSet && set.Position > position)).ToListAsync(cancel);
        var hash = ErasedNote.HashOf(change, change.Values);
        return erased.Select(ErasedNote.Of).OfType<ErasedNote>().SelectMany(note => note.Redacted)
            .Any(one => one.ChangeSet == change.ChangeSet && one.Ordinal == change.Ordinal && one.Hash.AsSpan().SequenceEqual(hash));
    }

    /// <summary>Whether all that an erasure has redacted is redacted still: nobody has put it back.</summary>
    public async Task<bool> HoldsAsync(Change erased, CancellationToken cancel)
    {
        if (ErasedNote.Of(erased) is not { } note) return false;
        var record = erased.Record;
        var redacted = await context.Changes.Where(change => change.Record == record && change.RedactedBy != null)
            .Select(change => new { change.ChangeSet, change.Ordinal }).ToListAsync(cancel);
        return note.Redacted.All(one => redacted.Exists(change => change.ChangeSet == one.ChangeSet && change.Ordinal == one.Ordinal));
    }
}

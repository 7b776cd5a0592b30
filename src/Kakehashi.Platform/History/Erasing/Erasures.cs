using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Platform.History.Erasing;

/// <summary>Some of the erasures that there have been.</summary>
/// <param name="Certificates">Those that an actor may erase the records of, the latest first.</param>
/// <param name="Next">The change set before which to read on; null where there are no more.</param>
public sealed record Erasures(IReadOnlyList<ErasureCertificate> Certificates, long? Next)
{
    private const int PageSize = 50;

    /// <summary>Reads the latest, or those before a change set.</summary>
    public static async Task<Erasures> ReadAsync(Workspace workspace, long? before, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        // few of very many changes are erasures: an index of their own finds them
        var sets = await context.Changes.Where(change => change.Kind == ChangeKinds.Erased && change.ChangeSet < (before ?? long.MaxValue))
            .Select(change => change.ChangeSet).Distinct().OrderByDescending(set => set).Take(PageSize + 1).ToListAsync(cancel);
        var shown = sets.Take(PageSize).ToList();
        var found = await ErasureCertificate.ReadAsync(workspace, context, shown, actor, cancel);
        return new(found, sets.Count > PageSize ? shown[^1] : null);
    }
}

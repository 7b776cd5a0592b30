using Kakehashi.Access.OrgUnits;
using Kakehashi.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Access.People;

/// <summary>Which org units lie below which. Kept for a moment, and read again when records have changed.</summary>
public sealed class UnitTree : IDisposable
{
    /// <summary>Another node may have moved a unit.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly Workspace workspace;
    private (ILookup<long, long> Below, DateTimeOffset At)? known;

    public UnitTree(Workspace workspace)
    {
        this.workspace = workspace;
        workspace.Database.Committed += Forget;
    }

    public void Dispose() => workspace.Database.Committed -= Forget;

    /// <summary>A unit with all below it, withdrawn ones too: their records are still somebody's.</summary>
    public async Task<IReadOnlySet<long>> WithAllBelowAsync(IEnumerable<long> units, CancellationToken cancel)
    {
        var below = await BelowAsync(cancel);
        var found = new HashSet<long>();
        var open = new Stack<long>(units);
        while (open.TryPop(out var unit))
        {
            if (!found.Add(unit)) continue;
            foreach (var child in below[unit]) open.Push(child);
        }

        return found;
    }

    private async Task<ILookup<long, long>> BelowAsync(CancellationToken cancel)
    {
        if (known is { } kept && workspace.Clock.GetUtcNow() - kept.At < Fresh) return kept.Below;
        await using var context = workspace.Database.Read();
        var units = await context.Set<OrgUnit>().Where(unit => unit.Parent != null).Select(unit => new { unit.Id, unit.Parent }).ToListAsync(cancel);
        var below = units.ToLookup(unit => unit.Parent!.Value.Value, unit => unit.Id.Value);
        known = (below, workspace.Clock.GetUtcNow());
        return below;
    }

    private void Forget() => known = null;
}

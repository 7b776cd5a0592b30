using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Lists.Pages;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Targets;
using Kakehashi.Strategy.Tree;
using Microsoft.EntityFrameworkCore;
using Record = Kakehashi.Records.Record;

namespace Kakehashi.Strategy.Plans;

/// <summary>What is known of an action beside its figures, as far as whoever asks may see it.</summary>
/// <param name="Milestones">In the order of their days.</param>
/// <param name="Evidence">The latest first.</param>
/// <param name="Units">What the units are called.</param>
public sealed record ActionPlan(IReadOnlyList<ActionMilestone> Milestones, IReadOnlyList<ActionEvidence> Evidence, LinkCaptions Units)
{
    public static async Task<ActionPlan> ReadAsync(Workspace workspace, StrategyAction action, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var code = action.Code;
        var milestones = await context.Set<ActionMilestone>().Where(one => one.Action == code && !one.IsWithdrawn).OrderBy(one => one.DueOn).ThenBy(one => one.Id).ToListAsync(cancel);
        var evidence = await context.Set<ActionEvidence>().SeenBy(workspace.Types[typeof(ActionEvidence)], actor).Where(one => one.Action == code && !one.IsWithdrawn)
            .OrderByDescending(one => one.Day).ThenBy(one => one.Id).ToListAsync(cancel);
        var units = milestones.Select(one => one.Unit).Concat(evidence.Select(one => one.Unit)).OfType<Id<Access.OrgUnits.OrgUnit>>();
        return new(milestones, evidence, await LinkCaptions.LoadAsync(workspace.Database, units.Select(unit => new Link(typeof(Access.OrgUnits.OrgUnit), unit.Value)), actor, cancel));
    }

    /// <summary>The milestones of some units: those still to be done first, in the order of their days.</summary>
    public static async Task<IReadOnlyList<ActionMilestone>> OfUnitsAsync(Workspace workspace, IReadOnlyCollection<long> units, Actor actor, CancellationToken cancel)
    {
        Id<Access.OrgUnits.OrgUnit>?[] within = [.. units.Select(unit => new Id<Access.OrgUnits.OrgUnit>(unit))];
        await using var context = workspace.Database.Read();
        var found = await context.Set<ActionMilestone>().SeenBy(workspace.Types[typeof(ActionMilestone)], actor).Where(one => within.Contains(one.Unit) && !one.IsWithdrawn).ToListAsync(cancel);
        return [.. found.OrderBy(one => one.State is MilestoneState.Done or MilestoneState.Dropped).ThenBy(one => one.DueOn).ThenBy(one => one.Number)];
    }

    /// <summary>What an org unit is called; null for none.</summary>
    public Bilingual? UnitOf(Id<Access.OrgUnits.OrgUnit>? unit) => unit is { } known ? Units.Of(typeof(Access.OrgUnits.OrgUnit), known.Value) : null;

    /// <summary>The records whose history is that of the action: milestones, evidence, targets and notes, withdrawn ones too.</summary>
    public static async Task<IReadOnlyList<Record>> RecordsAsync(Workspace workspace, StrategyAction action, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        var (code, indicators) = (action.Code, action.Indicators.ToArray());
        var milestones = await context.Set<ActionMilestone>().Where(one => one.Action == code).ToListAsync(cancel);
        var evidence = await context.Set<ActionEvidence>().SeenBy(workspace.Types[typeof(ActionEvidence)], actor).Where(one => one.Action == code).ToListAsync(cancel);
        var targets = await context.Set<Target>().Where(one => indicators.Contains(one.Indicator)).ToListAsync(cancel);
        var notes = await context.Set<IndicatorNote>().Where(one => indicators.Contains(one.Indicator)).ToListAsync(cancel);
        return [.. milestones, .. evidence, .. targets, .. notes];
    }
}

using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Figures;
using Kakehashi.Strategy.Plans;
using Kakehashi.Strategy.Tree;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Targets;

/// <summary>Codes in records that no indicator, or no action, has: what was entered under them is nowhere to be seen otherwise.</summary>
/// <param name="Type">What the records are called.</param>
/// <param name="Route">Their list.</param>
/// <param name="Codes">The codes.</param>
public sealed record StrayCodes(Text Type, string Route, IReadOnlyList<string> Codes)
{
    public static async Task<IReadOnlyList<StrayCodes>> FindAsync(Workspace workspace, IndicatorCatalogue catalogue, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        (Type Type, IQueryable<string> Codes)[] all =
        [
            (typeof(Target), context.Set<Target>().Where(one => !one.IsWithdrawn).Select(one => one.Indicator)),
            (typeof(ManualFigure), context.Set<ManualFigure>().Where(one => !one.IsWithdrawn).Select(one => one.Indicator)),
            (typeof(ReferenceValue), context.Set<ReferenceValue>().Where(one => !one.IsWithdrawn).Select(one => one.Indicator)),
            (typeof(IndicatorNote), context.Set<IndicatorNote>().Where(one => !one.IsWithdrawn).Select(one => one.Indicator)),
        ];
        return await AmongAsync(workspace, all, code => catalogue.Versions(code).Count > 0, cancel);
    }

    /// <summary>Codes that no action of the strategy has.</summary>
    public static async Task<IReadOnlyList<StrayCodes>> FindAsync(Workspace workspace, StrategyTree tree, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        (Type Type, IQueryable<string> Codes)[] all =
        [
            (typeof(ActionMilestone), context.Set<ActionMilestone>().Where(one => !one.IsWithdrawn).Select(one => one.Action)),
            (typeof(ActionEvidence), context.Set<ActionEvidence>().Where(one => !one.IsWithdrawn).Select(one => one.Action)),
        ];
        return await AmongAsync(workspace, all, code => tree.Action(code) is not null, cancel);
    }

    private static async Task<IReadOnlyList<StrayCodes>> AmongAsync(Workspace workspace, IEnumerable<(Type Type, IQueryable<string> Codes)> all, Func<string, bool> isKnown, CancellationToken cancel)
    {
        var found = new List<StrayCodes>();
        foreach (var (entity, codes) in all)
        {
            var stray = (await codes.Distinct().ToListAsync(cancel)).Where(code => !isKnown(code)).Order(StringComparer.Ordinal).ToList();
            var type = workspace.Types[entity];
            if (stray.Count > 0) found.Add(new(type.Many, type.Route, stray));
        }

        return found;
    }
}

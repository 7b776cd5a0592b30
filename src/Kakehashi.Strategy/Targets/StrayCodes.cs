using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Strategy.Figures;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Targets;

/// <summary>Codes in records that no indicator has: what was entered under them is nowhere to be seen otherwise.</summary>
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
        var found = new List<StrayCodes>();
        foreach (var (entity, codes) in all)
        {
            var stray = (await codes.Distinct().ToListAsync(cancel)).Where(code => catalogue.Versions(code).Count == 0).Order(StringComparer.Ordinal).ToList();
            var type = workspace.Types[entity];
            if (stray.Count > 0) found.Add(new(type.Many, type.Route, stray));
        }

        return found;
    }
}

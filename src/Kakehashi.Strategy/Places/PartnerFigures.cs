using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Strategy.Places;

/// <summary>The indicators that the page of a partner is made of.</summary>
public static class PartnerFigures
{
    private static readonly string[] Codes = [AreaFigures.In, AreaFigures.Out, "OU-05", AreaFigures.Agreements, "AG-05", "AG-08", "ST-05", "SF-12", "SF-13"];

    /// <returns>Refusals: those of <see cref="Platform.Facts.FigureReader"/>.</returns>
    public static Task<Result<KeyedFigures>> ReadAsync(Workspace workspace, CancellationToken cancel) =>
        KeyedFigures.ReadAsync(workspace, Codes.Select(code => (code, "organisation")), cancel);
}

/// <summary>A unit that is in charge of agreements with a partner.</summary>
/// <param name="Number">The number of its record.</param>
/// <param name="Name">Its name.</param>
public sealed record PartnerUnit(long Number, Bilingual Name)
{
    /// <summary>The agreements with a partner, as far as the actor sees them, and the units in charge.</summary>
    public static async Task<(AgreementsInForce Agreements, IReadOnlyList<PartnerUnit> Units)> ReadAsync(Workspace workspace, Organisation partner, Actor actor, CancellationToken cancel)
    {
        await using var context = workspace.Database.Read();
        Id<Organisation>? id = partner.Id;
        var agreements = context.Set<Agreement>().SeenBy(workspace.Types[typeof(Agreement)], actor).Where(one => one.Partner == id);
        var charged = await agreements.Where(one => !one.IsWithdrawn && one.Unit != null).Select(one => one.Unit!.Value).Distinct().ToListAsync(cancel);
        var names = await context.CaptionsAsync(workspace.Types[typeof(OrgUnit)], [.. charged.Select(unit => unit.Value)], actor, cancel);
        return (await AgreementsInForce.OfAsync(agreements, workspace.Today, cancel, all: true), [.. names.Select(pair => new PartnerUnit(pair.Key, pair.Value)).OrderBy(unit => unit.Number)]);
    }
}

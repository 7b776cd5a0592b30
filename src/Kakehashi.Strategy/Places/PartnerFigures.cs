using System.Globalization;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
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

/// <summary>A unit that has to do with a partner: in charge of agreements, or with people who come from it or go there.</summary>
/// <param name="Number">The number of its record.</param>
/// <param name="Name">Its name.</param>
/// <param name="HasAgreements">It is in charge of agreements.</param>
public sealed record PartnerUnit(long Number, Text Name, bool HasAgreements)
{
    private const string By = "organisation";

    private static readonly string[] Flows = [AreaFigures.In, AreaFigures.Out];

    /// <summary>Of the latest year that is over, by the code of the indicator; what is not there is nothing.</summary>
    public IReadOnlyDictionary<string, Figure> Used { get; private init; } = new Dictionary<string, Figure>();

    /// <summary>The agreements with a partner, as far as the actor sees them, and the units in charge.</summary>
    public static async Task<(AgreementsInForce Agreements, IReadOnlyCollection<long> Charged)> ReadAsync(Workspace workspace, Organisation partner, Actor actor, CancellationToken cancel, bool whole = false)
    {
        await using var context = workspace.Database.Read();
        Id<Organisation>? id = partner.Id;
        var agreements = context.Set<Agreement>().SeenBy(workspace.Types[typeof(Agreement)], actor).Where(one => one.Partner == id);
        var charged = await agreements.Where(one => !one.IsWithdrawn && one.Unit != null).Select(one => one.Unit!.Value).Distinct().ToListAsync(cancel);
        return (await AgreementsInForce.OfAsync(agreements, workspace.Today, cancel, all: true, most: whole ? int.MaxValue : AgreementsInForce.Most), [.. charged.Select(unit => unit.Value)]);
    }

    /// <summary>Those in charge with those whose people come and go, in the order of the units. What is suppressed is told as such: the figures are those of the indicators' own pages.</summary>
    public static async Task<IReadOnlyList<PartnerUnit>> InvolvedAsync(Workspace workspace, Organisation partner, IReadOnlyCollection<long> charged, KeyedFigures? figures, CancellationToken cancel)
    {
        var units = await new Dimensions(workspace).UnitsAsync(cancel);
        var used = await UsedAsync(workspace, partner, figures, units, cancel);
        var above = units.ToDictionary(unit => unit.Number, unit => unit.Parent);
        // the university itself, which is all of them
        var top = units.Where(unit => unit.Parent is null).ToList() is [var only] && units.Count > 1 ? only : null;
        return [.. units.Where(unit => charged.Contains(unit.Number) || (unit != top && used[unit.Number].Any(figure => !IsOfThoseBelow(figure, used, above))))
            .Select(unit => new PartnerUnit(unit.Number, unit.Name, charged.Contains(unit.Number)) { Used = (unit == top ? [] : used[unit.Number]).ToDictionary(figure => figure.Subject.Indicator.Code, StringComparer.Ordinal) })];
    }

    private static async Task<ILookup<long, Figure>> UsedAsync(Workspace workspace, Organisation partner, KeyedFigures? figures, IReadOnlyList<UnitName> units, CancellationToken cancel)
    {
        long[] numbers = [.. units.Select(unit => unit.Number)];
        var key = partner.Number.ToString(CultureInfo.InvariantCulture);
        var queries = units.Count == 0 ? [] : Flows.Select(code => figures?[code]).OfType<KeyedCut>().Where(cut => cut.Of(key).Count > 0 && cut.Periods.Except(cut.Growing).Any())
            .Select(cut => new FigureQuery(cut.Indicator.Code, [cut.Periods.Except(cut.Growing).Last()]) { Units = numbers, Breakdown = [By] }).ToList();
        var answer = await workspace.Figures.AskAsync(queries, FigureReader.Patience, cancel);
        return (answer.Value?.Cuts ?? []).SelectMany(cut => cut).Where(figure => figure.Subject.Keys[0] == key && (figure.Value is > 0 || figure.Nothing == Nothing.Suppressed)).ToLookup(figure => figure.Subject.Unit!.Value);
    }

    /// <summary>A faculty whose people are all of one department of it is told by that.</summary>
    private static bool IsOfThoseBelow(Figure figure, ILookup<long, Figure> used, Dictionary<long, long?> above) =>
        used.SelectMany(same => same).Any(other => other.Subject.Indicator == figure.Subject.Indicator && other.Subject.Unit is { } unit && above.GetValueOrDefault(unit) == figure.Subject.Unit
            && other.Value is not null && other.Value == figure.Value);
}

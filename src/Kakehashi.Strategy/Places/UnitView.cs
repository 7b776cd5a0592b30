using Kakehashi.Access.OrgUnits;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Indicators;
using Kakehashi.Strategy.Quality;
using Kakehashi.Strategy.Targets;
using Microsoft.EntityFrameworkCore;
using ReportedCoverage = Kakehashi.Strategy.Reporting.Coverage;

namespace Kakehashi.Strategy.Places;

/// <summary>A unit right below the one that a page is about.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Series">The course of a few indicators in it.</param>
public sealed record SubUnit(UnitName Unit, IReadOnlyList<IndicatorSeries> Series);

/// <summary>The figures of one unit with all below it.</summary>
/// <param name="Lines">Its main indicators, and those it has a target for.</param>
/// <param name="SubUnits">The units right below it.</param>
/// <param name="AsOf">The moment of the last change they take in.</param>
/// <param name="IsBehind">Later changes are still being worked out.</param>
public sealed record UnitFigures(IReadOnlyList<FigureLine> Lines, IReadOnlyList<SubUnit> SubUnits, DateTimeOffset? AsOf, bool IsBehind)
{
    /// <summary>All of them.</summary>
    public IEnumerable<Figure> Figures => Lines.Select(line => line.Series).Concat(SubUnits.SelectMany(one => one.Series)).SelectMany(series => series.Figures);

    private const int PeriodsShown = 8;
    private const string ByUnit = "unit";

    private static readonly string[] Main = ["FL-01", "FL-02", "ST-01", "SF-02", "OU-01", "ST-05", "SF-12", "SF-13", "AG-01", "AG-04", "PA-09"];

    private static readonly string[] OfSubUnits = ["FL-01", "FL-02", "ST-01"];

    /// <returns>Refusals: those of <see cref="FigureReader"/>.</returns>
    public static async Task<Result<UnitFigures>> ReadAsync(Workspace workspace, long unit, IReadOnlyList<UnitName> below, Actor actor, CancellationToken cancel)
    {
        var targets = await TargetBook.ReadAsync(workspace, actor, cancel);
        var main = Known(workspace, Main.Concat(targets.Of(unit)).Distinct());
        var parts = below.Count == 0 ? [] : Known(workspace, OfSubUnits);
        var periods = await workspace.Figures.PeriodsAsync([.. main, .. parts], FigureReader.Patience, cancel);
        if (!periods.IsDone) return periods.Refusal;
        long[] units = [.. below.Select(one => one.Number)];
        List<FigureQuery> queries =
        [
            .. main.Select((indicator, i) => new FigureQuery(indicator.Code, Last(periods.Value[i])) { Scope = unit }),
            .. parts.Select((indicator, i) => new FigureQuery(indicator.Code, Last(periods.Value[main.Count + i])) { Units = units }),
        ];
        var answer = await workspace.Figures.AskAsync(queries, FigureReader.Patience, cancel);
        if (!answer.IsDone) return answer.Refusal;
        var lines = main.Select((indicator, i) => LineOf(Series(workspace, indicator, answer.Value.Cuts[i]), unit, targets));
        var subs = below.Select(one => new SubUnit(one, [.. parts.Select((indicator, i) => Series(workspace, indicator, [.. answer.Value.Cuts[main.Count + i].Where(figure => figure.Subject.Unit == one.Number)]))]));
        return new UnitFigures([.. lines.Where(line => line.Series.Latest is { Nothing: not Nothing.Missing } || line.Standing is not null)], [.. subs], answer.Value.AsOf, answer.Value.IsBehind);
    }

    private static List<Indicator> Known(Workspace workspace, IEnumerable<string> codes) =>
        [.. codes.SelectMany(code => workspace.Indicators.Versions(code).TakeLast(1)).Where(indicator => indicator.Dimensions.Contains(ByUnit))];

    private static IReadOnlyList<Period> Last(IReadOnlyList<Period> periods) => [.. periods.TakeLast(PeriodsShown)];

    private static IndicatorSeries Series(Workspace workspace, Indicator indicator, IReadOnlyList<Figure> figures) =>
        IndicatorSeries.Of(indicator, figures, workspace.Today, workspace.University.Years);

    private static FigureLine LineOf(IndicatorSeries series, long unit, TargetBook targets) =>
        new(series, new FigureAddress(series.Indicator.Code) { Unit = unit }.Page, figure => FigureAddress.Of(figure, null, unit).Records) { Standing = targets.Standing(series, unit) };
}

/// <summary>The records of one unit with all below it, each read in one bounded statement.</summary>
/// <param name="Agreements">Those that the unit is in charge of.</param>
/// <param name="Missing">What has not been handed in, of the latest period that anybody was asked for.</param>
/// <param name="Period">That period; null where nobody was asked for anything.</param>
/// <param name="Expected">How many reports were asked for in it.</param>
public sealed record UnitRecords(AgreementsInForce Agreements, IReadOnlyList<ReportedCoverage> Missing, Period? Period, int Expected)
{
    /// <summary>What nobody has said of these units, although others beside them hand it in for the latest year.</summary>
    public IReadOnlyList<HandedIn> Unstated { get; private init; } = [];

    /// <summary>That year.</summary>
    public Period? UnstatedFor { get; private init; }

    public static async Task<UnitRecords> ReadAsync(Workspace workspace, IReadOnlyCollection<long> units, Actor actor, CancellationToken cancel, bool whole = false)
    {
        Id<OrgUnit>?[] within = [.. units.Select(unit => new Id<OrgUnit>(unit))];
        await using var context = workspace.Database.Read();
        var agreements = context.Set<Agreement>().SeenBy(workspace.Types[typeof(Agreement)], actor).Where(one => within.Contains(one.Unit));
        var reports = context.Set<ReportedCoverage>().SeenBy(workspace.Types[typeof(ReportedCoverage)], actor).Where(one => !one.IsWithdrawn && within.Contains(one.Unit));
        var latest = await reports.OrderByDescending(one => one.Period).Select(one => one.Period).FirstOrDefaultAsync(cancel);
        var asked = latest is null ? [] : await reports.Where(one => one.Period == latest).OrderBy(one => one.Fact).ThenBy(one => one.Id).Take(500).ToListAsync(cancel);
        var latestOfAll = await HandedIn.LatestAsync(context, cancel);
        return new(
            await AgreementsInForce.OfAsync(agreements, workspace.Today, cancel, most: whole ? int.MaxValue : AgreementsInForce.Most), [.. asked.Where(one => !one.Submitted)], Kernel.Period.Read(latest), asked.Count)
        {
            Unstated = latestOfAll is { } period ? [.. (await HandedIn.ReadAsync(workspace, period, actor, cancel)).Where(one => one.State == HandedInState.NotStated && units.Contains(one.Unit!.Value))] : [],
            UnstatedFor = latestOfAll,
        };
    }
}

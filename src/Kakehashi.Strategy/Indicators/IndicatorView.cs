using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;

namespace Kakehashi.Strategy.Indicators;

/// <summary>Figures of one period, cut by one dimension; the largest first.</summary>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Period">The period.</param>
/// <param name="Rows">One for each value that occurs.</param>
public sealed record Breakdown(string Dimension, Text Title, Period Period, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>The same over all periods that are shown, in the order of the rows.</summary>
    public IReadOnlyList<CourseOf> Courses { get; init; } = [];
}

/// <summary>One value of a dimension over the periods.</summary>
/// <param name="Of">What it is of: a country, a unit.</param>
/// <param name="Figures">One for each period, the oldest first.</param>
public sealed record CourseOf(Text Of, IReadOnlyList<Figure> Figures);

/// <summary>All that the page, the files and the command of one indicator show.</summary>
public sealed record IndicatorView
{
    private const int PeriodsShown = 10;
    private const string ByUnit = "unit";

    public required FigureAddress Address { get; init; }

    public required IndicatorSeries Series { get; init; }

    /// <summary>All periods that can be chosen.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>All units that can be chosen.</summary>
    public required IReadOnlyList<UnitName> Units { get; init; }

    /// <summary>The dimensions that can be chosen, with their names.</summary>
    public required IReadOnlyList<(string Code, Text Name)> Dimensions { get; init; }

    public Breakdown? Breakdown { get; init; }

    public DateTimeOffset? AsOf { get; init; }

    public bool IsBehind { get; init; }

    public Indicator Indicator => Series.Indicator;

    /// <summary>The unit that the figures are of; null for the university.</summary>
    public UnitName? Unit => Units.FirstOrDefault(unit => unit.Number == Address.Unit);

    /// <summary>Reads what an address asks for. What it leaves open is filled in: the last ten periods, the latest for the breakdown.</summary>
    /// <returns>Refusals: those of <see cref="FigureReader"/>.</returns>
    public static async Task<Result<IndicatorView>> ReadAsync(Workspace workspace, Indicator indicator, FigureAddress address, TimeSpan patience, CancellationToken cancel)
    {
        var names = new Dimensions(workspace);
        var known = await workspace.Figures.PeriodsAsync([indicator], patience, cancel);
        if (!known.IsDone) return known.Refusal;
        var all = known.Value[0];
        var periods = all.Where(period => period >= (address.From ?? period) && period <= (address.To ?? period)).ToList();
        if (address.From is null && address.To is null) periods = [.. periods.TakeLast(PeriodsShown)];
        var units = indicator.Dimensions.Contains(ByUnit) ? await names.UnitsAsync(cancel) : [];
        if (units.All(unit => unit.Number != address.Unit)) address = address with { Unit = null };
        var answer = await workspace.Figures.AskAsync([new(indicator.Code, periods) { Scope = address.Unit }], patience, cancel);
        if (!answer.IsDone) return answer.Refusal;
        var series = IndicatorSeries.Of(indicator, answer.Value.Cuts[0], workspace.Today, workspace.University.Years);
        var view = new IndicatorView
        {
            Address = address,
            Series = series,
            Periods = all,
            Units = units,
            Dimensions = [.. Offered(indicator, units).Select(code => (code, names.Name(indicator, code)))],
            AsOf = answer.Value.AsOf,
            IsBehind = answer.Value.IsBehind,
        };
        return await view.WithBreakdownAsync(workspace, names, patience, cancel);
    }

    private static IEnumerable<string> Offered(Indicator indicator, IReadOnlyList<UnitName> units) =>
        indicator.Dimensions.Where(code => code != ByUnit || units.Count > 1);

    private async Task<Result<IndicatorView>> WithBreakdownAsync(Workspace workspace, Dimensions names, TimeSpan patience, CancellationToken cancel)
    {
        var by = Dimensions.Any(one => one.Code == Address.By) ? Address.By : Dimensions.Select(one => one.Code).FirstOrDefault();
        var period = Address.Period is { } asked && Periods.Contains(asked) ? asked : Series.Latest?.Subject.Period;
        var view = this with { Address = Address with { By = by, Period = period } };
        if (by is null || period is not { } chosen) return view;
        var below = by == ByUnit ? UnitName.Below(Units, Address.Unit) : null;
        if (below is { Count: 0 }) return view;
        var shown = Series.Figures.Select(figure => figure.Subject.Period).Append(chosen).Distinct().Order().ToList();
        FigureQuery query = new(Indicator.Code, shown) { Scope = below is null ? Address.Unit : null, Units = below, Breakdown = below is null ? [by] : [] };
        var answer = await workspace.Figures.AskAsync([query], patience, cancel);
        if (!answer.IsDone) return answer.Refusal;
        var courses = answer.Value.Cuts[0].ToLookup(KeyOf);
        var figures = answer.Value.Cuts[0].Where(figure => figure.Subject.Period == chosen).ToList();
        var labels = await names.LabelsAsync(Indicator, by, [.. figures.Select(KeyOf)], cancel);
        var rows = figures.Where(figure => figure.Nothing != Nothing.Missing || below is not null)
            .OrderBy(figure => figure.Value is not null ? 0 : figure.Nothing == Nothing.Suppressed ? 1 : 2).ThenByDescending(figure => figure.Value)
            .Select(figure => new FigureRow(figure, labels(KeyOf(figure)))).ToList();
        return view with
        {
            Breakdown = new(by, names.Name(Indicator, by), chosen, rows)
            {
                Courses = [.. rows.Select(row => new CourseOf(row.Of!.Value, [.. courses[KeyOf(row.Figure)].OrderBy(figure => figure.Subject.Period)]))],
            },
        };
    }

    private static string? KeyOf(Figure figure) =>
        figure.Subject.Keys.Count > 0 ? figure.Subject.Keys[0] : figure.Subject.Unit?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using System.Globalization;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Facts;
using Kakehashi.Strategy.Indicators;

namespace Kakehashi.Strategy.Comparing;

/// <summary>One indicator over the things compared.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Figures">One for each item; null where it does not occur.</param>
public sealed record ComparedRow(Indicator Indicator, IReadOnlyList<Figure?> Figures)
{
    /// <summary>How much more than the first; null where one of the two is not told.</summary>
    public decimal? Difference(int at) => at == 0 ? null : Figures[at]?.Rounded - Figures[0]?.Rounded;

    /// <summary>The same in percent of the first; null for figures that are percentages themselves, of which the difference is told in points.</summary>
    public decimal? Percent(int at) => Indicator.Unit == "percent" || Figures[0]?.Rounded is not { } first || first == 0 ? null : Difference(at) / Math.Abs(first) * 100;
}

/// <summary>Up to five periods, units, countries or partners side by side over some indicators.</summary>
public sealed record CompareView
{
    private static readonly string[] First = ["FL-01", "FL-02", "AG-01", "ST-01"];

    /// <summary>The address in its one form: items as keys, indicators as they are shown.</summary>
    public required CompareAddress Address { get; init; }

    public required IReadOnlyList<ComparedItem> Items { get; init; }

    /// <summary>What can be chosen as an item.</summary>
    public required IReadOnlyList<ComparedItem> Offered { get; init; }

    /// <summary>The indicators that can be compared so.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>The periods that can be chosen, the oldest first.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    public IReadOnlyList<ComparedRow> Rows { get; init; } = [];

    public DateTimeOffset? AsOf { get; init; }

    public bool IsBehind { get; init; }

    /// <returns>Refusals: those of <see cref="FigureReader"/>.</returns>
    public static async Task<Result<CompareView>> ReadAsync(Workspace workspace, CompareAddress address, Actor actor, CancellationToken cancel)
    {
        // fiscal years, by which nearly all is counted; years of different kinds do not stand in one column
        List<Indicator> fitting = [.. workspace.Indicators.All.Select(one => workspace.Indicators.Versions(one.Code)[^1]).DistinctBy(one => one.Code).Where(one => Fits(one, address.Kind)).OrderBy(one => one.Code, StringComparer.Ordinal)];
        var known = await workspace.Figures.PeriodsAsync(fitting, FigureReader.Patience, cancel);
        if (!known.IsDone) return known.Refusal;
        List<Period> periods = [.. known.Value.SelectMany(told => told).Distinct().Order()];
        var offered = await Comparables.OfferedAsync(workspace, address.Kind, periods, cancel);
        var items = await Comparables.FoundAsync(workspace, address, offered, actor, cancel);
        var codes = address.Indicators.Count > 0 ? address.Indicators : First;
        List<Indicator> chosen = [.. codes.SelectMany(code => fitting.Where(one => one.Code == code))];
        var view = new CompareView
        {
            Address = address with { Items = [.. items.Select(item => item.Key)], Indicators = address.Indicators.Count == 0 ? [] : [.. chosen.Select(one => one.Code)], Period = address.Kind == ComparedKind.Periods ? null : address.Period },
            Items = items,
            Offered = offered,
            Indicators = fitting,
            Periods = periods,
        };
        return items.Count == 0 || chosen.Count == 0 ? view : await view.WithRowsAsync(workspace, chosen, [.. chosen.Select(one => known.Value[fitting.IndexOf(one)])], cancel);
    }

    private static bool Fits(Indicator indicator, ComparedKind kind) =>
        indicator.PeriodKind == PeriodKind.FiscalYear && (kind.Dimension is null || indicator.Dimensions.Contains(kind.Dimension));

    private async Task<Result<CompareView>> WithRowsAsync(Workspace workspace, IReadOnlyList<Indicator> chosen, IReadOnlyList<IReadOnlyList<Period>> known, CancellationToken cancel)
    {
        var queries = chosen.Select((indicator, i) => Query(workspace, indicator, known[i])).ToList();
        var answer = await workspace.Figures.AskAsync(queries, FigureReader.Patience, cancel);
        if (!answer.IsDone) return answer.Refusal;
        return this with
        {
            Rows = [.. chosen.Select((indicator, i) => new ComparedRow(indicator, [.. Items.Select(item => answer.Value.Cuts[i].FirstOrDefault(figure => KeyOf(figure) == item.Key))]))],
            AsOf = answer.Value.AsOf,
            IsBehind = answer.Value.IsBehind,
        };
    }

    private FigureQuery Query(Workspace workspace, Indicator indicator, IReadOnlyList<Period> known)
    {
        if (Address.Kind == ComparedKind.Periods) return new(indicator.Code, [.. Items.Select(item => Period.Read(item.Key)!.Value)]);
        var period = Address.Period ?? known.LastOrDefault(one => IndicatorSeries.IsOver(indicator, one, workspace.Today, workspace.University.Years), known.Count > 0 ? known[^1] : Period.Of(workspace.Today, PeriodKind.FiscalYear, workspace.University.Years));
        return Address.Kind == ComparedKind.Units
            ? new(indicator.Code, [period]) { Units = [.. Items.Select(item => long.Parse(item.Key, CultureInfo.InvariantCulture))] }
            // all of them: what is hidden of one may have to be hidden of another
            : new(indicator.Code, [period]) { Breakdown = [Address.Kind.Dimension!] };
    }

    private string? KeyOf(Figure figure) => Address.Kind == ComparedKind.Periods ? figure.Subject.Period.ToString()
        : Address.Kind == ComparedKind.Units ? figure.Subject.Unit?.ToString(CultureInfo.InvariantCulture)
        : figure.Subject.Keys[0];
}

using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Evaluation;

/// <summary>One indicator in one version, cut one way: makes the figures of each type.</summary>
internal sealed class FigureCut(Snapshot snapshot, MeasureSql compiler, Indicator indicator, IReadOnlyList<Period> periods, FigureQuery query)
{
    private readonly IReadOnlyList<long?> units = query.Units is null ? [query.Scope] : [.. query.Units.Distinct().Select(unit => (long?)unit)];

    internal IEnumerable<Figure> Measure()
    {
        var cells = Cells(indicator.Numerator!, periods, query.Breakdown);
        return Each([cells], (period, unit, key) =>
        {
            var part = PartOf(indicator.Numerator!, cells, period, unit, key);
            return Made(period, unit, key, part, null, part.Value * indicator.Scale, part.Nothing);
        });
    }

    internal IEnumerable<Figure> Ratio()
    {
        var shared = query.Breakdown.Except(indicator.NumeratorOnly).ToList();
        var above = Cells(indicator.Numerator!, periods, query.Breakdown);
        var below = Cells(indicator.Denominator!, periods, shared);
        var keep = query.Breakdown.Select(shared.Contains).ToList();
        var whole = shared.Count == query.Breakdown.Count;
        return Each<Cell>(whole ? [above, below] : [above], (period, unit, key) =>
        {
            var numerator = PartOf(indicator.Numerator!, above, period, unit, key);
            var ofKey = whole ? key : BreakdownKeys.Join(BreakdownKeys.Split(key, keep.Count).Where((_, i) => keep[i]));
            var denominator = PartOf(indicator.Denominator!, below, period, unit, ofKey);
            return Divided(period, unit, key, numerator, denominator, (n, d) => n / d);
        });
    }

    internal IEnumerable<Figure> Distribution()
    {
        var spread = indicator.Spread!;
        var cells = Cells(indicator.Numerator!, periods, query.Breakdown, spread);
        return Each([cells], (period, unit, key) =>
        {
            var part = PartOf(indicator.Numerator!, cells, period, unit, key);
            var nothing = part is { Nothing: Nothing.None, Value: 0 } ? Nothing.Undefined : part.Nothing;
            var among = nothing == Nothing.None ? cells[KeyOf(period, unit, key)].Spread : 0;
            var value = nothing == Nothing.None ? Distributions.Value(spread.Index, part.Value!.Value, among) * indicator.Scale : (decimal?)null;
            // only a share has a part and a whole; other indexes are made from all parts at once
            return spread.Index == DistributionIndex.TopShare && nothing == Nothing.None
                ? Made(period, unit, key, part with { Value = among }, part, value, nothing)
                : Made(period, unit, key, part with { Value = null }, null, value, nothing);
        });
    }

    internal IEnumerable<Figure> Growth()
    {
        var all = periods.SelectMany(period => (Period[])[period.Plus(-1), period]).Distinct().ToList();
        var cells = Cells(indicator.Numerator!, all, query.Breakdown);
        return Each([cells], (period, unit, key) => Divided(
            period, unit, key,
            PartOf(indicator.Numerator!, cells, period, unit, key),
            PartOf(indicator.Numerator!, cells, period.Plus(-1), unit, key),
            (now, before) => (now - before) / before));
    }

    internal IEnumerable<Figure> GrowthOf(IReadOnlyList<Figure> figures)
    {
        var found = figures.ToDictionary(KeyOf);
        return Each([found], (period, unit, key) => Divided(
            period, unit, key, PartOf(found, period, unit, key), PartOf(found, period.Plus(-1), unit, key), (now, before) => (now - before) / before));
    }

    internal IEnumerable<Figure> Quotient(IReadOnlyDictionary<string, IReadOnlyList<Figure>> parts)
    {
        var (above, below) = (parts[indicator.Of!].ToDictionary(KeyOf), parts[indicator.By!].ToDictionary(KeyOf));
        return Each([above, below], (period, unit, key) => Divided(
            period, unit, key, PartOf(above, period, unit, key), PartOf(below, period, unit, key), (one, other) => one / other));
    }

    internal IEnumerable<Figure> Composite(IReadOnlyDictionary<string, IReadOnlyList<Figure>> parts)
    {
        var found = parts.ToDictionary(part => part.Key, part => part.Value.ToDictionary(KeyOf), StringComparer.Ordinal);
        var least = indicator.LeastWeight * indicator.Components.Sum(component => component.Weight);
        return Each(found.Values, (period, unit, key) =>
        {
            var (used, sum, nothing) = (0m, 0m, Nothing.Missing);
            Coverage? coverage = null;
            foreach (var component in indicator.Components)
            {
                var part = PartOf(found[component.Indicator], period, unit, key);
                coverage = coverage is { } so ? Part.Least(so, part.Coverage) : part.Coverage;
                if (part.Nothing == Nothing.Suppressed) nothing = Nothing.Suppressed;
                if (part.Value is not { } value) continue;
                used += component.Weight;
                sum += component.Weight * Math.Clamp((value - component.Low) / (component.High - component.Low), 0, 1);
            }

            var answered = nothing != Nothing.Suppressed && used > 0 && used >= least;
            return New(period, unit, key) with
            {
                Value = answered ? sum / used * indicator.Scale : null,
                Nothing = answered ? Nothing.None : nothing,
                Coverage = coverage ?? default,
            };
        });
    }

    private Dictionary<CellKey, Cell> Cells(Measure measure, IReadOnlyList<Period> over, IReadOnlyList<string> breakdown, Spread? spread = null)
    {
        var dimensions = breakdown.Select(name => measure.Fact.Find(name)!).ToList();
        return snapshot.Cells(compiler, measure, over, new(query.Scope, query.Units, query.Units?.Any(snapshot.Units.HasUnitsBelow) == true, dimensions), spread);
    }

    private Part PartOf(Measure measure, Dictionary<CellKey, Cell> cells, Period period, long? unit, string key)
    {
        Cell? cell = cells.TryGetValue(KeyOf(period, unit, key), out var found) ? found : null;
        return Part.Of(measure, cell, snapshot.Covered(measure.Fact, period, unit), indicator.SuppressBelow);
    }

    private Part PartOf(Dictionary<CellKey, Figure> figures, Period period, long? unit, string key) =>
        figures.TryGetValue(KeyOf(period, unit, key), out var figure)
            ? new(figure.Value, figure.Nothing, figure.Records ?? 0, figure.Coverage)
            : new(null, Nothing.Missing, 0, default);

    private CellKey KeyOf(Figure figure) => KeyOf(figure.Subject.Period, figure.Subject.Unit, BreakdownKeys.Join(figure.Subject.Keys));

    private CellKey KeyOf(Period period, long? unit, string key) => new(period.Key, query.Units is null ? null : unit, key);

    /// <summary>Every unit, every combination of keys that occurs in it, every period.</summary>
    private IEnumerable<Figure> Each<T>(IEnumerable<Dictionary<CellKey, T>> found, Func<Period, long?, string, Figure> make)
    {
        var keys = query.Breakdown.Count == 0
            ? null
            : found.SelectMany(cells => cells.Keys).Distinct().ToLookup(cell => cell.Unit, cell => cell.Keys);
        foreach (var unit in units)
        {
            IEnumerable<string> ofUnit = keys is null ? [""] : keys[query.Units is null ? null : unit].Distinct().Order(StringComparer.Ordinal);
            foreach (var key in ofUnit)
            {
                foreach (var period in periods) yield return make(period, unit, key);
            }
        }
    }

    private Figure Divided(Period period, long? unit, string key, Part above, Part below, Func<decimal, decimal, decimal> divide)
    {
        var nothing = Part.Join(above.Nothing, below.Nothing);
        if (nothing == Nothing.None && below.Value == 0) nothing = Nothing.Undefined;
        var value = nothing == Nothing.None ? divide(above.Value!.Value, below.Value!.Value) * indicator.Scale : (decimal?)null;
        return Made(period, unit, key, above, below, value, nothing);
    }

    private Figure Made(Period period, long? unit, string key, Part above, Part? below, decimal? value, Nothing nothing)
    {
        // with one part shown, the other could be computed from what else is published: both are hidden
        var shown = nothing != Nothing.Suppressed;
        return New(period, unit, key) with
        {
            Value = value,
            Nothing = nothing,
            Numerator = shown ? above.Value : null,
            Denominator = shown ? below?.Value : null,
            Records = shown ? above.Rows : null,
            Coverage = below is { } other ? Part.Least(above.Coverage, other.Coverage) : above.Coverage,
        };
    }

    private Figure New(Period period, long? unit, string key) => new()
    {
        Subject = new(indicator, period, unit, BreakdownKeys.Split(key, query.Breakdown.Count)),
        DataAsOf = snapshot.DataAsOf,
    };
}

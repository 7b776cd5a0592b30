using System.Text.Json;
using Kakehashi.Analytics.Evaluation;
using Kakehashi.Analytics.Indicators;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Facts;

/// <summary>
/// Cuts of figures on one state of the facts, each protected against what the coarser cuts tell that it adds up to: a
/// country against its region, a unit against those above and beside it, a table of two dimensions against its margins.
/// What a coarser cut shows or hides is settled first, and never depends on the finer.
/// </summary>
internal sealed class GuardedCuts(Evaluator evaluator, KeptAnswers<Figure[]> kept, long position, CancellationToken cancel)
{
    private IReadOnlyDictionary<long, long?>? units;

    private IReadOnlyDictionary<long, long?> Units => units ??= evaluator.Units(cancel);

    /// <summary>What a query is kept under.</summary>
    public static string NameOf(FigureQuery query) => JsonSerializer.Serialize(query);

    /// <summary>The figures of a query, protected.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cut">Its figures, of which only those that are too small themselves are suppressed.</param>
    public Figure[] Protect(FigureQuery query, Figure[] cut)
    {
        var answer = Protected(query, cut);
        kept.Keep(position, NameOf(query), answer);
        return answer;
    }

    private Figure[] Protected(FigureQuery query, Figure[] cut)
    {
        if (cut.Length == 0 || (query.Breakdown.Count == 0 && query.Units is null && query.Scope is null)) return cut;
        var figures = cut.Any(figure => figure.Subject.Indicator.SuppressBelow > 0) ? Guarded(query, cut) : cut;
        var before = cut.Any(figure => figure.Subject.Indicator.Type == IndicatorType.Growth) ? query.Periods.Select(period => period.Plus(-1)) : [];
        foreach (var code in cut.SelectMany(figure => figure.Subject.Indicator.References).Distinct().ToList())
        {
            var parts = query with { Code = code, Version = null, Periods = [.. query.Periods.Concat(before).Distinct()] };
            figures = Disclosure.Follow(figures, Read(parts));
        }

        return [.. figures];
    }

    private IReadOnlyList<Figure> Guarded(FigureQuery query, Figure[] cut)
    {
        // units are protected in their whole tree, whichever of them are asked for
        if (query.Breakdown.Count == 0 && WholeTree(query) is { } tree)
        {
            var asked = query.Units ?? [query.Scope!.Value];
            var all = Read(tree).ToLookup(figure => figure.Subject.Unit);
            return [.. asked.Distinct().SelectMany(unit => all[unit])];
        }

        return Disclosure.Protect(cut, Around(query, cut));
    }

    /// <summary>The query for all units at once; null where it is that itself, or asks for units that are not in the tree.</summary>
    private FigureQuery? WholeTree(FigureQuery query)
    {
        var asked = query.Units ?? [query.Scope!.Value];
        return asked.All(Units.ContainsKey) && (query.Units is null || asked.Count < Units.Count) ? query with { Scope = null, Units = [.. Units.Keys.Order()] } : null;
    }

    /// <summary>The cuts that one adds up to.</summary>
    private IEnumerable<CoarserCut> Around(FigureQuery query, Figure[] cut)
    {
        var indicator = cut[0].Subject.Indicator;
        foreach (var (at, dimension) in query.Breakdown.Index())
        {
            var nesting = NestingOf(dimension, indicator, query);
            IReadOnlyList<string> breakdown = [.. query.Breakdown.SelectMany((name, i) => i != at ? [name] : nesting is null ? Array.Empty<string>() : [nesting.Coarse])];
            // the totals of units are always protected in their tree
            yield return new(Read(query with { Breakdown = breakdown, EachAlone = query.EachAlone && breakdown.Count > 0 }), subject => PlaceAround(subject, at, nesting));
        }

        if (query.Units is null || query.EachAlone) yield break;
        var among = query.Units.ToHashSet();
        // those that stand in no other that is asked for add up to the university, as far as they are all there are
        yield return new(Read(query with { Units = null }), subject => IsTop(subject.Unit, among) ? CoarserCut.Place(subject.Period, null, subject.Keys) : null);
        yield return new(null, subject => Units.GetValueOrDefault(subject.Unit ?? 0) is { } above && among.Contains(above) ? CoarserCut.Place(subject.Period, above, subject.Keys) : null);
    }

    /// <summary>The next coarser dimension that figures can be cut by, and are not already; null where there is none.</summary>
    private Nesting? NestingOf(string dimension, Indicator indicator, FigureQuery query)
    {
        var coarse = indicator.Numerator?.Fact.Around(dimension).Select(column => column.Name).FirstOrDefault(name => indicator.Dimensions.Contains(name) && !query.Breakdown.Contains(name));
        return coarse is null ? null : evaluator.Nestings([indicator.Numerator!.Fact], [dimension], cancel).First(one => one.Coarse == coarse);
    }

    private bool IsTop(long? unit, HashSet<long> among)
    {
        for (var above = Units.GetValueOrDefault(unit ?? 0); above is { } one; above = Units.GetValueOrDefault(one))
            if (among.Contains(one)) return false;
        return true;
    }

    private static string? PlaceAround(FigureSubject subject, int at, Nesting? nesting)
    {
        if (nesting is null) return CoarserCut.Place(subject.Period, subject.Unit, subject.Keys.Where((_, i) => i != at));
        return nesting.TryFind(subject.Keys[at], out var coarse) ? CoarserCut.Place(subject.Period, subject.Unit, subject.Keys.Select((key, i) => i == at ? coarse : key)) : null;
    }

    private Figure[] Read(FigureQuery query) =>
        kept.Find(position, NameOf(query)) ?? (evaluator.Evaluate(query, cancel).Value is { } cut ? Protect(query, cut) : []);
}

/// <summary>A cut that another adds up to.</summary>
/// <param name="Figures">Its figures, protected; null where they are among those of the other.</param>
/// <param name="PlaceOf">Where in it a figure of the other counts; null for nowhere.</param>
internal sealed record CoarserCut(IReadOnlyList<Figure>? Figures, Func<FigureSubject, string?> PlaceOf)
{
    /// <summary>The name of a place.</summary>
    public static string Place(Period period, long? unit, IEnumerable<string?> keys) =>
        string.Join('\u001f', keys.Select(key => key is null ? "" : "=" + key).Prepend($"{period}/{unit}"));

    public static string Place(FigureSubject subject) => Place(subject.Period, subject.Unit, subject.Keys);
}

using Kakehashi.Analytics.Facts;
using Kakehashi.Kernel;

namespace Kakehashi.Analytics.Indicators;

/// <summary>Reads the definitions of one file.</summary>
internal sealed class IndicatorReader(IReadOnlyDictionary<string, FactSchema> facts)
{
    internal IEnumerable<FoundIndicator> Read(string file, string yaml, List<DefinitionMistake> mistakes)
    {
        var found = new List<FoundIndicator>();
        foreach (var map in DefinitionMap.Read(file, yaml, 'I', mistakes))
        {
            var before = mistakes.Count;
            var indicator = Read(map);
            // one with mistakes of its own still counts for references, so that they are not reported as broken too
            if (indicator.Code.Length > 0) found.Add(new(indicator, file, map.LineOf("code")));
            else if (mistakes.Count == before) throw new InvalidOperationException("An indicator without a code was not noted.");
        }

        return found;
    }

    private Indicator Read(DefinitionMap map)
    {
        var type = map.Word<IndicatorType>("type", "I013");
        var indicator = new Indicator
        {
            Code = map.Scalar("code", required: true) ?? "",
            Version = map.Whole("version", 1, 999, null),
            ValidFrom = PeriodOf(map),
            Action = map.Scalar("action", required: true) ?? "",
            Name = map.Bilingual("name"),
            Definition = map.Bilingual("definition"),
            Source = map.BilingualOrName("source"),
            Type = type ?? default,
            PeriodKind = map.Word<PeriodKind>("period", "I014") ?? default,
            Unit = UnitOf(map),
            Direction = map.Word<Direction>("direction", "I019") ?? default,
            Scale = map.Number("scale", 0.000001m, 1_000_000_000, 1),
            Decimals = map.Whole("decimals", 0, 6, 0),
            SuppressBelow = map.Whole("suppress_below", 0, 1000, 0),
        };
        // without a type nothing tells which keys belong here
        if (type is null) return indicator;
        indicator = type switch
        {
            IndicatorType.Measure => indicator with { Numerator = MeasureOf(map, "measure") },
            IndicatorType.Growth => Growth(map, indicator),
            IndicatorType.Composite => Composite(map, indicator),
            IndicatorType.Distribution => Distribution(map, indicator with { Numerator = MeasureOf(map, "measure") }),
            IndicatorType.Quotient => indicator with { Of = map.Scalar("of", required: true), By = map.Scalar("by", required: true) },
            IndicatorType.Manual when !map.Has("numerator") => indicator with { Numerator = MeasureOf(map, "measure", MissingRule.Missing) },
            IndicatorType.Manual => indicator with { Numerator = MeasureOf(map, "numerator", MissingRule.Missing), Denominator = MeasureOf(map, "denominator") },
            _ => indicator with { Numerator = MeasureOf(map, "numerator"), Denominator = MeasureOf(map, "denominator") },
        };
        if (type == IndicatorType.Share) CheckShare(map, indicator);
        CheckDays(map, indicator);
        indicator = Dimensions(map, indicator);
        map.NoteUnknown();
        return indicator;
    }

    private static Period PeriodOf(DefinitionMap map)
    {
        if (map.Scalar("valid_from", required: true) is not { } text) return Period.Fiscal(1);
        if (Period.Read(text) is { } period) return period;
        map.Note("I014", map.LineOf("valid_from"), ($"「{text}」は期間ではありません。FY2025のように書いてください。", $"\"{text}\" is no period; write it like FY2025."));
        return Period.Fiscal(1);
    }

    private static string UnitOf(DefinitionMap map)
    {
        var unit = map.Scalar("unit", required: true) ?? "";
        if (unit.Length > 0 && !IndicatorUnits.All.ContainsKey(unit))
        {
            var known = string.Join(", ", IndicatorUnits.All.Keys);
            map.Note("I019", map.LineOf("unit"), ($"「{unit}」という単位はありません。使えるもの: {known}", $"There is no unit \"{unit}\". There are {known}."));
        }

        return unit;
    }

    // a headcount of nobody is no headcount, so what is divided by is missing unless the definition says otherwise
    private Measure? MeasureOf(DefinitionMap map, string part) =>
        MeasureOf(map, part, part == "denominator" ? MissingRule.Missing : MissingRule.ZeroIfCovered);

    private Measure? MeasureOf(DefinitionMap map, string part, MissingRule usual)
    {
        var missing = map.Map("missing") is { } rules && rules.Has(part) ? rules.Word<MissingRule>(part, "I019") ?? usual : usual;
        return map.Map(part, required: true) is { } measure ? MeasureReader.Read(measure, facts, missing) : null;
    }

    private Indicator Growth(DefinitionMap map, Indicator indicator) => map.Has("of")
        ? indicator with { Of = map.Scalar("of") }
        : indicator with { Numerator = MeasureOf(map, "measure") };

    private static Indicator Distribution(DefinitionMap map, Indicator indicator)
    {
        var across = map.Scalar("across", required: true);
        var index = map.Word<DistributionIndex>("index", "I019");
        var top = index == DistributionIndex.TopShare ? map.Whole("top", 1, 1000, null) : 0;
        if (indicator.Numerator is not { } measure || across is null || index is null) return indicator;
        if (measure.Aggregate is Aggregate.Min or Aggregate.Max or Aggregate.Median || measure.Column is { Type: FactType.Number } && measure.Aggregate == Aggregate.Sum)
            map.Note("I021", map.LineOf("measure"), ("分布は、行や値の種類を数えるか、整数の列を合計した数から求めます。", "A distribution is of a count, or of the sum of a column of whole numbers."));
        if (map.Map("dimensions") is { } dimensions && dimensions.Words("both").Any(word => word.Word == across))
            map.Note("I021", map.LineOf("across"), ($"「{across}」は分布を見る軸なので、集計軸には書けません。", $"\"{across}\" is what the distribution spreads over; it cannot be a dimension too."));
        return IsDimension(map, measure, across, map.LineOf("across")) ? indicator with { Spread = new(measure.Fact.Find(across)!, index.Value, top) } : indicator;
    }

    private static Indicator Composite(DefinitionMap map, Indicator indicator)
    {
        var components = new List<Component>();
        foreach (var item in map.Maps("components"))
        {
            var component = new Component(
                item.Scalar("indicator", required: true) ?? "",
                item.Number("weight", 0.0001m, 1_000_000, 1),
                item.Number("low", -1_000_000_000, 1_000_000_000, null),
                item.Number("high", -1_000_000_000, 1_000_000_000, null));
            if (component.Low == component.High && item.Has("low") && item.Has("high"))
                item.Note("I018", item.LineOf("high"), ("lowとhighは異なる値にしてください。", "low and high must differ."));
            item.NoteUnknown();
            if (component.Indicator.Length > 0) components.Add(component);
        }

        return indicator with { Components = components, LeastWeight = map.Number("least_weight", 0, 1, 1) };
    }

    private static void CheckShare(DefinitionMap map, Indicator indicator)
    {
        if (indicator is not { Numerator: { } part, Denominator: { } whole }) return;
        if (part.Fact == whole.Fact && part.Aggregate == whole.Aggregate && part.Column == whole.Column && part.Basis == whole.Basis) return;
        map.Note("I020", map.LineOf("denominator"), (
            "shareの分子は分母の一部です。事実表、集計方法、列、基準を同じにするか、type: ratioとしてください。",
            "The numerator of a share is a part of its denominator: give both the same fact, aggregate, column and basis, or use type: ratio."));
    }

    private static void CheckDays(DefinitionMap map, Indicator indicator)
    {
        if (indicator.PeriodKind != PeriodKind.Quarter) return;
        if (indicator.Numerator?.Basis is Basis.AsOf || indicator.Denominator?.Basis is Basis.AsOf)
            map.Note("I014", map.LineOf("period"), ("四半期ごとの指標はas_of: last_dayを使ってください。", "A quarterly indicator takes as_of: last_day."));
    }

    private static Indicator Dimensions(DefinitionMap map, Indicator indicator)
    {
        if (map.Map("missing") is { } rules)
        {
            foreach (var part in (ReadOnlySpan<string>)["numerator", "denominator", "measure"]) rules.Scalar(part);
            rules.NoteUnknown();
        }

        if (map.Map("dimensions") is not { } dimensions) return indicator;
        List<string> both = [], numerator = [];
        foreach (var (name, line) in dimensions.Words("both"))
        {
            if (indicator.Numerator is not { } measure || IsDimension(map, measure, name, line)) both.Add(name);
            if (indicator.Denominator is { } whole) IsDimension(map, whole, name, line);
        }

        foreach (var (name, line) in dimensions.Words("numerator"))
        {
            if (name == FixedColumns.Unit.Name || indicator.Denominator is null)
                map.Note("I012", line, ($"{name}はbothに書いてください。", $"{name} belongs under both."));
            else if (indicator.Numerator is { } measure && IsDimension(map, measure, name, line)) numerator.Add(name);
        }

        dimensions.NoteUnknown();
        return indicator with { Dimensions = [.. both, .. numerator], NumeratorOnly = numerator };
    }

    private static bool IsDimension(DefinitionMap map, Measure measure, string name, int line)
    {
        if (measure.Fact.Find(name) is { IsDimension: true }) return true;
        map.Note("I012", line, ($"{measure.Fact.Name}は「{name}」で分けられません。", $"{measure.Fact.Name} has no dimension \"{name}\"."));
        return false;
    }
}

using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Targets;

/// <summary>What others reach by the same indicator: a number to be read beside one's own.</summary>
public sealed class ReferenceValue : Record<ReferenceValue>
{
    public string Indicator { get; private set; } = "";

    public string Period { get; private set; } = "";

    public ReferenceKind Kind { get; private set; }

    public Bilingual Name { get; private set; }

    public decimal? Value { get; private set; }

    public string? Source { get; private set; }

    public string? Document { get; private set; }
}

/// <summary>Whose value it is.</summary>
public enum ReferenceKind
{
    /// <summary>Another university, or the mean of some.</summary>
    Peer,

    /// <summary>The mean of a country.</summary>
    National,

    /// <summary>The mean of many countries.</summary>
    World,
}

public sealed class ReferenceValueRecord : IRecordType<ReferenceValue>
{
    public static void Define(Definition<ReferenceValue> record)
    {
        record.Named(("参考値", "Reference value"), ("参考値", "Reference values"), "reference-values");
        record.Identity(one => $"{one.Indicator}/{one.Period}/{CodeNames.Of(one.Kind)}/{one.Name.In(Language.En)}");
        record.Caption(one => new($"{one.Indicator} {one.Period} {one.Name.In(Language.Ja)}", $"{one.Indicator} {one.Period} {one.Name.In(Language.En)}"));
        record.WrittenWith(Right.Steer);

        record.Line(one => one.Indicator, StrategyWords.Indicator, StrategyWords.IndicatorLength).Required().Listed().Searched().Help(StrategyWords.IndicatorHelp);
        record.Line(one => one.Period, ("期間", "Period"), StrategyWords.PeriodLength).Required().Listed().Help(StrategyWords.PeriodHelp);
        record.Choice(one => one.Kind, ("誰の値か", "Whose"), Words).Required().Listed();
        record.Bilingual(one => one.Name, ("名称", "Name"), 100).Required().Listed().Searched()
            .Help(("「国立大学の平均」など、グラフの凡例に出る名称。", "As the legend of the chart shows it: Mean of national universities."));
        record.Amount(one => one.Value, ("値", "Value")).Required().Listed();
        record.Line(one => one.Source, ("出典", "Source"), 300).Required().Searched();
        record.Line(one => one.Document, ("資料のURL", "Link to the document"), 500);

        record.Check("reference_value.no-period", one => one.Period, one => one.Period.Length == 0 || Kernel.Period.Read(one.Period) is not null, StrategyWords.NoPeriod);
        record.Check("reference_value.no-address", one => one.Document, one => StrategyWords.IsAddress(one.Document), StrategyWords.NoAddress);
    }

    private static Text Words(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Peer => ("他大学", "Peer"),
        ReferenceKind.National => ("全国", "National"),
        _ => ("世界", "World"),
    };
}

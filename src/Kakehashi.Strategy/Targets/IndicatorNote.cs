using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Targets;

/// <summary>What somebody knows about the course of an indicator: why it rose, what was counted differently.</summary>
public sealed class IndicatorNote : Record<IndicatorNote>
{
    public string Indicator { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public Bilingual Text { get; private set; }
}

public sealed class IndicatorNoteRecord : IRecordType<IndicatorNote>
{
    public static void Define(Definition<IndicatorNote> record)
    {
        record.Named(("指標の注記", "Note on an indicator"), ("指標の注記", "Notes on indicators"), "indicator-notes");
        record.Identity(one => string.Create(CultureInfo.InvariantCulture, $"{one.Indicator}/{one.Day:yyyy-MM-dd}"));
        record.Caption(one => new($"{one.Indicator} {one.Day:yyyy-MM-dd}", $"{one.Indicator} {one.Day:yyyy-MM-dd}"));
        record.WrittenWith(Right.Steer);

        record.Line(one => one.Indicator, StrategyWords.Indicator, StrategyWords.IndicatorLength).Required().Listed().Searched().Help(StrategyWords.IndicatorHelp);
        record.Day(one => one.Day, ("日付", "Day")).Required().Listed()
            .Help(("この日を含む期間のところに、グラフの印が付きます。", "The chart is marked at the period that the day lies in."));
        record.Bilingual(one => one.Text, ("内容", "Text"), 500).Required().Searched()
            .Help(("増減の理由、数え方の変更など。", "Why it rose or fell, what was counted differently."));
    }
}

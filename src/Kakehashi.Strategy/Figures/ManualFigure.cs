using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Facts;

namespace Kakehashi.Strategy.Figures;

/// <summary>What an indicator is counted from where no record is: a number with the evidence for it.</summary>
public sealed class ManualFigure : Record<ManualFigure>
{
    public string Indicator { get; private set; } = "";

    public Id<OrgUnit>? Unit { get; private set; }

    public string Period { get; private set; } = "";

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    public DateOnly? AsOf { get; private set; }

    public Bilingual Evidence { get; private set; }

    public string? Document { get; private set; }

    public string? Note { get; private set; }

    /// <summary>A day that lies in the period whatever month its year begins in: the last of December, or of the quarter.</summary>
    internal DateOnly? DayInPeriod => Kernel.Period.Read(Period) is { } period
        ? new DateOnly(period.Year, period.Kind == PeriodKind.Quarter ? period.Part * 3 : 12, 1).AddMonths(1).AddDays(-1)
        : null;
}

public sealed class ManualFigureRecord : IRecordType<ManualFigure>
{
    /// <summary>The name that definitions of indicators use.</summary>
    public const string FactName = "manual_figure";

    public static void Define(Definition<ManualFigure> record)
    {
        record.Named(("手入力の数値", "Manual figure"), ("手入力の数値", "Manual figures"), "manual-figures");
        record.Identity(one => $"{one.Indicator}/{one.Unit}/{one.Period}");
        record.Caption(one => new($"{one.Indicator} {one.Period}", $"{one.Indicator} {one.Period}"));
        record.Visible((one, actor) => actor.Sees(one.Unit));
        // units enter theirs, and who keeps the strategy what is of the university as a whole
        record.WrittenWith(Right.Write, or: Right.Steer);
        Fields(record);
        Checks(record);
        record.Fact(FactName, ("手入力の数値", "Manual figures"), fact => fact
            .Date(one => one.DayInPeriod)
            .Unit(one => one.Unit)
            .Fields(nameof(ManualFigure.Indicator), nameof(ManualFigure.Numerator), nameof(ManualFigure.Denominator))
            .Column("period_kind", FactColumnKind.Text, ("期間の種類", "Kind of period"), one => Kernel.Period.Read(one.Period) is { } period ? CodeNames.Of(period.Kind) : null));
    }

    private static void Fields(Definition<ManualFigure> record)
    {
        record.Line(one => one.Indicator, StrategyWords.Indicator, StrategyWords.IndicatorLength).Required().Listed().Searched().Help(StrategyWords.IndicatorHelp);
        record.Link(one => one.Unit, ("部局", "Org unit")).Listed()
            .Help(("大学全体の値は空欄にします。部局ごとに入力する指標では、全学の値は部局の値の合計になるので、別に入力しないでください。", "Leave empty for the university as a whole. Where units enter theirs, the university's is their sum: do not enter it as well."));
        record.Line(one => one.Period, ("期間", "Period"), StrategyWords.PeriodLength).Required().Listed().Help(StrategyWords.PeriodHelp);
        record.Amount(one => one.Numerator, ("値・分子", "Value or numerator")).Required().Listed()
            .Help(("割合の指標では分子。「はい・いいえ」の指標では、はいは1、いいえは0。", "The numerator where the indicator is a ratio; 1 for yes and 0 for no."));
        record.Amount(one => one.Denominator, ("分母", "Denominator")).Listed()
            .Help(("割合の指標でだけ入力します。", "Only where the indicator is a ratio."));
        record.Day(one => one.AsOf, ("基準日", "As of")).Listed()
            .Help(("いつ現在の値か。", "The day that the value is true on."));
        record.Bilingual(one => one.Evidence, ("根拠", "Evidence"), 500).Required().Searched()
            .Help(("どの資料の、どの数か。", "Which number, of which document."));
        record.Line(one => one.Document, ("資料のURL", "Link to the document"), 500);
        record.Note(one => one.Note, ("備考", "Note")).Searched();
    }

    private static void Checks(Definition<ManualFigure> record)
    {
        record.Check("manual_figure.no-period", one => one.Period, one => one.Period.Length == 0 || Kernel.Period.Read(one.Period) is not null, StrategyWords.NoPeriod);
        // which days belong to a fiscal year depends on the university; a day in neither of its calendar years is wrong anywhere
        record.Check("manual_figure.day-outside", one => one.AsOf,
            one => one.AsOf is not { } day || Kernel.Period.Read(one.Period) is not { } period || day.Year == period.Year || (day.Year == period.Year + 1 && period.Kind is PeriodKind.FiscalYear or PeriodKind.AcademicYear),
            ("基準日が期間に入っていません。基準日か期間を直してください。", "The day lies outside the period. Correct one of the two."));
        record.Check("manual_figure.no-address", one => one.Document, one => StrategyWords.IsAddress(one.Document), StrategyWords.NoAddress);
    }
}

using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Targets;

/// <summary>What an indicator should reach, from where, by when, and on which path.</summary>
public sealed class Target : Record<Target>
{
    public string Indicator { get; private set; } = "";

    public Id<OrgUnit>? Unit { get; private set; }

    public string BaselinePeriod { get; private set; } = "";

    public decimal? BaselineValue { get; private set; }

    public string TargetPeriod { get; private set; } = "";

    public decimal? TargetValue { get; private set; }

    public TargetPathKind Path { get; private set; }

    public List<TargetMilestone> Milestones { get; private set; } = [];

    public Bilingual Reason { get; private set; }
}

/// <summary>A value to be reached on the way.</summary>
public sealed class TargetMilestone
{
    public string? Period { get; private set; }

    public decimal? Value { get; private set; }
}

/// <summary>What is expected between the baseline and the target.</summary>
public enum TargetPathKind
{
    /// <summary>The same step in every period.</summary>
    Linear,

    /// <summary>The values of the milestones, and straight lines between them.</summary>
    Milestones,
}

public sealed class TargetRecord : IRecordType<Target>
{
    public static void Define(Definition<Target> record)
    {
        record.Named(("目標値", "Target"), ("目標値", "Targets"), "targets");
        record.Identity(one => $"{one.Indicator}/{one.Unit}/{one.TargetPeriod}");
        record.Caption(one => new($"{one.Indicator} {one.TargetPeriod}", $"{one.Indicator} {one.TargetPeriod}"));
        record.WrittenWith(Right.Steer);
        Fields(record);
        Checks(record);
    }

    private static void Fields(Definition<Target> record)
    {
        record.Line(one => one.Indicator, StrategyWords.Indicator, StrategyWords.IndicatorLength).Required().Listed().Searched().Help(StrategyWords.IndicatorHelp);
        record.Link(one => one.Unit, ("部局", "Org unit")).Listed()
            .Help(("大学全体の目標値は空欄にします。", "Leave empty for the university as a whole."));
        record.Line(one => one.BaselinePeriod, ("基準値の期間", "Baseline period"), StrategyWords.PeriodLength).Required().Listed().Help(StrategyWords.PeriodHelp);
        record.Amount(one => one.BaselineValue, ("基準値", "Baseline")).Required().Listed();
        record.Line(one => one.TargetPeriod, ("目標値の期間", "Target period"), StrategyWords.PeriodLength).Required().Listed()
            .Help(("基準値と同じ種類の、後の期間。", "Of the same kind as the baseline's, and later."));
        record.Amount(one => one.TargetValue, ("目標値", "Target")).Required().Listed();
        record.Choice(one => one.Path, ("目標までの道筋", "Path"), Words).Required().Listed();
        record.Parts(one => one.Milestones, ("中間目標", "Milestones"), milestone =>
        {
            milestone.Line(one => one.Period, ("期間", "Period"), StrategyWords.PeriodLength).Required();
            milestone.Amount(one => one.Value, ("値", "Value")).Required();
        });
        record.Bilingual(one => one.Reason, ("設定の理由", "Why this target"), 500).Searched();
    }

    private static void Checks(Definition<Target> record)
    {
        record.Check("target.no-baseline-period", one => one.BaselinePeriod, one => one.BaselinePeriod.Length == 0 || Period.Read(one.BaselinePeriod) is not null, StrategyWords.NoPeriod);
        record.Check("target.no-period", one => one.TargetPeriod, one => one.TargetPeriod.Length == 0 || Period.Read(one.TargetPeriod) is not null, StrategyWords.NoPeriod);
        record.Check("target.not-after-baseline", one => one.TargetPeriod, one => Span(one) is not { } span || (span.From.Kind == span.To.Kind && span.From < span.To),
            ("目標値の期間は、基準値と同じ種類の、基準値より後の期間にしてください。", "The target's period must be of the same kind as the baseline's, and later."));
        record.Check("target.milestone-outside", one => one.Milestones, one => Span(one) is not { } span || one.Milestones.All(milestone => IsBetween(milestone, span.From, span.To)),
            ("中間目標の期間は、基準値と目標値の間の、同じ種類の期間にしてください。", "A milestone's period must be of the same kind, and lie between the baseline and the target."));
        record.Check("target.milestone-twice", one => one.Milestones, one => one.Milestones.Select(milestone => milestone.Period).Distinct().Count() == one.Milestones.Count,
            ("同じ期間の中間目標が2つあります。どちらかを消してください。", "Two milestones have the same period. Take one away."));
        record.Check("target.path-without-milestones", one => one.Path, one => (one.Path == TargetPathKind.Milestones) == (one.Milestones.Count > 0),
            ("道筋を「中間目標による」とするときは中間目標を1つ以上、「直線」とするときは中間目標なしにしてください。", "A path by milestones needs one at least; a straight path has none."));
    }

    private static (Period From, Period To)? Span(Target one) =>
        Period.Read(one.BaselinePeriod) is { } from && Period.Read(one.TargetPeriod) is { } to ? (from, to) : null;

    private static bool IsBetween(TargetMilestone milestone, Period from, Period to) =>
        Period.Read(milestone.Period) is { } period && period.Kind == from.Kind && from < period && period < to;

    private static Text Words(TargetPathKind kind) => kind switch
    {
        TargetPathKind.Milestones => ("中間目標による", "By milestones"),
        _ => ("直線", "Straight"),
    };
}

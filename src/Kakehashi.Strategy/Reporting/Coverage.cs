using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Reporting;

/// <summary>Whether a unit has reported all it has to a fact for a period: what tells none from not reported.</summary>
public sealed class Coverage : Record<Coverage>
{
    public string Fact { get; private set; } = "";

    public Id<OrgUnit>? Unit { get; private set; }

    public string Period { get; private set; } = "";

    public bool Submitted { get; private set; }

    public DateOnly? SubmittedOn { get; private set; }
}

public sealed class CoverageRecord : IRecordType<Coverage>
{
    public static void Define(Definition<Coverage> record)
    {
        record.Named(("提出状況", "Coverage"), ("提出状況", "Coverage"), "coverage");
        record.Identity(one => $"{one.Fact}/{one.Unit}/{one.Period}");
        record.Caption(one => new($"{one.Fact} {one.Period}", $"{one.Fact} {one.Period}"));
        record.Visible((one, actor) => actor.Sees(one.Unit));
        record.Coverage(one => Kernel.Period.Read(one.Period) is { } period ? new(one.Fact, one.Unit?.Value, period, one.Submitted) : null);

        record.Line(one => one.Fact, ("データ", "Data"), 60).Required().Listed()
            .Help(("mobility、student_headcount など、指標の定義に使う名前。", "The name that indicator definitions use: mobility, student_headcount …"));
        record.Link(one => one.Unit, ("部局", "Org unit")).Listed()
            .Help(("大学全体の場合は空欄にします。", "Leave empty for the university as a whole."));
        record.Line(one => one.Period, ("期間", "Period"), 10).Required().Listed()
            .Help(("FY2025 は2025年度、AY2025 は2025学年、2025 は暦年。", "FY2025 is a fiscal year, AY2025 an academic year, 2025 a calendar year."));
        record.Flag(one => one.Submitted, ("提出済み", "Submitted")).Listed();
        record.Day(one => one.SubmittedOn, ("提出日", "Submitted on")).Listed();

        record.Check("coverage.no-period", one => one.Period, one => Kernel.Period.Read(one.Period) is not null,
            ("期間として読めません。FY2025 の形で入力してください。", "This is no period. Write it as FY2025."));
    }
}

using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Plans;

/// <summary>What is to be done for an action, by whom and by when.</summary>
public sealed class ActionMilestone : Record<ActionMilestone>
{
    public string Action { get; private set; } = "";

    public Bilingual Text { get; private set; }

    public Id<OrgUnit>? Unit { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public MilestoneState State { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public Bilingual Remark { get; private set; }

    /// <summary>Its day has passed, and it is neither done nor dropped.</summary>
    public bool IsOverdue(DateOnly today) => State is MilestoneState.NotStarted or MilestoneState.UnderWay && DueOn < today;
}

/// <summary>How far a milestone is.</summary>
public enum MilestoneState
{
    NotStarted,
    UnderWay,
    Done,

    /// <summary>Given up, as the remark says.</summary>
    Dropped,
}

public sealed class ActionMilestoneRecord : IRecordType<ActionMilestone>
{
    public static void Define(Definition<ActionMilestone> record)
    {
        record.Named(("工程", "Action milestone"), ("施策の工程", "Action milestones"), "action-milestones");
        record.Identity(one => $"{one.Action}/{one.Text.In(Language.Ja)}");
        record.Caption(one => new($"{one.Action} {one.Text.In(Language.Ja)}", $"{one.Action} {one.Text.In(Language.En)}"));
        record.WrittenWith(Right.Steer);

        record.Line(one => one.Action, StrategyWords.Action, StrategyWords.ActionLength).Required().Listed().Searched().Help(StrategyWords.ActionHelp);
        record.Bilingual(one => one.Text, ("内容", "What is to be done"), 200).Required().Listed().Searched();
        record.Link(one => one.Unit, ("担当部局", "Unit in charge")).Listed();
        record.Day(one => one.DueOn, ("期日", "Due on")).Required().Listed();
        record.Choice(one => one.State, ("進み具合", "State"), MilestoneWords.Of).Required().Listed();
        record.Day(one => one.DoneOn, ("完了日", "Done on")).Listed();
        record.Bilingual(one => one.Remark, ("備考", "Remark"), 500)
            .Help(("遅れや取りやめの理由など。", "Why it is late or was dropped, for example."));

        record.Check("action_milestone.day-without-done", one => one.DoneOn, one => (one.State == MilestoneState.Done) == (one.DoneOn is not null),
            ("完了日は、進み具合が「完了」のときに必ず、そのときだけ入力してください。", "Give the day it was done where the state is “done”, and only there."));
    }
}

/// <summary>Words for how far a milestone is.</summary>
public static class MilestoneWords
{
    public static Text Of(MilestoneState state) => state switch
    {
        MilestoneState.NotStarted => ("未着手", "Not started"),
        MilestoneState.UnderWay => ("進行中", "Under way"),
        MilestoneState.Done => ("完了", "Done"),
        _ => ("取りやめ", "Dropped"),
    };
}

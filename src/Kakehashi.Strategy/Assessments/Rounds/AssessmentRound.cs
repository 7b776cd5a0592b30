using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Strategy.Assessments.Rounds;

/// <summary>One time that units are asked to assess what they have done for the actions of the strategy.</summary>
public sealed class AssessmentRound : Record<AssessmentRound>
{
    public Bilingual Name { get; internal set; }

    /// <summary>The period that is assessed: FY2025.</summary>
    public string Period { get; internal set; } = "";

    /// <summary>What those who write should know.</summary>
    public Bilingual Guidance { get; internal set; }

    public RoundState State { get; internal set; }

    /// <summary>The day it is meant to open; once open, the day it did.</summary>
    public DateOnly? OpensOn { get; internal set; }

    public DateOnly? Deadline { get; internal set; }

    public DateOnly? ClosedOn { get; internal set; }

    public List<RoundAction> Actions { get; internal set; } = [];

    public List<RoundUnit> Units { get; internal set; } = [];

    public List<RoundQuestion> Questions { get; internal set; } = [];

    /// <summary>How the deadline was put off, and why.</summary>
    public List<DeadlineExtension> Extensions { get; internal set; } = [];

    /// <summary>When the office reminded the units, beside the reminders that go by themselves.</summary>
    public List<OfficeReminder> Reminders { get; internal set; } = [];

    /// <summary>The codes of the actions.</summary>
    public IEnumerable<string> ActionCodes => Actions.Select(action => action.Code);

    /// <summary>The numbers of the units.</summary>
    public IEnumerable<long> UnitNumbers => Units.Select(unit => unit.Unit!.Value.Value);

    /// <summary>The questions of an action: those of all, then its own.</summary>
    public IEnumerable<RoundQuestion> QuestionsOf(string action) =>
        Questions.Where(question => string.IsNullOrEmpty(question.Action)).Concat(Questions.Where(question => question.Action == action));

    /// <summary>Whether this unit is asked about this action.</summary>
    public bool Asks(string action, long unit) => ActionCodes.Contains(action) && UnitNumbers.Contains(unit);

    /// <summary>Another with the same values, to be changed.</summary>
    internal AssessmentRound Copy() => (AssessmentRound)MemberwiseClone();
}

/// <summary>Where a round stands.</summary>
public enum RoundState
{
    /// <summary>The office prepares it.</summary>
    Prepared,

    /// <summary>Units write and submit.</summary>
    Open,

    /// <summary>Nothing changes any more.</summary>
    Closed,
}

/// <summary>An action that the round covers.</summary>
public sealed class RoundAction
{
    public string Code { get; internal set; } = "";
}

/// <summary>A unit that is asked.</summary>
public sealed class RoundUnit
{
    public Id<OrgUnit>? Unit { get; internal set; }
}

/// <summary>A question to the units.</summary>
public sealed class RoundQuestion
{
    /// <summary>What answers refer to; never given twice in a round.</summary>
    public int? Number { get; internal set; }

    /// <summary>The action it is asked about; null for every action.</summary>
    public string? Action { get; internal set; }

    public Bilingual Text { get; internal set; }
}

/// <summary>A deadline that was put off.</summary>
public sealed class DeadlineExtension
{
    public DateOnly? Before { get; internal set; }

    public DateOnly? After { get; internal set; }

    public string Reason { get; internal set; } = "";

    public string By { get; internal set; } = "";

    /// <summary>The day it was put off.</summary>
    public DateOnly? On { get; internal set; }
}

/// <summary>A reminder that the office sent to all units that owed something.</summary>
public sealed class OfficeReminder
{
    public DateOnly? On { get; internal set; }

    public string By { get; internal set; } = "";

    /// <summary>How many units owed something.</summary>
    public int? Units { get; internal set; }
}

public sealed class AssessmentRoundRecord : IRecordType<AssessmentRound>
{
    public const int NameLength = 200;
    public const int GuidanceLength = 2000;
    public const int QuestionLength = 500;
    public const int ReasonLength = 1000;
    private const int ByLength = 100;

    public static void Define(Definition<AssessmentRound> record)
    {
        record.Named(("点検・評価の実施回", "Assessment round"), ("点検・評価の実施回", "Assessment rounds"), "assessment-rounds");
        record.Identity(one => $"{one.Period}/{one.Name.In(Language.Ja)}");
        record.Caption(one => one.Name);
        record.WrittenByOperations(Right.Steer);

        record.Bilingual(one => one.Name, ("名称", "Name"), NameLength).Required().Listed().Searched();
        record.Line(one => one.Period, ("対象の期間", "Period assessed"), StrategyWords.PeriodLength).Required().Listed();
        record.Choice(one => one.State, ("状態", "State"), RoundWords.Of).Required().Listed();
        record.Day(one => one.OpensOn, ("開始日", "Opens on")).Listed();
        record.Day(one => one.Deadline, ("締切", "Deadline")).Listed();
        record.Day(one => one.ClosedOn, ("終了日", "Closed on")).Listed();
        record.Bilingual(one => one.Guidance, ("記入の手引き", "Guidance"), GuidanceLength);
        record.Parts(one => one.Actions, StrategyWords.Action, action => action.Line(one => one.Code, StrategyWords.Action, StrategyWords.ActionLength).Required());
        record.Parts(one => one.Units, ("対象の部局", "Units asked"), unit => unit.Link(one => one.Unit, ("部局", "Org unit")).Required());
        record.Parts(one => one.Questions, ("設問", "Questions"), question =>
        {
            question.Number(one => one.Number, ("番号", "Number"), min: 1).Required();
            question.Line(one => one.Action, ("施策(空欄はすべて)", "Action; empty for all"), StrategyWords.ActionLength);
            question.Bilingual(one => one.Text, ("設問", "Question"), QuestionLength).Required();
        });
        record.Parts(one => one.Extensions, ("締切の延長", "Extensions of the deadline"), extension =>
        {
            extension.Day(one => one.Before, ("延長前", "Before"));
            extension.Day(one => one.After, ("延長後", "After")).Required();
            extension.Line(one => one.Reason, ("理由", "Reason"), ReasonLength).Required();
            extension.Line(one => one.By, ("延長した人", "By"), ByLength);
            extension.Day(one => one.On, ("延長した日", "Extended on"));
        });
        record.Parts(one => one.Reminders, ("督促", "Reminders"), reminder =>
        {
            reminder.Day(one => one.On, ("送った日", "Sent on")).Required();
            reminder.Line(one => one.By, ("送った人", "By"), ByLength);
            reminder.Number(one => one.Units, ("未提出の部局数", "Units that owed something"));
        });
    }
}

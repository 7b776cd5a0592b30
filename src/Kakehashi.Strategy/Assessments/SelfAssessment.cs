using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Strategy.Assessments;

/// <summary>What a unit says in a round of what it has done for an action.</summary>
public sealed class SelfAssessment : Record<SelfAssessment>
{
    public Id<AssessmentRound> Round { get; internal set; }

    public string Action { get; internal set; } = "";

    public Id<OrgUnit>? Unit { get; internal set; }

    public AssessmentState State { get; internal set; }

    /// <summary>What was to be done.</summary>
    public Bilingual Planned { get; internal set; }

    /// <summary>What was done.</summary>
    public Bilingual Done { get; internal set; }

    /// <summary>What comes next.</summary>
    public Bilingual Next { get; internal set; }

    /// <summary>The unit's own rating.</summary>
    public SelfRating? Rating { get; internal set; }

    public List<AssessmentAnswer> Answers { get; internal set; } = [];

    public List<AssessmentEvidence> Evidence { get; internal set; } = [];

    public string? DraftedBy { get; internal set; }

    public DateOnly? DraftedOn { get; internal set; }

    public string? SubmittedBy { get; internal set; }

    public DateOnly? SubmittedOn { get; internal set; }

    /// <summary>It was first submitted after the deadline.</summary>
    public bool IsLate { get; internal set; }

    public string? AskedBackBy { get; internal set; }

    public DateOnly? AskedBackOn { get; internal set; }

    public string? AcceptedBy { get; internal set; }

    public DateOnly? AcceptedOn { get; internal set; }

    public List<AssessmentComment> Comments { get; internal set; } = [];

    /// <summary>The answer to a question, or nothing.</summary>
    public Bilingual AnswerTo(RoundQuestion question) => Answers.Find(answer => answer.Question == question.Number)?.Text ?? default;

    /// <summary>Another with the same values, to be changed.</summary>
    internal SelfAssessment Copy() => (SelfAssessment)MemberwiseClone();
}

/// <summary>Where a self-assessment stands.</summary>
public enum AssessmentState
{
    /// <summary>The unit writes it.</summary>
    Drafted,

    /// <summary>It lies with the office.</summary>
    Submitted,

    /// <summary>The office has given it back with a comment.</summary>
    AskedBack,

    /// <summary>The office has taken it.</summary>
    Accepted,
}

/// <summary>A unit's own rating, in the four steps that Japanese universities use.</summary>
public enum SelfRating
{
    S,
    A,
    B,
    C,
}

/// <summary>What a unit answers to a question of the round.</summary>
public sealed class AssessmentAnswer
{
    public int? Question { get; internal set; }

    public Bilingual Text { get; internal set; }
}

/// <summary>Something said of an assessment by who asks it back or accepts it; it stays.</summary>
public sealed class AssessmentComment
{
    public DateOnly? Day { get; internal set; }

    public string By { get; internal set; } = "";

    public string Text { get; internal set; } = "";
}

using Kakehashi.Kernel;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Strategy.Assessments;

/// <summary>What is done with a self-assessment.</summary>
public enum AssessmentStep
{
    /// <summary>Keep what was written, without submitting it.</summary>
    Save,

    /// <summary>Hand it to the office.</summary>
    Submit,

    /// <summary>Give it back to the unit.</summary>
    AskBack,

    /// <summary>Take it as it is.</summary>
    Accept,
}

/// <summary>What a step needs besides the right.</summary>
public enum StepNeed
{
    Nothing,

    /// <summary>Texts, rating and answers are there.</summary>
    WholeText,

    /// <summary>Somebody says why.</summary>
    Comment,
}

/// <summary>One step that a self-assessment can take.</summary>
/// <param name="From">From where; null where nothing has been written yet.</param>
/// <param name="Step">What is done.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Right">Who may: units have <see cref="Right.Write"/>, the office <see cref="Right.Steer"/>.</param>
/// <param name="Need">What it takes.</param>
public sealed record AssessmentTransition(AssessmentState? From, AssessmentStep Step, AssessmentState To, Right Right, StepNeed Need = StepNeed.Nothing);

/// <summary>All steps that a self-assessment can take while its round is open; every other one is refused.</summary>
public static class AssessmentSteps
{
    public static IReadOnlyList<AssessmentTransition> All { get; } =
    [
        new(null, AssessmentStep.Save, AssessmentState.Drafted, Right.Write),
        new(AssessmentState.Drafted, AssessmentStep.Save, AssessmentState.Drafted, Right.Write),
        new(AssessmentState.AskedBack, AssessmentStep.Save, AssessmentState.AskedBack, Right.Write),
        new(null, AssessmentStep.Submit, AssessmentState.Submitted, Right.Write, StepNeed.WholeText),
        new(AssessmentState.Drafted, AssessmentStep.Submit, AssessmentState.Submitted, Right.Write, StepNeed.WholeText),
        new(AssessmentState.AskedBack, AssessmentStep.Submit, AssessmentState.Submitted, Right.Write, StepNeed.WholeText),
        new(AssessmentState.Submitted, AssessmentStep.AskBack, AssessmentState.AskedBack, Right.Steer, StepNeed.Comment),
        new(AssessmentState.Accepted, AssessmentStep.AskBack, AssessmentState.AskedBack, Right.Steer, StepNeed.Comment),
        new(AssessmentState.Submitted, AssessmentStep.Accept, AssessmentState.Accepted, Right.Steer),
    ];

    /// <summary>The steps from a state that somebody may take: the buttons that are shown.</summary>
    /// <param name="round">Where the round stands.</param>
    /// <param name="from">Where the assessment stands; null where nothing has been written yet.</param>
    /// <param name="may">Whether a right is there for this assessment.</param>
    public static IReadOnlyList<AssessmentStep> For(RoundState round, AssessmentState? from, Func<Right, bool> may) =>
        round != RoundState.Open ? [] : [.. All.Where(one => one.From == from && may(one.Right)).Select(one => one.Step)];

    /// <summary>The right that a step takes, whatever the state.</summary>
    public static Right RightOf(AssessmentStep step) => All.First(one => one.Step == step).Right;

    /// <summary>The step, or why it cannot be taken.</summary>
    /// <returns>Refusals: <c>round.closed</c>, <c>round.not-open</c>, <c>assessment.submitted</c>, <c>assessment.accepted</c>, <c>assessment.not-submitted</c>.</returns>
    public static Result<AssessmentTransition> Take(RoundState round, AssessmentState? from, AssessmentStep step)
    {
        if (round == RoundState.Closed) return RoundRefusals.Closed;
        if (round == RoundState.Prepared) return RoundRefusals.NotOpen;
        if (All.FirstOrDefault(one => one.From == from && one.Step == step) is { } transition) return transition;
        return from switch
        {
            AssessmentState.Submitted => AssessmentRefusals.Submitted,
            AssessmentState.Accepted => AssessmentRefusals.Accepted,
            _ => AssessmentRefusals.NotSubmitted,
        };
    }
}

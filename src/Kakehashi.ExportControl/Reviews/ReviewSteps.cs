using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>What is done with a review.</summary>
public enum ReviewStep
{
    Save,

    Submit,

    /// <summary>The first of two people has looked at it.</summary>
    Check,

    SendBack,

    Decide,

    /// <summary>The application is taken back.</summary>
    Withdraw,

    AddEvidence,

    /// <summary>Something was provided or exported under it.</summary>
    Provide,
}

/// <summary>One step that a review can take.</summary>
/// <param name="From">From where; null where nothing has been written yet.</param>
/// <param name="Step">What is done.</param>
/// <param name="To">Where it leads.</param>
public sealed record ReviewTransition(ReviewState? From, ReviewStep Step, ReviewState To);

/// <summary>All steps that a review can take; every other one is refused. None leads out of a decision.</summary>
public static class ReviewSteps
{
    public static IReadOnlyList<ReviewTransition> All { get; } =
    [
        new(null, ReviewStep.Save, ReviewState.Drafted),
        new(ReviewState.Drafted, ReviewStep.Save, ReviewState.Drafted),
        new(ReviewState.SentBack, ReviewStep.Save, ReviewState.SentBack),
        new(ReviewState.Drafted, ReviewStep.Submit, ReviewState.Submitted),
        new(ReviewState.SentBack, ReviewStep.Submit, ReviewState.Submitted),
        new(ReviewState.Submitted, ReviewStep.Check, ReviewState.Checked),
        new(ReviewState.Submitted, ReviewStep.SendBack, ReviewState.SentBack),
        new(ReviewState.Checked, ReviewStep.SendBack, ReviewState.SentBack),
        new(ReviewState.Checked, ReviewStep.Decide, ReviewState.Decided),
        new(ReviewState.Drafted, ReviewStep.Withdraw, ReviewState.Withdrawn),
        new(ReviewState.Submitted, ReviewStep.Withdraw, ReviewState.Withdrawn),
        new(ReviewState.Checked, ReviewStep.Withdraw, ReviewState.Withdrawn),
        new(ReviewState.SentBack, ReviewStep.Withdraw, ReviewState.Withdrawn),
        new(ReviewState.Drafted, ReviewStep.AddEvidence, ReviewState.Drafted),
        new(ReviewState.Submitted, ReviewStep.AddEvidence, ReviewState.Submitted),
        new(ReviewState.Checked, ReviewStep.AddEvidence, ReviewState.Checked),
        new(ReviewState.SentBack, ReviewStep.AddEvidence, ReviewState.SentBack),
        new(ReviewState.Decided, ReviewStep.AddEvidence, ReviewState.Decided),
        new(ReviewState.Decided, ReviewStep.Provide, ReviewState.Decided),
    ];

    /// <summary>Whether a step can be taken: what buttons follow from.</summary>
    public static bool Can(ReviewState? from, ReviewStep step) => All.Any(one => one.From == from && one.Step == step);

    /// <summary>The step, or why it cannot be taken.</summary>
    /// <returns>Refusals: <c>review.decided</c>, <c>review.withdrawn</c>, <c>review.not-now</c>.</returns>
    public static Result<ReviewTransition> Take(ReviewState? from, ReviewStep step)
    {
        if (All.FirstOrDefault(one => one.From == from && one.Step == step) is { } transition) return transition;
        return from switch
        {
            ReviewState.Decided => ReviewRefusals.Decided,
            ReviewState.Withdrawn => ReviewRefusals.Withdrawn,
            _ => ReviewRefusals.NotNow,
        };
    }

    public static Text Of(ReviewStep step) => step switch
    {
        ReviewStep.Save => ("保存", "Saved"),
        ReviewStep.Submit => ("提出", "Submitted"),
        ReviewStep.Check => ("一次審査", "First look"),
        ReviewStep.SendBack => ("差戻し", "Sent back"),
        ReviewStep.Decide => ("決定", "Decided"),
        ReviewStep.Withdraw => ("取下げ", "Withdrawn"),
        ReviewStep.AddEvidence => ("証跡の追加", "Evidence added"),
        _ => ("提供・輸出", "Provided or exported"),
    };
}

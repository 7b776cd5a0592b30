using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Strategy.Assessments;

/// <summary>Words around self-assessments.</summary>
public static class AssessmentWords
{
    public static Text Planned { get; } = ("計画", "Planned");

    public static Text Done { get; } = ("実施状況と成果", "Done and achieved");

    public static Text Next { get; } = ("今後の取組", "Next steps");

    public static Text NotStarted { get; } = ("未着手", "Not started");

    public static Text Late { get; } = ("締切後", "Late");

    public static Text Overdue { get; } = ("締切超過", "Overdue");

    public static Text NotSubmitted { get; } = ("未提出", "Not submitted");

    public static Text Of(AssessmentState state) => state switch
    {
        AssessmentState.Drafted => ("下書き", "Draft"),
        AssessmentState.Submitted => ("提出済み", "Submitted"),
        AssessmentState.AskedBack => ("差戻し中", "Asked back"),
        _ => ("受理済み", "Accepted"),
    };

    /// <summary>The same, also where nothing has been written yet.</summary>
    public static Text Of(AssessmentState? state) => state is { } known ? Of(known) : NotStarted;

    public static Tone Tone(AssessmentState? state) => state switch
    {
        AssessmentState.Submitted => Platform.Pages.Tone.Info,
        AssessmentState.AskedBack => Platform.Pages.Tone.Warning,
        AssessmentState.Accepted => Platform.Pages.Tone.Good,
        _ => Platform.Pages.Tone.Neutral,
    };

    public static string Icon(AssessmentState? state) => state switch
    {
        AssessmentState.Drafted => "edit",
        AssessmentState.Submitted => "upload",
        AssessmentState.AskedBack => "arrow-down",
        AssessmentState.Accepted => "circle-check",
        _ => "circle-dashed",
    };

    /// <summary>The letter with what it means.</summary>
    public static Text Of(SelfRating rating) => rating switch
    {
        SelfRating.S => ("S：計画を大きく上回った", "S: far beyond the plan"),
        SelfRating.A => ("A：計画どおり達成した", "A: achieved as planned"),
        SelfRating.B => ("B：おおむね達成したが課題が残る", "B: mostly achieved, with something left to do"),
        _ => ("C：計画を下回った", "C: below the plan"),
    };
}

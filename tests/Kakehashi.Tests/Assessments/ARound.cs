using Kakehashi.Kernel;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Tests.Assessments;

/// <summary>A round that asks two units about two actions, and what units write in it.</summary>
internal static class ARound
{
    public static readonly DateOnly Deadline = new(2026, 6, 30);
    public static readonly DateOnly Opened = new(2026, 5, 1);
    public static readonly AssessmentPlace Place = new(7, 11, "P1.1");

    public static RoundPlan Plan { get; } = new()
    {
        Name = new("2025年度 自己点検・評価", "Self-assessment of 2025"),
        Period = "FY2025",
        OpensOn = Opened,
        Deadline = Deadline,
        Actions = ["P1.1", "T1.5"],
        Units = [11, 12],
        Questions = [new(null, new("課題は何ですか。", "What stood in the way?")), new("T1.5", new("派遣の工夫は何ですか。", null))],
    };

    public static AssessmentTexts Whole { get; } = new()
    {
        Planned = new("見直す", null),
        Done = new("見直した", "Reviewed"),
        Next = new(null, "Go on"),
        Rating = SelfRating.A,
        Answers = new Dictionary<int, Bilingual> { [1] = new("時間", null) },
    };

    public static AssessmentRound In(RoundState state) => state switch
    {
        RoundState.Prepared => PrepareRound.Decide(null, Plan).Value!,
        RoundState.Open => OpenRound.Decide(In(RoundState.Prepared), Opened).Value!,
        _ => CloseRound.Decide(In(RoundState.Open), Deadline.AddDays(20)).Value!,
    };

    public static Signature By(string name, DateOnly? on = null) => new(name, on ?? Opened.AddDays(3));

    /// <summary>An assessment in a state, brought there by its operations.</summary>
    public static SelfAssessment? At(AssessmentState? state, DateOnly? submitted = null)
    {
        var round = In(RoundState.Open);
        return state switch
        {
            null => null,
            AssessmentState.Drafted => SaveAssessment.Decide(round, null, Place, Whole, [], By("clerk")).Value,
            AssessmentState.Submitted => SubmitAssessment.Decide(round, null, Place, Whole, [], By("clerk", submitted)).Value,
            AssessmentState.AskedBack => AskBackAssessment.Decide(round, At(AssessmentState.Submitted, submitted), "数値を", By("office")).Value,
            _ => AcceptAssessment.Decide(round, At(AssessmentState.Submitted, submitted), null, By("office")).Value,
        };
    }

    /// <summary>Does a step with all that it needs.</summary>
    public static Result<SelfAssessment> Do(AssessmentStep step, AssessmentRound round, SelfAssessment? before) => step switch
    {
        AssessmentStep.Save => SaveAssessment.Decide(round, before, Place, Whole, [], By("clerk")),
        AssessmentStep.Submit => SubmitAssessment.Decide(round, before, Place, Whole, [], By("clerk")),
        AssessmentStep.AskBack => AskBackAssessment.Decide(round, before, "数値を", By("office")),
        _ => AcceptAssessment.Decide(round, before, null, By("office")),
    };
}

using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;

namespace Kakehashi.Tests.Assessments;

public sealed class ReviewingARound
{
    [Fact]
    public void Goes_on_with_what_waits_next_round_about_until_nothing_does()
    {
        var progress = Progress(AssessmentState.Submitted, AssessmentState.Accepted, AssessmentState.Submitted, AssessmentState.AskedBack);
        Assert.Equal("assessments/0/12/P1.1", progress.WaitsAfter(new(0, 11, "T1.5"))?.Page);
        Assert.Equal("assessments/0/11/P1.1", progress.WaitsAfter(new(0, 12, "P1.1"))?.Page);
        Assert.Equal("assessments/0/11/P1.1", progress.WaitsAfter(new(0, 12, "T1.5"))?.Page);
        Assert.Null(Progress(AssessmentState.Accepted, null, AssessmentState.Drafted, AssessmentState.AskedBack).WaitsAfter(new(0, 11, "P1.1")));
    }

    private static RoundProgress Progress(params AssessmentState?[] states) => new(ARound.In(RoundState.Open),
    [
        new(11, ("文学部", "Faculty of Letters"), [new(11, "P1.1", states[0], null, false), new(11, "T1.5", states[1], null, false)]),
        new(12, ("工学部", "Faculty of Engineering"), [new(12, "P1.1", states[2], null, false), new(12, "T1.5", states[3], null, false)]),
    ]);
}

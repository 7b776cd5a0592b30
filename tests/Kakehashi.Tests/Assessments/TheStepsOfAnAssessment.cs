using Kakehashi.Kernel;
using Kakehashi.Strategy.Assessments;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Tests.House;

namespace Kakehashi.Tests.Assessments;

public sealed class TheStepsOfAnAssessment
{
    private static readonly AssessmentState?[] States = [null, .. Enum.GetValues<AssessmentState>()];

    /// <summary>Rows: not started, drafted, submitted, asked back, accepted. Columns: save, submit, ask back, accept.</summary>
    private static readonly string[][] Expected =
    [
        ["Drafted", "Submitted", "assessment.not-submitted", "assessment.not-submitted"],
        ["Drafted", "Submitted", "assessment.not-submitted", "assessment.not-submitted"],
        ["assessment.submitted", "assessment.submitted", "AskedBack", "Accepted"],
        ["AskedBack", "Submitted", "assessment.not-submitted", "assessment.not-submitted"],
        ["assessment.accepted", "assessment.accepted", "AskedBack", "assessment.accepted"],
    ];

    [Fact]
    public void Lead_where_the_table_says_and_every_other_one_is_refused()
    {
        foreach (var (from, row) in States.Zip(Expected))
            foreach (var (step, expected) in Enum.GetValues<AssessmentStep>().Zip(row))
            {
                var result = ARound.Do(step, ARound.In(RoundState.Open), ARound.At(from));
                Assert.Equal((from, step, expected), (from, step, result.Refusal?.Code ?? result.Value!.State.ToString()));
            }
    }

    [Theory]
    [InlineData(RoundState.Prepared, "round.not-open")]
    [InlineData(RoundState.Closed, "round.closed")]
    public void Are_refused_while_the_round_is_not_open(RoundState state, string code)
    {
        foreach (var from in States)
            foreach (var step in Enum.GetValues<AssessmentStep>())
                Assert.Equal(code, ARound.Do(step, ARound.In(state), ARound.At(from)).Refusal!.Code);
    }

    [Fact]
    public void Are_offered_as_buttons_to_whoever_may_take_them_and_to_nobody_else()
    {
        foreach (var round in Enum.GetValues<RoundState>())
            foreach (var from in States)
                foreach (var rights in new Right[][] { [], [Right.See], [Right.Write], [Right.Steer], [Right.Write, Right.Steer] })
                {
                    var offered = AssessmentSteps.For(round, from, rights.Contains);
                    var possible = Enum.GetValues<AssessmentStep>().Where(step => rights.Contains(AssessmentSteps.RightOf(step)) && AssessmentSteps.Take(round, from, step).IsDone);
                    Assert.Equal(possible, offered.Order());
                }
    }

    [Fact]
    public void Of_units_take_the_right_to_write_and_those_of_the_office_that_to_steer() => Assert.Equal(
        [Right.Write, Right.Write, Right.Steer, Right.Steer], Enum.GetValues<AssessmentStep>().Select(AssessmentSteps.RightOf));

    [Fact]
    public void Are_refused_with_codes_that_the_glossary_names()
    {
        var text = Source.Read("docs/glossary.md");
        var codes = Expected.SelectMany(row => row).Where(code => code.Contains('.', StringComparison.Ordinal)).Append("round.closed").Append("round.not-open");
        Assert.All(codes, code => Assert.Contains($"`{code}`", text, StringComparison.Ordinal));
    }
}
